"""The provider's option for work on other computers: the address of a Dask scheduler."""

from __future__ import annotations

from ...core.environment import DASK_SCHEDULER
from .texts import tr

GROUP = "Territory Design"
OPTION = DASK_SCHEDULER


def add_option(icon_path: str) -> None:
    """Offer the option in Settings ▸ Options ▸ Processing ▸ Providers."""
    from processing.core.ProcessingConfig import ProcessingConfig, Setting
    from qgis.PyQt.QtGui import QIcon

    ProcessingConfig.settingIcons[GROUP] = QIcon(icon_path)
    label = tr("Address of a Dask scheduler, e.g. tcp://10.0.0.5:8786 (empty: this computer)")
    ProcessingConfig.addSetting(Setting(GROUP, OPTION, label, ""))
    ProcessingConfig.readSettings()


def remove_option() -> None:
    """Take the option away."""
    from processing.core.ProcessingConfig import ProcessingConfig

    ProcessingConfig.settings.pop(OPTION, None)  # gone already where Processing went first
    ProcessingConfig.settingIcons.pop(GROUP, None)


def apply_option() -> None:
    """Have the next run do its work where the option says."""
    try:
        from processing.core.ProcessingConfig import ProcessingConfig
    except ImportError:  # no Processing plugin: nobody could have set the option
        return
    from ...core.workers.cluster import use_scheduler  # more than the dialogs need

    use_scheduler(str(ProcessingConfig.getSetting(OPTION) or ""))
