"""Pages of records made to cost much: time and length grow with the record, and what is left out is told."""

import time
from typing import Any

import pytest

from mouschema import check
from mouschema.show import render_bundle
from near import another, bundle, ceremony, mou, note, organization, record, source

FORMS = ("markdown", "html")


def page(document: dict[str, Any], form: Any = "markdown") -> str:
    """Return the page of a document that the schema accepts."""
    found = check(document).bundle
    assert found
    return render_bundle(found, form)


@pytest.mark.parametrize("form", FORMS)
def test_many_speakers_take_no_long_time(form: str) -> None:
    """One statement with 32,000 speakers is a page in seconds; each of them used to copy all before."""
    statement = {"speakers": ["head"] * 32_000, "summary": {"en": "Thanks"}}
    found = check(record(mou(statements=[statement]))).bundle
    assert found
    started = time.process_time()
    render_bundle(found, form)  # pyright: ignore[reportArgumentType] - one of the two
    assert time.process_time() - started < 10


@pytest.mark.parametrize("form", FORMS)
def test_a_name_does_not_multiply(form: str) -> None:
    """A name of 90,000 letters is whole where it is told, and cut in each of 10,000 links, of which the last have the id."""
    name = "N" * 90_000
    written = page(record(organization("long", name), source(about=["long"] * 10_000)), form)
    assert name in written
    assert len(written) < 3_000_000
    assert f"{'N' * 399}…" in written
    assert written.rindex("long") > written.rindex(f"{'N' * 399}…")


def test_names_of_real_agreements_stay_whole() -> None:
    """A title of 300 letters is whole wherever it is linked."""
    title = "Memorandum of Understanding on " + "cooperation " * 22
    assert page(record(another("long", title={"en": title}), source(about=["long"]))).count(title.strip()) >= 2


def test_a_timeline_says_what_it_leaves_out() -> None:
    """A drawing has room for 60 dates; its title says how many there are, and each stays on the page as a fact."""
    events = [{"kind": "extended", "date": str(1900 + number)} for number in range(100)]
    written = page(record(mou(lifecycle=events)))
    assert "Timeline: the first 60 of 101 dates" in written
    assert all(f"Extended, {1900 + number}" in written for number in range(100))
    assert "the first" not in page(record(mou(lifecycle=events[:20])))


def test_a_summary_says_what_it_leaves_out() -> None:
    """At a glance 20 documents are named, on a row of the timeline 12 parties, and how many more there are."""
    assert "and 5 more" in page(record(*[source()] * 25))
    assert " more" not in page(record(*[source()] * 20))
    many = {"on_behalf_of": ["office"] * 15, "act": "signed", "date": "2021"}
    assert "Office and 3 more" in page(record(mou(signatures=[many])))


def test_nothing_is_told_twice_of_an_id_taken_twice() -> None:
    """Of two agreements with one id, what points to it is told with the one that links lead to."""
    twice = another("mou", parties=[{"organization": "gov"}])
    written = page(record(twice, bundle(title={"en": "Two"}), ceremony(name={"en": "The great signing"})))
    assert written.count("Read it in") == 0
    assert written.count("The great signing") <= 3


def test_a_note_far_inside_own_data_names_the_beginning_of_its_way() -> None:
    """Of a way with forty steps thirty are named, and that there are more; the note is whole otherwise."""
    deep: Any = "found"
    for _ in range(38):
        deep = {"level": deep}
    target = "/extensions/partner.example:tree" + "/level" * 38
    written = page(record(bundle(extensions={"partner.example:tree": deep}), note(target, as_printed="to the letter")))
    (line,) = [line for line in written.split("\n") if "to the letter" in line]
    assert line.count("level") == 28
    assert "level: …; " in line
