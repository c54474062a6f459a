"""Data schemas and validators for memoranda of understanding.

report = mouschema.check(Path("partner.json"))      # never raises for a bad document
bundle = mouschema.load("lao-iom-2022.json")        # typed records, or InvalidDocument with the report
mouschema.dump(bundle, "again.json")                # canonical JSON
"""

from typing import TYPE_CHECKING, Any

from mouschema import codes, model, rules, schemas
from mouschema.check import check, check_lines
from mouschema.errors import InvalidDocument, InvalidValue, MouschemaError
from mouschema.files import dump, dumps, load, loads
from mouschema.model import *  # noqa: F403 - the nouns are the product; model.__all__ names them
from mouschema.report import Finding, Report, Severity

if TYPE_CHECKING:
    from mouschema._converter import converter
    from mouschema.show import render_bundle

__all__ = [
    "Finding",
    "InvalidDocument",
    "InvalidValue",
    "MouschemaError",
    "Report",
    "Severity",
    "check",
    "check_lines",
    "codes",
    "converter",
    "dump",
    "dumps",
    "load",
    "loads",
    "model",
    "render_bundle",
    "rules",
    "schemas",
]
__all__ += model.__all__


def __getattr__(name: str) -> Any:
    """Make what takes long to import only when it is asked for."""
    if name == "converter":
        from mouschema._converter import converter

        return converter
    if name == "render_bundle":
        from mouschema.show import render_bundle

        return render_bundle
    if name == "__version__":
        from importlib.metadata import version

        return version("mouschema")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
