"""Check documents: bytes are read, judged by the schema, made records, and held against the rules."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from mouschema import inputs, judge, locate, model, schemas
from mouschema.catalogue import Say
from mouschema.codes import code_of
from mouschema.inputs import Source
from mouschema.judge import DocumentOrder
from mouschema.messages import objections
from mouschema.model._plain import build
from mouschema.read import MOST_BYTES, Reading
from mouschema.report import MOST_FINDINGS, Excerpt, Finding, Report, Trouble
from mouschema.rules import STANDARD, Profile, Rule, judge_by_rules
from mouschema.ruleset import Ruleset

__all__ = ["check", "check_line", "check_lines", "finding_of"]


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
) -> Report:
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
        ValueError: There is no such kind, engine, code or severity.
    """
    name = schemas.class_name(kind)
    profile = profile.choose(rules=rules, select=select, ignore=ignore, severity=severity)
    reading = inputs.read(data, most_bytes)
    troubles, record = list(reading.troubles), None
    if reading.readable:
        if judge.accepts(name, reading.value, engine=engine):
            record = build(reading.value, getattr(model, name))
            troubles += judge_by_rules(record, profile)
        else:
            troubles += objections(name, reading.value, engine=engine)
    troubles.sort(key=lambda trouble: -code_of(trouble.code, profile.ruleset).severity.weight)
    return Report(
        kind=kind,
        source=source or inputs.name_of(data),
        findings=_findings(reading, troubles[:MOST_FINDINGS], profile) if troubles else (),
        untold=Counter(code_of(each.code, profile.ruleset) for each in troubles[MOST_FINDINGS:]),
        record=record,
        ruleset=profile.ruleset,
        most_bytes=most_bytes,
        data=reading.source,
    )


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
        A report for each line that is not blank, with lines counted in the whole file.

    Raises:
        OSError: The file cannot be opened or read.
        ValueError: There is no such kind, engine, code or severity.
    """
    name = source or inputs.name_of(data)
    for number, line in inputs.lines(data, most_bytes):
        yield check_line(number, line, source=name, most_bytes=most_bytes, **options)


def check_line(number: int, line: bytes, **options: Any) -> Report:
    """Check one line of JSON Lines.

    Args:
        number: Which line of the file it is, counted from 1.
        line: The document.
        options: As for `check`.
    """
    report = check(line, **options)
    findings = tuple(attrs.evolve(finding, line=number) for finding in report.findings)
    return attrs.evolve(report, findings=findings, line=number)


def _findings(reading: Reading, troubles: list[Trouble], profile: Profile) -> tuple[Finding, ...]:
    order = DocumentOrder(reading.value)
    ordered = sorted(troubles, key=lambda trouble: (order.of(trouble.path), trouble.code))
    told = ordered
    data = reading.source
    if data is None:
        return tuple(finding_of(trouble, profile.ruleset) for trouble in told)
    ranges = _ranges(reading, data, told)
    places = locate.places(data, (start for start, _ in ranges))
    return tuple(
        finding_of(trouble, profile.ruleset, places[where[0]], locate.excerpt(data, where))
        for trouble, where in zip(told, ranges, strict=True)
    )


def _ranges(reading: Reading, data: bytes, troubles: list[Trouble]) -> list[locate.Range]:
    """Return where each trouble stands in the source, in bytes."""
    spans = locate.spans(data, {trouble.path for trouble in troubles}) if reading.readable else {}
    whole = locate.Span(None, (0, 0))
    return [trouble.where or spans.get(trouble.path, whole).place(at_key=trouble.at_key) for trouble in troubles]


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
    code = code_of(trouble.code, ruleset)
    line, column = place or (None, None)
    message, hint = trouble.in_words()
    variant, values = trouble.said if isinstance(trouble.said, Say) else (None, None)
    return Finding(
        code=code.code,
        name=code.name,
        severity=code.severity,
        pointer="".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in trouble.path),
        line=line,
        column=column,
        message=message,
        hint=hint,
        variant=variant,
        values=values,
        help_url=code.help_url,
        excerpt=excerpt,
    )
