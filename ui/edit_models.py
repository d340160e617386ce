"""“Edit a Copy…” in the toolbox: QGIS offers its own “Edit Model…” for the user's models alone."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingModelAlgorithm

from ..processing_provider.common.texts import tr
from ..processing_provider.shipped_models import is_shipped


def edit_action() -> Any:
    """An entry of the toolbox's context menu that opens a shipped model in the designer.

    Raises
    ------
    ImportError
        Without the Processing plugin.
    """
    from processing.gui.ContextAction import ContextAction
    from processing.modeler.ModelerDialog import ModelerDialog

    class EditCopyAction(ContextAction):  # type: ignore[misc] # Processing has no types
        """Opens a copy: what the user saves goes to the user's models."""

        def __init__(self) -> None:
            super().__init__()
            self.name = tr("Edit a Copy of the Model…")

        def isEnabled(self) -> bool:
            return is_shipped(self.itemData)

        def execute(self) -> None:
            dialog = ModelerDialog.create(copied(self.itemData))
            dialog.update_model.connect(_show_saved)
            dialog.show()
            dialog.activate()

    return EditCopyAction()


def copied(model: QgsProcessingModelAlgorithm) -> QgsProcessingModelAlgorithm:
    """The model without its file, so that saving asks for another one."""
    copy = QgsProcessingModelAlgorithm()
    copy.loadVariant(model.toVariant())
    copy.setSourceFilePath("")
    return copy


def _show_saved() -> None:
    """Have the toolbox show what was saved among the user's models."""
    from qgis.core import QgsApplication

    provider = QgsApplication.processingRegistry().providerById("model")
    if provider is not None:
        provider.refreshAlgorithms()


class ModelEditing:
    """The entry in the toolbox, until it is removed."""

    def __init__(self) -> None:
        self._actions: list[Any] = []
        try:
            from processing.gui.ProviderActions import ProviderContextMenuActions
        except ImportError:  # no Processing plugin, and no toolbox
            return
        self._actions = [edit_action()]
        ProviderContextMenuActions.registerProviderContextMenuActions(self._actions)

    def remove(self) -> None:
        """Take the entry away."""
        if self._actions:
            from processing.gui.ProviderActions import ProviderContextMenuActions

            # Processing may have been reloaded in between, and its list with it.
            present = ProviderContextMenuActions.actions
            ours = [action for action in self._actions if action in present]
            ProviderContextMenuActions.deregisterProviderContextMenuActions(ours)
            self._actions = []
