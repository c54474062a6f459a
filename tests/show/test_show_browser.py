"""Pages in a real browser: nothing of a record runs, nothing is fetched, and the search works by keyboard alone.

What they need, and what happens without it, is told in `conftest.browser`.
"""

from pathlib import Path
from typing import Any, Self

import pytest
from test_show import HOSTILE, hostile

from conftest import GOOD, SEED
from mouschema import load, render_bundle
from mouschema.show.site import write_site


class Visit:
    """A page opened from a file, and what it did beside being read."""

    def __init__(self, browser: Any, path: Path, **options: Any) -> None:
        """Open the page."""
        self.did: list[str] = []
        self.page = browser.new_page(**options)
        self.page.on("dialog", lambda dialog: (self.did.append("dialog"), dialog.dismiss()))
        self.page.on("requestfinished", lambda request: self._asked(request, path))
        self.page.on("requestfailed", lambda request: self._asked(request, path))
        self.page.on("pageerror", lambda error: self.did.append(f"error: {error}"))
        self.page.goto(path.as_uri())

    def _asked(self, request: Any, path: Path) -> None:
        """Note a request beside that for the page itself, unless the page's own policy stopped it."""
        if request.url != path.as_uri() and request.failure != "csp":
            self.did.append(f"{request.url}: {request.failure}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.page.close()


def written(folder: Path, html: str) -> Path:
    """Write a page."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    return path


@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 5))
def test_nothing_of_a_hostile_record_runs(browser: Any, tmp_path: Path, turn: int) -> None:
    """No script, no dialog, no request, no error."""
    with Visit(browser, written(tmp_path, render_bundle(hostile(turn)))) as visit:
        assert visit.page.evaluate("window.hacked") is None
        assert visit.did == []


def test_policy_holds_where_a_template_forgets_to_escape(browser: Any, tmp_path: Path) -> None:
    """A template of the importer's that prints words raw makes elements of them, and still nothing runs or loads."""
    (tmp_path / "bundle.html.jinja").write_text(
        '{% extends "base.html.jinja" %}{% block title %}x{% endblock %}'
        "{% block content %}{% for each in page.sections[-1].facts[-1].values %}{{ each[1].text | safe }}<p>"
        "{% endfor %}{% endblock %}"
    )
    html = render_bundle(hostile(), templates=tmp_path)
    assert "<script>window.hacked=1</script>" in html
    with Visit(browser, written(tmp_path, html)) as visit:
        visit.page.wait_for_timeout(200)
        assert visit.page.evaluate("document.images.length") > 0
        assert visit.page.evaluate("window.hacked") is None
        assert visit.did == []


def test_no_page_scrolls_sideways_on_a_phone(browser: Any, tmp_path: Path) -> None:
    """At 360 pixels everything is within the window, also long words and addresses."""
    for number, bundle in enumerate([*map(load, [SEED, *GOOD[::5]]), hostile()]):
        with Visit(browser, written(tmp_path, render_bundle(bundle)), viewport={"width": 360, "height": 740}) as visit:
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360, number


def test_text_runs_in_its_own_direction(browser: Any, tmp_path: Path) -> None:
    """Arabic from right to left, Lao and Chinese from left to right, whatever stands around them."""
    page = written(tmp_path, render_bundle(load(SEED.parent / "cases" / "uae-mozambique-labour.json")))
    with Visit(browser, page) as visit:
        direction = "[...document.querySelectorAll('bdi:lang(ar)')].map(each => getComputedStyle(each).direction)"
        assert set(visit.page.evaluate(direction.replace(":lang(ar)", "[lang=ar]"))) == {"rtl"}
        assert set(visit.page.evaluate(direction.replace(":lang(ar)", "[lang=en]"))) == {"ltr"}


def test_marks_lead_to_their_notes_and_back(browser: Any, tmp_path: Path) -> None:
    """By keyboard: the mark beside the date, its note, the date again."""
    with Visit(browser, written(tmp_path, render_bundle(load(SEED)))) as visit:
        visit.page.focus("#mark-1")
        visit.page.keyboard.press("Enter")
        assert visit.page.url.endswith("#note-1")
        visit.page.keyboard.press("Tab")
        visit.page.keyboard.press("Enter")
        assert visit.page.url.endswith("#mark-1")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of all good examples and a hostile one, once."""
    folder = tmp_path_factory.mktemp("site")
    write_site([*((path.stem, load(path)) for path in GOOD), ("hostile", hostile())], folder)
    return folder / "index.html"


def shown(page: Any) -> list[str]:
    """Return the files of the records that are to be seen."""
    return page.evaluate("[...document.querySelectorAll('#records > li')].filter(each => each.offsetHeight).map(each => each.querySelector('a').getAttribute('href'))")  # fmt: skip


def test_search_by_keyboard_alone(browser: Any, index: Path) -> None:
    """Words, country, year and theme narrow the list; it says how many are left; nothing is fetched."""
    with Visit(browser, index) as visit:
        keyboard, page = visit.page.keyboard, visit.page
        assert len(shown(page)) == len(GOOD) + 1
        keyboard.press("Tab")  # the link that skips to the content
        keyboard.press("Tab")
        keyboard.type("ລັດຖະບານແຫ່ງສາທາລະນະ"[:7])
        assert "lao-iom-2022.html" in shown(page)
        keyboard.press("Control+a")
        keyboard.type("memorandum of 30 June 2022")
        assert shown(page) == ["lao-iom-2022-as-told-by-iom.html", "lao-iom-2022.html"]
        assert page.inner_text("#found") == f"2 of {len(GOOD) + 1} records"
        keyboard.press("Control+a")
        keyboard.press("Delete")
        keyboard.press("Tab")
        keyboard.type("Rwanda")
        assert shown(page) == ["uk-rwanda-2022.html"]
        keyboard.press("Tab")
        keyboard.type("2023")
        assert shown(page) == ["uk-rwanda-2022.html"]
        keyboard.press("Tab")
        keyboard.type("Refugees")
        assert shown(page) == ["uk-rwanda-2022.html"]
        keyboard.press("Shift+Tab")
        keyboard.type("2017")
        assert shown(page) == []
        assert page.evaluate("window.hacked") is None
        assert visit.did == []


def test_index_without_script_is_a_list(browser: Any, index: Path) -> None:
    """All records are there, and no search that would do nothing."""
    with Visit(browser, index, java_script_enabled=False) as visit:
        assert visit.page.is_visible("text=United Kingdom and Rwanda: memorandum of 13 April 2022")
        assert not visit.page.is_visible("#search")


def test_index_leads_to_pages_and_back(browser: Any, index: Path) -> None:
    """Each record has its page, and each page the way home."""
    with Visit(browser, index, viewport={"width": 360, "height": 740}) as visit:
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
        visit.page.click("a[href='lao-iom-2022.html']")
        assert visit.page.inner_text("h1").startswith("Lao PDR and IOM")
        visit.page.click("text=All records")
        assert visit.page.url == index.as_uri()
