"""Check documents: bytes are read, judged by the schema, made records, and held against the rules."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, NoReturn, TypedDict, Unpack, overload

import attrs

from mouschema import model, schemas
from mouschema._safe import shortened
from mouschema._types import Path
from mouschema.checking import inputs
from mouschema.checking.inputs import Content, Source
from mouschema.judging import judge
from mouschema.judging.objections import objections
from mouschema.model._plain import build, build_from_text
from mouschema.reading import locate
from mouschema.reading.locate import DocumentOrder
from mouschema.reading.read import MOST_BYTES, Reading
from mouschema.reports.catalogue import Say, say
from mouschema.reports.codes import FAULT, code_of
from mouschema.reports.report import Excerpt, Finding, Report, Trouble
from mouschema.reports.ruleset import Ruleset
from mouschema.rules import STANDARD, Profile, Rule, judge_by_rules

__all__ = ["Options", "check", "check_line", "check_lines", "finding_of"]

LONGEST_POINTER: Final = 400
LONGEST_WORDS: Final = 1000
LARGE: Final = 2**18

_WHOLE: Final = locate.Span(None, (0, 0))


class Options(TypedDict, total=False):
    """What a check may be asked besides the kind of document; `check` says what each means."""

    source: str | None
    most_bytes: int
    engine: str | None
    profile: Profile
    rules: Iterable[Rule]
    select: Iterable[str]
    ignore: Iterable[str]
    severity: Mapping[str, str] | None


@overload
def check(data: Any, *, kind: Literal["bundle"] = ..., **options: Unpack[Options]) -> Report[model.Bundle]: ...
@overload
def check(data: Any, *, kind: str, **options: Unpack[Options]) -> Report: ...
def check(
    data: Any,
    *,
    kind: str = "bundle",
    source: str | None = None,
    most_bytes: int = MOST_BYTES,
    engine: str | None = None,
    profile: Profile = STANDARD,
    rules: Iterable[Rule] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
) -> Report[Any]:
    """Check one document and tell everything that is wrong with it.

    Args:
        data: The document: JSON as bytes or text, a path or an open file to read it from, a mapping, or a record.
            A string is always the document itself; for a file's name give a `Path`.
        kind: What it is: `bundle`, `agreement`, `party`, `ceremony` or `commitment`.
        source: A name for the document in the report; that of the file unless given.
        most_bytes: The size beyond which a document is not read.
        engine: `jsonschema-rs` or `jsonschema`; the fastest at hand when None. The report is the same.
        profile: The rules to hold, and how much each matters; all of ours unless given.
        rules: More rules, of your own.
        select: Only rules with these codes, or codes that begin so.
        ignore: Not the rules with these codes, or codes that begin so.
        severity: How much some rules matter, by code: `{"PTY01": "error"}`.

    Returns:
        The report. A bad document never raises.

    Raises:
        OSError: The file cannot be opened or read.
        TypeError: An open file gives neither bytes nor text.
        ValueError: There is no such kind, engine, code or severity.
    """
    name, engine = schemas.class_name(kind), judge.known(engine)
    profile = profile.choose(rules=rules, select=select, ignore=ignore, severity=severity)
    reading = inputs.read(data, most_bytes)
    docket, record = reading.docket, None
    # In a text the places say what comes first. The value is let go before the rules need memory.
    value, reading = reading.value, reading._replace(value=None if reading.source else reading.value)
    if reading.readable:
        if judge.accepts(name, value, engine=engine):
            cls = getattr(model, name)
            if reading.source and len(reading.source) > LARGE and not docket:
                value = None  # value and records at once would be more than the bound for memory
                record = build_from_text(reading.source, cls)
            else:
                record, value = build(value, cls), None
            docket.join(judge_by_rules(record, profile))
        else:
            docket.join(objections(name, value) or _contradicted())
    told, untold = docket.told(lambda code: code_of(code, profile.ruleset).severity.weight)
    return Report(
        kind=kind,
        source=source or inputs.name_of(data),
        findings=_findings(reading, told, profile.ruleset),
        untold={code_of(code, profile.ruleset): number for code, number in untold.items()},
        record=record,
        ruleset=profile.ruleset,
        most_bytes=most_bytes,
        data=reading.source,
    )


def _contradicted() -> NoReturn:
    raise AssertionError("the engine refuses what the schema allows")


def check_lines(
    data: Source, *, source: str | None = None, most_bytes: int = MOST_BYTES, **options: Any
) -> Iterator[Report]:
    """Check JSON Lines, one document a line, holding one line in memory at a time.

    Args:
        data: The lines: bytes, text, a path or an open file.
        source: A name for the file in the reports; its own unless given.
        most_bytes: The size beyond which a line is not read.
        options: As for `check`.

    Yields:
        A report for each line that is not blank, with lines counted in the whole file. Where the data is damaged, a
        last one says so; where there is no document at all, the only one does.

    Raises:
        OSError: The file cannot be opened or read.
        ValueError: There is no such kind, engine, code or severity.
    """
    name = source or inputs.name_of(data)
    for number, line in inputs.lines(data, most_bytes):
        yield check_line(number, line, source=name, most_bytes=most_bytes, **options)


def check_line(number: int, line: Content, **options: Any) -> Report:
    """Check one line of JSON Lines.

    Args:
        number: Which line of the file it is, counted from 1.
        line: The document.
        options: As for `check`.
    """
    report = check(line, **options)
    findings = tuple(attrs.evolve(finding, line=number) for finding in report.findings)
    return attrs.evolve(report, findings=findings, line=number)


def _findings(reading: Reading, troubles: list[Trouble], ruleset: Ruleset) -> tuple[Finding, ...]:
    """Put what is to be told into words, in the order of the document."""
    if not troubles:
        return ()
    data = reading.source
    if data is None:
        order = DocumentOrder(reading.value)
        ordered = sorted(troubles, key=lambda trouble: (order.of(trouble.path), trouble.code))
        return tuple(finding_of(trouble, ruleset) for trouble in ordered)
    spans = locate.spans(data, {trouble.path for trouble in troubles}) if reading.readable else {}
    placed = [(_range(trouble, spans), trouble) for trouble in troubles]
    placed.sort(key=lambda each: (each[0][0], len(each[1].path), each[1].code))
    places = locate.places(data, (start for (start, _), _ in placed))
    return tuple(
        finding_of(trouble, ruleset, places[where[0]], locate.excerpt(data, where)) for where, trouble in placed
    )


def _range(trouble: Trouble, spans: dict[Path, locate.Span]) -> locate.Range:
    """Return where a trouble stands in the source, in bytes."""
    return trouble.where or spans.get(trouble.path, _WHOLE).place(at_key=trouble.at_key)


def finding_of(
    trouble: Trouble, ruleset: Ruleset, place: tuple[int, int] | None = None, excerpt: Excerpt | None = None
) -> Finding:
    """Put what a stage of the check has to say into words.

    Args:
        trouble: What it has to say.
        ruleset: The rules that were held.
        place: The line and column, where the source is text.
        excerpt: The line of the source, where it is text.
    """
    trouble, (message, hint) = _spoken(trouble)
    code = code_of(trouble.code, ruleset)
    line, column = place or (None, None)
    variant, values = trouble.said if isinstance(trouble.said, Say) else (None, None)
    return Finding(
        code=code.code,
        name=code.name,
        severity=code.severity,
        pointer=shortened("".join(map(_step, trouble.path)), LONGEST_POINTER),
        line=line,
        column=column,
        message=shortened(message, LONGEST_WORDS),
        hint=shortened(hint, LONGEST_WORDS),
        variant=variant,
        values=values,
        help_url=code.help_url,
        excerpt=excerpt,
    )


def _step(step: str | int) -> str:
    """Return a step of a JSON Pointer, no more of it than a pointer may hold."""
    return "/" + str(step)[:LONGEST_POINTER].replace("~", "~0").replace("/", "~1")


def _spoken(trouble: Trouble) -> tuple[Trouble, tuple[str, str]]:
    """Find out what is to be said of a trouble, and the words; a rule that says what nobody can word has failed."""
    try:
        trouble = trouble._replace(said=trouble.worded())
        return trouble, trouble.in_words()
    except Exception as error:
        import logging

        logging.getLogger(__name__).exception("what %s says cannot be put into words", trouble.code)
        failed = Trouble(FAULT, trouble.path, say("rule", rule=trouble.code, why=type(error).__name__))
        return failed, failed.in_words()
