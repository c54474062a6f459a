"""Data schemas and validators for memoranda of understanding.

report = mouschema.check(Path("partner.json"))      # never raises for a bad document
bundle = mouschema.load("lao-iom-2022.json")        # typed records, or InvalidDocument with the report
mouschema.dump(bundle, "again.json")                # canonical JSON
"""

from mouschema import _interrupt as _interrupt  # first: Ctrl-C ends the command quietly while the rest is imported

# isort: split
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mouschema import model, rules, schemas
from mouschema.checking.check import check, check_lines
from mouschema.checking.files import dump, dumps, load, loads
from mouschema.errors import InvalidValue, MouschemaError
from mouschema.model import *  # noqa: F403 - the nouns are the product; model.__all__ names them
from mouschema.reports import codes
from mouschema.reports.report import Finding, InvalidDocument, Report
from mouschema.reports.ruleset import Severity

if TYPE_CHECKING:
    from mouschema.checking.batch import check_files
    from mouschema.checking.config import Choices
    from mouschema.integrations.cattrs import converter
    from mouschema.render import render_report
    from mouschema.reports import catalogue
    from mouschema.show import render_bundle
    from mouschema.testing import strategies

__all__ = [
    "Choices",
    "Finding",
    "InvalidDocument",
    "InvalidValue",
    "MouschemaError",
    "Report",
    "Severity",
    "catalogue",
    "check",
    "check_files",
    "check_lines",
    "codes",
    "converter",
    "dump",
    "dumps",
    "load",
    "loads",
    "model",
    "render_bundle",
    "render_report",
    "rules",
    "schemas",
    "strategies",
]
__all__ += model.__all__


# What takes long to import is imported when it is asked for.
_LATER = {
    "Choices": "checking.config",
    "catalogue": "reports",
    "check_files": "checking.batch",
    "converter": "integrations.cattrs",
    "render_bundle": "show",
    "render_report": "render",
    "strategies": "testing",
}


def __getattr__(name: str) -> Any:
    """Import a public name on its first use."""
    if name in _LATER:
        room = import_module(f"{__name__}.{_LATER[name]}")
        return getattr(room, name, None) or import_module(f"{room.__name__}.{name}")
    if name == "__version__":
        from importlib.metadata import version

        return version("mouschema")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
