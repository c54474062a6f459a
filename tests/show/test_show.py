"""A record as a document: nothing is lost, nothing acts, everything leads somewhere, in every form."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import html5lib
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from rich.console import Console

import mouschema
from conftest import GOOD, SEED, name, seed
from mouschema import Bundle, Date, Duration, load, loads, model, render_bundle, schemas
from mouschema._safe import printable
from mouschema.model import codelists
from mouschema.model._plain import plain
from mouschema.show import lettering
from mouschema.show import words as say
from mouschema.show.agreement import SECTIONS
from mouschema.show.forms import ON_ONE_LINE, TITLES, fields_in
from mouschema.show.html import render_html
from mouschema.show.parts import Entry, Fact, Page, Section, Words
from mouschema.show.parts import plain as plainly
from mouschema.show.terminal import print_page
from mouschema.show.view import view
from mouschema.testing.strategies import bundles
from near import bundle as bundle_
from near import mou, note, record

FORMS = ("html", "markdown", "terminal")
VOID = {"id", "target", "schema_version"}


def page(bundle: Bundle) -> Page:
    """Return the page of a bundle, English preferred."""
    return view(bundle, ("en",))


def on_terminal(bundle: Bundle, width: int = 100) -> str:
    """Return what the terminal gets, styles included."""
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system="truecolor", highlight=False)
    print_page(page(bundle), console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def rendered(bundle: Bundle, form: str) -> str:
    """Return a bundle in one of the forms."""
    return on_terminal(bundle) if form == "terminal" else render_bundle(bundle, form)  # type: ignore[arg-type]


def parsed(html: str) -> Any:
    """Return the tree of a page that has not one error of syntax, unless a character of the record is one by itself."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    assert [error for error in parser.errors if error[1] != "invalid-codepoint"] == []
    for element in tree.iter():
        if isinstance(element.tag, str):  # comments have none
            element.tag = element.tag.rpartition("}")[2]
    return tree


def text_of(html: str) -> str:
    """Return what a reader of the page gets, drawings aside: the text and the addresses of links, evened out."""
    tree = parsed(html)
    for unread in [*tree.iter("style"), *tree.iter("figure")]:
        unread.clear()
    words = "".join(tree.itertext()) + " ".join(link.get("href", "") for link in tree.iter("a"))
    return evened(words)


def facts(value: Any, place: str = "Bundle", key: str = "") -> Iterator[str]:
    """Yield all that a document says, each value in the words in which a page has to say it."""
    kind, schema = place, schemas.definition(place) if place in schemas.schema()["$defs"] or place == "Bundle" else {}
    if isinstance(value, dict) and "properties" in schema:
        for field, inner in value.items():
            if field not in VOID:
                shape = schema["properties"][field]
                target = shape.get("items") or shape.get("allOf", [shape])[0]
                for each in inner if isinstance(inner, list) and "items" in shape else [inner]:
                    yield from facts(each, target.get("$ref", "boolean").rpartition("/")[2], field)
    elif kind == "Text":
        yield from value.values()
    elif kind == "Extensions":
        for own, inner in value.items():
            yield own
            yield inner if isinstance(inner, str) else json.dumps(inner, ensure_ascii=False)
    elif kind == "FreeJson":
        yield value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    elif kind not in ("Id", "boolean"):
        yield in_words(kind, value)


def in_words(kind: str, value: Any) -> str:
    """Return a single value as a page has to say it."""
    if codelist := getattr(codelists, kind, None):
        return say.code(codelist(value))
    special = {
        "Date": lambda: say.date(Date(value)),
        "Duration": lambda: say.duration(Duration(value)),
        "DecimalNumber": lambda: _grouped(value),
        "Count": lambda: f"{value:,.0f}",
        "Theme": lambda: say.theme(value),
        "CountryCode": lambda: say.country(value),
        "LanguageTag": lambda: say.language(value),
        "Timestamp": lambda: say.moment(value),
    }
    return special[kind]() if kind in special else value


def _grouped(number: str) -> str:
    whole, point, decimals = number.partition(".")
    return f"{int(whole):,}{point}{decimals}"


def missing(bundle: Bundle, text: str) -> list[str]:
    """Return what a bundle says and a text does not."""
    return [fact for fact in facts(plain(bundle)) if evened(printable(fact)) not in text]


def evened(text: str) -> str:
    """Return a text in small letters with single spaces."""
    return " ".join(text.split()).casefold()


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_nothing_is_lost(path: Path) -> None:
    """Every text, name, number, code and date of a record is on its page, and every link and anchor is sound."""
    bundle = load(path)
    html = render_bundle(bundle)
    assert missing(bundle, text_of(html)) == []
    assert_links_are_sound(html)
    assert_drawings_are_within_their_frame(html)
    assert html.count("<svg ") == len(list(parsed(html).iter("svg")))


def assert_links_are_sound(html: str) -> None:
    """Anchors are there once, and every link within the page leads to one; every label of a drawing exists."""
    tree = parsed(html)
    anchors = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(anchors) == len(set(anchors))
    for link in tree.iter("a"):
        href = link.get("href")
        if href.startswith("#"):
            assert href[1:] in anchors, href
        else:
            assert re.match(r"https?://", href)
            assert link.get("rel") == "noopener noreferrer nofollow"
    for drawing in tree.iter("svg"):
        assert drawing.get("aria-labelledby") in anchors


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_every_place_of_a_record_can_be_marked(path: Path) -> None:
    """Whatever a note is about, a mark stands beside it that leads to the note, and the note leads back."""
    document = json.loads(path.read_bytes())
    document.pop("annotations", None)
    document["annotations"] = [{"target": place, "basis": "inferred"} for place in places(document)]
    bundle = mouschema.check(document).bundle
    assert bundle
    html = render_bundle(bundle)
    for number, annotation in enumerate(bundle.annotations, 1):
        assert f'<a href="#note-{number}" id="mark-{number}"' in html, annotation.target
        assert f'<a href="#mark-{number}">' in html, annotation.target


def places(value: Any, pointer: str = "") -> Iterator[str]:
    """Yield the pointer of every part of a document."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        place = f"{pointer}/{str(step).replace('~', '~0').replace('/', '~1')}"
        yield place
        yield from places(inner, place)


def test_an_inferred_value_is_marked_with_its_source() -> None:
    """The year of the seed is inferred: the date says so, and the note has what was printed, why, and where."""
    html = render_bundle(load(SEED))
    assert re.search(
        r'30 June 2022<sup class="mark doubt"><a href="#note-1" id="mark-1"[^>]*>inferred 1</a></sup>', html
    )
    note = html[html.index('<li id="note-1">') : html.index('<li id="note-2">')]
    assert "Signing ceremony: Date" in text_of_part(note)
    assert "The year is not printed" in note
    assert "30 June<" in note.replace("</bdi>", "<")
    assert '<a href="#r-laotian-times">' in note


def text_of_part(html: str) -> str:
    """Return the text of a piece of a page."""
    return "".join(html5lib.parseFragment(html, namespaceHTMLElements=False).itertext())


@given(bundles())
@settings(max_examples=25)
def test_whatever_can_be_recorded_can_be_shown(bundle: Bundle) -> None:
    """Any bundle becomes a sound page with everything in it, Markdown, and text for the terminal."""
    html = render_bundle(bundle)
    assert_links_are_sound(html)
    assert missing(bundle, text_of(html)) == []
    assert_drawings_are_within_their_frame(html)
    assert render_bundle(bundle, "markdown")
    assert not acting(on_terminal(bundle))


def assert_drawings_are_within_their_frame(html: str) -> None:
    """Every box, bar and line of text is inside, and nothing has a size below zero."""
    for drawing in parsed(html).iter("svg"):
        _, _, width, height = map(float, drawing.get("viewBox").split())
        for shape in drawing.iter("rect"):
            x, y, wide, high = (float(shape.get(key)) for key in ("x", "y", "width", "height"))
            assert wide > 0
            assert -0.01 <= x <= x + wide <= width + 0.01
            assert -0.01 <= y <= y + high <= height + 0.01
        assert all(0 <= float(point.get("cx")) <= width for point in drawing.iter("circle"))
        assert all(0 <= float(text.get("y")) <= height for text in drawing.iter("text"))


def acting(text: str) -> set[str]:
    """Return the characters that act on a terminal, what styles need aside."""
    unstyled = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return {each for each in unstyled if re.match("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", each)}  # fmt: skip


def test_forms_leave_no_field_out() -> None:
    """A record on one line says every field; titles and sections name fields that there are."""
    for cls, form in ON_ONE_LINE.items():
        assert set(fields_in(form)) == {field.name for field in attrs.fields(cls)}
    for cls, form in TITLES.items():
        assert set(fields_in(form)) <= {field.name for field in attrs.fields(cls)}
    told = [field for fields in SECTIONS.values() for field in fields]
    assert set(told) <= {field.name for field in attrs.fields(model.Agreement)}
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("written", "words"),
    [("2022-06-30", "30 June 2022"), ("2022-06", "June 2022"), ("2022", "2022"), ("2022~", "about 2022"),
     ("2022-06?", "perhaps June 2022"), ("2022%", "perhaps about 2022"), ("2012-01/2013-12", "from January 2012 to December 2013"),
     ("2021-05-25/..", "from 25 May 2021 on"), ("../2021-05-25", "until 25 May 2021")],
)  # fmt: skip
def test_dates_are_read_out(written: str, words: str) -> None:
    """As people write them, with the doubt that they carry."""
    assert say.date(Date(written)) == words


@pytest.mark.parametrize(
    ("written", "words"), [("P3Y", "3 years"), ("P1Y6M", "1 year 6 months"), ("P2W", "2 weeks"), ("P1D", "1 day")]
)
def test_lengths_of_time_are_read_out(written: str, words: str) -> None:
    """Numbers and units, one and many."""
    assert say.duration(Duration(written)) == words


def test_other_values_are_read_out() -> None:
    """Moments with their zone, languages with the rest of the tag, yes and no with what they mean."""
    assert say.moment("2022-07-04T09:30:00+07:00") == "4 July 2022, 09:30:00 UTC+07:00"
    assert say.moment("2022-07-04T09:30Z") == "4 July 2022, 09:30 UTC"
    assert say.language("lo") == "Lao"
    assert say.language("zh-Hant-TW") == "Chinese (zh-Hant-TW)"
    assert say.language("und") == "language not known"
    assert say.language("qaa") == "qaa"
    assert say.country("LA") == "Lao People's Democratic Republic"
    assert say.theme("official_visits") == "official_visits"
    assert say.flag(model.Commitment, "joint", True) == "yes: all parties are to act together"
    assert say.flag(model.Commitment, "joint", False) == "no"
    assert say.flag(model.Agreement, "parties_complete", False) == "no: the list of parties is known to be incomplete"


def test_languages_choose_what_comes_first() -> None:
    """The preferred wording is the name in links; the others are there too, in their language and direction."""
    bundle = load(SEED)
    lao = render_bundle(bundle, languages=("lo", "en"))
    assert '<a href="#r-gov-la"><bdi lang="lo" dir="ltr">ລັດຖະບານ' in lao
    assert '<a href="#r-gov-la"><bdi lang="en" dir="ltr">Government of the Lao' in render_bundle(bundle)
    assert missing(bundle, text_of(lao)) == []
    arabic = render_bundle(load(SEED.parent / "cases" / "uae-mozambique-labour.json"))
    assert '<bdi lang="ar" dir="rtl">مذكرة تفاهم</bdi>' in arabic


def told(term: dict[str, Any], **agreement: Any) -> list[str]:
    """Return what the timeline of the seed says, with another term."""
    document = seed()
    document["agreements"][0] |= {"term": term, **agreement}
    document["ceremonies"][0] |= {"status": "postponed"}
    bundle = mouschema.check(document).bundle
    assert bundle
    (section,) = (each for each in page(bundle).sections[0].sections if plainly(each.heading) == "Term")
    return [plainly(line) for line in section.figure.lines] if section.figure else []


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ({"effective": "2022-07", "duration": "P3Y", "renewal": {"mode": "automatic", "period": "P1Y"}},
         ["July 2022: Takes effect", "3 years: The term as its duration has it", "1 year: It is renewed unless somebody objects"]),
        ({"effective": "2022-07-01", "end": "2025"}, ["1 July 2022 to 2025: The term", "2025: The term ends"]),
        ({"effective": "2022-07-01", "indefinite": True}, ["From 1 July 2022 on: The term, without end"]),
        ({"effective_on": "on_signature", "duration": "P18M"}, ["18 months: The term as its duration has it"]),
        ({"effective_on": "on_signature", "duration": "P9999Y"}, []),
        ({"effective_on": "on_ratification", "duration": "P3Y"}, []),
        ({"end": "2025-12-31~", "renewal": {"mode": "none"}}, ["about 31 December 2025: The term ends", "Afterwards: It is known not to be renewed"]),
    ],
)  # fmt: skip
def test_the_timeline_tells_term_and_renewal(term: dict[str, Any], said: list[str]) -> None:
    """From the day stated, or that of signing; what only follows from a duration is said to; one date is no line."""
    lines = told(term)
    assert all(line in lines for line in said)
    assert bool(lines) == bool(said)
    assert not lines or "30 June 2022: Signing ceremony (postponed)" in lines


def test_what_has_no_name_is_called_by_its_kind() -> None:
    """A document without a title by its publisher and day, so that a link to it says something."""
    document = seed()
    document["documents"][0] |= {"kind": "other"}
    del document["documents"][0]["title"]
    bundle = mouschema.check(document).bundle
    assert bundle
    assert "Other document, The Laotian Times, 4 July 2022" in text_of_part(render_bundle(bundle))


def test_supporters_alone_are_drawn() -> None:
    """An agreement whose parties are not known is drawn with those who support it, and nobody is said to be bound."""
    supporters = [{"organization": id, "roles": ["funder" if id == "gov" else "witness"]} for id in ("gov", "iom")]
    drawn = text_of_part(render_bundle(loads(record(mou(parties=[], signatures=[], supporters=supporters)))))
    assert "Government: funder" in drawn
    assert "Bound by it" not in drawn
    assert "Bound by it" in text_of_part(render_bundle(loads(record())))


def test_a_note_far_inside_is_cut() -> None:
    """Thirty steps of its way are named, and `…` says that there are more."""
    deep: Any = "x"
    for _ in range(40):
        deep = {"a": deep}
    for steps, cut in ((28, False), (29, True)):
        pointer = "/extensions/a.b:c" + "/a" * steps
        bundle = mouschema.check(record(bundle_(extensions={"a.b:c": deep}), note(pointer))).bundle
        assert bundle
        assert ("a: …" in " ".join(on_terminal(bundle, 1000).split())) == cut


def test_letters_have_widths() -> None:
    """Chinese and Japanese are as wide as they are high and are broken anywhere; marks take no room."""
    assert lettering.width("覚書") == 2
    assert lettering.width("ກ") == lettering.width("ກ\u0eb1") == lettering.width("a") == 0.54
    assert lettering.width("M") > lettering.width("a") > lettering.width("i")
    assert lettering.lines("覚書覚書覚書", 2.5, 5) == ["覚書", "覚書", "覚書"]
    assert lettering.lines("覚書覚書覚書", 2.5, 2) == ["覚書", "覚書…"]


def test_empty_sections_are_not_shown() -> None:
    """A bundle with next to nothing says so and has no headings over nothing."""
    html = render_bundle(Bundle(schema_version="1.0"))
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", html) == ["About this record"]
    assert "A record without agreements" in html


def test_organizations_in_a_circle_or_a_long_chain_are_all_told() -> None:
    """Each exactly once."""
    chain = [
        {"id": f"o{n}", "name": {"en": f"Office {n}."}, "kind": "agency", "parent": f"o{n + 1}"} for n in range(200)
    ]
    chain.append({"id": "o200", "name": {"en": "Office 200."}, "kind": "agency", "parent": "o199"})
    bundle = mouschema.check({"schema_version": "1.0", "organizations": chain}).bundle
    assert bundle
    html = render_bundle(bundle)
    assert all(html.count(f'id="r-o{n}"') == 1 for n in range(201))


def test_one_record_twice_keeps_anchors_apart() -> None:
    """A bundle made in Python may hold the same object twice, or two with one identifier; the first has the anchor."""
    bundle = load(SEED)
    html = render_bundle(attrs.evolve(bundle, organizations=bundle.organizations * 2, agreements=bundle.agreements * 2))
    assert_links_are_sound(html)


def test_words_of_ours_are_escaped_too() -> None:
    """A page made by hand: whatever its words are, with or without a language."""
    words = (Words("<b>\u202e", hint='"<b>', to="javascript:alert(1)"), Words("<b>", "en"))
    section = Section("s", words, badges=words, facts=(Fact("<b>", (words,), hint='"<b>'),), entries=(Entry(words),))
    html = render_html(Page(title=words, also=(words,), sections=(section,), notes=(), closing="<b>"))
    assert "<b>" not in html
    assert "\u202e" not in html
    assert 'href="javascript' not in html


def test_templates_can_be_replaced(tmp_path: Path) -> None:
    """The importer's page takes the place of ours and gets the same view."""
    (tmp_path / "bundle.html.jinja").write_text("<p>{{ plain(page.title) }}</p>{{ '<b>' }}")
    html = render_bundle(load(SEED), templates=tmp_path)
    assert html == "<p>Lao PDR and IOM: memorandum of 30 June 2022 against trafficking in persons</p>&lt;b&gt;"


# Whatever somebody might write into a record to act on a page, a drawing, a document or a terminal.
HOSTILE = (
    "<script>window.hacked=1</script>", "</script><script>window.hacked=1</script>", "<img src=x onerror=window.hacked=1>",
    '"><svg onload=window.hacked=1>', "javascript:window.hacked=1", "[click](javascript:window.hacked=1)",
    "![x](https://evil.example/x.png)", "</title></style></textarea><iframe src=https://evil.example>",
    "{{7*7}}{% raw %}", "${7*7}", "}</style>*{display:none}", "]]><!--", "# heading\n- list\n<b>bold</b>\n    code",
    "`code` **bold** _em_ ~~s~~ | a | b |", "1. one", "> quote", "[^1]: note", "<https://evil.example>", "&lt;b&gt;",
    "\u202egnp.exe", "\u2066x\u2069", "[bold red]x[/] :smile:", "@somebody #1", "+ plus", "=====", "::: raw",
)  # fmt: skip


def hostile(turn: int = 0) -> Bundle:
    """Return the seed with every text replaced by something hostile."""
    document, number = seed(), turn

    def replaced(value: Any, key: str = "") -> Any:
        nonlocal number
        if isinstance(value, dict):
            return {name: replaced(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [replaced(inner, key) for inner in value]
        if key in ("en", "lo"):
            number += 1
            return HOSTILE[number % len(HOSTILE)]
        if key in ("text", "sort_name", "as_printed"):
            number += 1
            return HOSTILE[number % len(HOSTILE)].replace("\n", " ")
        return value

    document = replaced(document)
    document["extensions"] = {f"evil.example:{n}": text for n, text in enumerate([*HOSTILE, "\x1b[31m\x07\x9b"])}
    bundle = mouschema.check(document).bundle
    assert bundle
    return bundle


@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 5))
def test_hostile_words_are_inert_in_html(turn: int) -> None:
    """They are all there to be read, and no element or attribute comes of them."""
    bundle = hostile(turn)
    html = render_bundle(bundle)
    assert missing(bundle, text_of(html)) == []
    assert_links_are_sound(html)
    tree = parsed(html)
    assert not {"script", "img", "iframe", "b", "textarea", "form", "object"} & {element.tag for element in tree.iter()}
    assert not [
        key for element in tree.iter() for key in element.attrib if key.startswith("on") or key in ("style", "src")
    ]
    assert "{{7*7}}" in html
    assert not acting(html)


@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 5))
def test_hostile_words_are_inert_in_markdown(turn: int) -> None:
    """A Markdown reader that lets HTML through makes of them words, and neither elements nor links."""
    markdown = render_bundle(hostile(turn), "markdown")
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    html = reader.render(re.sub(r"(?<!\\)\[\^[0-9]+\]:?", "", markdown))
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    allowed = {"html", "head", "body", "h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "em", "a", "br"}
    assert {element.tag for element in tree.iter()} <= allowed
    hrefs = {link.get("href") for link in tree.iter("a")}
    assert all(str(href).startswith("https://laotiantimes.com/") for href in hrefs)
    text = evened("".join(tree.itertext()))
    assert [words for words in HOSTILE if evened(printable(words)) not in text] == []
    assert not acting(markdown)


def test_hostile_words_are_inert_on_the_terminal() -> None:
    """Nothing is taken as markup or emoji, and no control or bidi character is printed raw."""
    text = on_terminal(hostile(), width=10_000)
    assert not acting(text)
    unstyled = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert "[bold red]x[/] :smile:" in unstyled
    assert "\\u001b[31m\\u0007" in unstyled
