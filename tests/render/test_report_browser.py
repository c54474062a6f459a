"""Reports in a real browser: nothing of a document runs, nothing is fetched, and the page serves everyone.

What they need, and what happens without it, is told in `conftest.browser`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_report_html import HOSTILE

from conftest import EXAMPLES, SEED, seed
from mouschema import Report, check
from mouschema.render import render_report as render


class Reader:
    """Opens pages, and notes all that a page does of its own accord."""

    def __init__(self, browser: Any, folder: Path) -> None:
        """Begin in an empty folder."""
        self.browser, self.folder, self.did = browser, folder, list[str]()

    def open(self, reports: Any, **options: Any) -> Any:
        """Open the page of some reports."""
        file = self.folder / "report.html"
        file.write_text(reports if isinstance(reports, str) else render(reports, "html"), encoding="utf-8")
        page = self.browser.new_page(**options)
        page.on("dialog", lambda dialog: (self.did.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda message: self.did.append(f"console {message.text}"))
        page.on("pageerror", lambda error: self.did.append(f"error {error}"))
        page.on("request", lambda request: self.did.append(f"request {request.url}"))
        page.goto(file.as_uri())
        assert self.did.pop(0) == f"request {file.as_uri()}"
        return page


@pytest.fixture
def reader(browser: Any, tmp_path: Path) -> Iterator[Reader]:
    """Return a reader; whatever a page did of its own accord fails the test."""
    made = Reader(browser, tmp_path)
    yield made
    for page in [page for context in browser.contexts for page in context.pages]:
        page.close()
    assert made.did == []


def submission() -> Report:
    """Return the report on the broken submission."""
    return check(EXAMPLES / "submission.json", source="submission.json")


def hostile() -> Report:
    """Return a report whose every name and value tries to act."""
    document = seed()
    document[HOSTILE] = HOSTILE
    document["agreements"][0]["kind"] = HOSTILE
    document["agreements"][0]["status"] = (
        "<img src=https://evil.example/x onerror=window.ran=1><svg onload=window.ran=1>"
    )
    document["people"][0]["id"] = "javascript:window.ran=1"
    document["organizations"][0]["id"] = HOSTILE + "x" * 1_000_000
    return check(json.dumps(document, ensure_ascii=False, indent=2), source=HOSTILE)


def thousand() -> Report:
    """Return a report of a thousand findings on one long line."""
    document = seed()
    document["organizations"] += [{"id": f"o{n}", "name": {"en": "O"}, "kind": "ministri"} for n in range(1_000)]
    return check(json.dumps(document))


def shown(page: Any) -> list[str]:
    """Return the codes of the findings that are to be seen."""
    seen = "each => each.offsetHeight"
    return page.evaluate(f"[...document.querySelectorAll('.finding')].filter({seen}).map(each => each.dataset.code)")


def test_nothing_of_a_hostile_document_runs(reader: Reader) -> None:
    """No dialog, no request, no error, no element: its markup is words, on a page that works."""
    page = reader.open(hostile())
    assert page.evaluate("[window.ran, document.images.length, document.scripts.length]") == [None, 0, 1]
    assert "<script>ran()</script>" in page.inner_text("h1")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("<script>")
    assert shown(page)
    page.click(".places a >> nth=0")
    page.click(".rows .badge >> nth=0")


def test_policy_stops_what_escaping_would_miss(browser: Any, tmp_path: Path) -> None:
    """Even markup that were printed raw could neither run nor load anything."""
    raw = "<script>window.ran=1</script><img src=x onerror=window.ran=1><style>body{display:none}</style>"
    reader = Reader(browser, tmp_path)
    page = reader.open(render(submission(), "html").replace("<h1>", f"<h1>{raw}"))
    assert page.evaluate("window.ran") is None
    assert page.is_visible("h1")
    assert any("Content Security Policy" in each for each in reader.did)
    page.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(reader: Reader, width: int) -> None:
    """On a phone and on a screen everything is within the window, also long values and long lines."""
    for report in (submission(), hostile(), thousand(), check(SEED), check({"schema_version": HOSTILE * 9})):
        page = reader.open(report, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_findings_are_chosen_by_keyboard_alone(reader: Reader) -> None:
    """Words, code and severity narrow what is shown, the number is told, and one key shows all again."""
    page = reader.open(submission())
    keyboard, status = page.keyboard, page.locator("[role=status]")
    keyboard.press("Tab")  # the link that skips to the content
    for _ in page.query_selector_all(".counts a"):
        keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.type("country LAOS")
    assert shown(page) == ["SCH04"]
    assert status.inner_text() == "1 of 11 findings shown"
    assert status.get_attribute("aria-live") == "polite"
    keyboard.press("Escape")
    assert len(shown(page)) == 11
    keyboard.press("Tab")
    keyboard.type("SCH03")
    assert set(shown(page)) == {"SCH03"}
    assert not page.is_visible("h4:has-text('SCH04')")
    keyboard.press("Tab")
    keyboard.press("Space")
    assert shown(page) == []
    assert status.inner_text() == "0 of 11 findings shown"
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert status.inner_text() == "11 of 11 findings shown"
    assert len(shown(page)) == 11


def test_focus_can_be_seen(reader: Reader) -> None:
    """Every element that the keyboard reaches has an outline then."""
    page = reader.open(submission())
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_finding_and_line_lead_to_each_other(reader: Reader) -> None:
    """By keyboard: from the finding to its line, which is then in sight beside it, and back."""
    page = reader.open(submission(), viewport={"width": 1280, "height": 800})
    link = page.locator("a[href='#d1-line-75']")
    link.focus()
    before = page.evaluate("window.scrollY")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.url.endswith("#d1-line-75")
    assert page.evaluate("window.scrollY") == before
    box = page.locator("#d1-line-75").bounding_box()
    assert 0 < box["y"] < 800
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(":target").inner_text().startswith('"378,000" is not a decimal number')


def test_link_to_what_was_not_chosen_shows_it(reader: Reader) -> None:
    """A line's link leads to its finding even while others are chosen."""
    page = reader.open(submission())
    page.fill("input[type=search]", "unicef")
    assert not page.is_visible("[data-code=SCH12]")
    page.click(".rows a:has-text('SCH12')")
    page.wait_for_selector("[data-code=SCH12]:visible")
    assert page.evaluate("document.querySelector(':target').dataset.code") == "SCH12"
    assert 0 <= page.locator(":target").bounding_box()["y"] < 720


def test_page_is_complete_without_script(reader: Reader) -> None:
    """Findings, explanations and the record are there; nothing that would do nothing is."""
    page = reader.open(submission(), java_script_enabled=False)
    assert page.locator(".finding:visible").count() == 11
    assert page.locator(".rows li:visible").count() == 101
    assert not page.is_visible("form")
    page.click("summary:has-text('What SCH04 means')")
    assert page.is_visible("text=The value is not one of the codes that this field may hold.")


@pytest.mark.parametrize("script", [True, False])
def test_explanations_are_printed(reader: Reader, script: bool) -> None:
    """On paper everything is open, and there are no controls."""
    page = reader.open(submission(), java_script_enabled=script)
    page.emulate_media(media="print")
    assert page.is_visible("text=The value is not one of the codes that this field may hold.")
    assert page.is_visible(f"text={submission().sha256}")
    assert not page.is_visible("form")
    assert page.pdf()[:4] == b"%PDF"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_reader(reader: Reader, scheme: str) -> None:
    """Light words on a dark ground where that is preferred."""
    page = reader.open(submission(), color_scheme=scheme)
    ground, ink = page.evaluate("['backgroundColor', 'color'].map(each => getComputedStyle(document.body)[each])")
    brightness = [sum(int(part) for part in colour[4:-1].split(",")) for colour in (ground, ink)]
    assert (brightness[0] > brightness[1]) == (scheme == "light")
