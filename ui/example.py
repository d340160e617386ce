"""The example project: copied to a folder of the user's, opened, with first steps beside it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QStandardPaths, Qt
from qgis.PyQt.QtWidgets import QFileDialog

from ..processing_provider.common.texts import told_again, tr, translatable

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .first_steps import FirstSteps

SHIPPED = Path(__file__).resolve().parent.parent / "example"
PROJECT = "heidelberg.qgz"
FOLDER = "territory_design_example"


class ExampleProject:
    """Opens the example and its first steps.

    Parameters
    ----------
    iface : QgisInterface
        The window in which it is opened.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._steps: FirstSteps | None = None

    def open(self) -> None:
        """Ask for a folder, copy the example into it and open it; what was there is kept."""
        place = QFileDialog.getExistingDirectory(
            self._iface.mainWindow(),
            tr("Folder in which the example project is kept"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
        )
        if not place:
            return
        try:
            project = copy_of_the_example(Path(place))
        except OSError as error:
            self._iface.messageBar().pushMessage(
                "Territory Design",
                tr(
                    "The example project could not be copied: {reason}. Choose a folder in which "
                    "you may write."
                ).format(reason=error),
                level=Qgis.MessageLevel.Warning,
            )
            return
        if self._iface.addProject(str(project)):
            name_layers()
            self._show_steps()

    def close(self) -> None:
        """Take the first steps out of the window."""
        if self._steps is not None:
            self._iface.removeDockWidget(self._steps)
            self._steps.deleteLater()
            self._steps = None

    def _show_steps(self) -> None:
        if self._steps is None:
            from .first_steps import FirstSteps

            self._steps = FirstSteps(self._iface.mainWindow())
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._steps)
        self._steps.show()
        self._steps.raise_()


def name_layers() -> None:
    """Name the layers of the example in the user's language; the file says it in English."""
    project = QgsProject.instance()
    titles = (
        translatable("Heidelberg region"),
        translatable("Municipalities"),
        translatable("Representatives"),
        translatable("Representatives next year"),
        translatable("Customers"),
        translatable("Depot"),
        translatable("Roads"),
    )
    root = project.layerTreeRoot()
    for node in (*root.findGroups(), *root.findLayers()):
        if node.name() in titles:
            node.setName(told_again(node.name()))
    for title in titles:  # print layouts show it
        project.setTitle(project.title().replace(title, told_again(title)))
    project.setDirty(False)


def copy_of_the_example(place: Path) -> Path:
    """Copy the example into a folder of its own and return the project's file.

    Parameters
    ----------
    place : Path
        Where the user wants to have it, or where it is already: an existing copy stays as it is.

    Raises
    ------
    OSError
        The folder cannot be written.
    """
    if (place / PROJECT).exists():
        return place / PROJECT
    target = place / FOLDER
    if not (target / PROJECT).exists():
        target.mkdir(exist_ok=True)
        # The project comes last: where it is, the copy is whole.
        for source in sorted(SHIPPED.iterdir(), key=lambda path: path.name == PROJECT):
            # Without the rights: what an administrator has installed may be read-only.
            shutil.copyfile(source, target / source.name)
    return target / PROJECT
