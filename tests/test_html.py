"""The base of every HTML page: escaping, languages, links, and what a page may load."""

import base64
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError

import mouschema
from mouschema._html import direction, environment
from mouschema._safe import printable

PAGE = """{% extends "base.html.jinja" %}{% block title %}{{ words }}{% endblock %}
{% block script %}window.ran = 1 < 2 && "</b>"{% endblock %}{% block content %}{{ words }}{% endblock %}"""


def page(words: str) -> str:
    """Return a page on the base."""
    return environment().from_string(PAGE).render(words=words)


def test_whatever_is_printed_is_inert() -> None:
    """Markup is escaped, and bidi and control characters are visible, without any filter in the template."""
    made = page("<script>alert(1)</script>{{7*7}}\u202e\x1b[31m")
    assert "<script>alert" not in made
    assert "{{7*7}}\\u202e\\u001b[31m" in made


def test_ordinary_joiners_and_line_breaks_stay() -> None:
    """Lao, Thai, Khmer and Burmese break words with U+200B; Arabic and Indic scripts need U+200C and U+200D."""
    words = "ພາ\u200bສາ\nمی\u200cخواهم\tक्\u200dष"
    assert printable(words) == words


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("lo", "ltr"), ("ar", "rtl"), ("ar-Latn", "ltr"), ("fa", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("az-Arab", "rtl"),
     ("zh-Hant", "ltr"), ("en", "ltr"), ("und", "auto"), ("xyz", "auto")],
)  # fmt: skip
def test_direction_follows_the_script(tag: str, expected: str) -> None:
    """By the script that the tag names or that its language is written in; left to the browser where it is unknown."""
    assert direction(tag) == expected


def test_words_are_set_apart_in_their_language() -> None:
    """`bdi` carries language and direction; `und` is the empty language."""
    template = environment().from_string("{{ words | bdi(tag) }}")
    assert template.render(words="<م>", tag="ar") == '<bdi lang="ar" dir="rtl">&lt;م&gt;</bdi>'
    assert template.render(words="x", tag="und") == '<bdi lang="" dir="auto">x</bdi>'
    assert template.render(words="x", tag=None) == "<bdi>x</bdi>"


def test_only_web_addresses_become_links() -> None:
    """Nothing but http and https; quotation marks cannot leave the attribute."""
    template = environment().from_string("{{ words | weblink(url) }}")
    assert template.render(words="<x>", url="javascript:alert(1)") == "&lt;x&gt;"
    link = template.render(words="x", url='https://a.example/?"onclick=')
    assert link == '<a href="https://a.example/?&#34;onclick=" rel="noopener noreferrer nofollow">x</a>'


def test_only_the_page_s_own_script_and_style_may_run() -> None:
    """The policy names both by the hash of what stands in the page, and forbids the rest."""
    made = page("x")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', made)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for element in ("style", "script"):
        (content,) = re.findall(rf"<{element}>(.*?)</{element}>", made, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy[1]


def test_a_page_without_script_allows_none() -> None:
    """No script element, and `script-src 'none'`."""
    made = environment().from_string('{% extends "base.html.jinja" %}{% block title %}x{% endblock %}').render()
    assert "<script" not in made
    assert "script-src 'none'" in made


def test_templates_can_be_replaced(tmp_path: Path) -> None:
    """A template in the importer's folder comes before that of the package; the others stay."""
    (tmp_path / "style.css").write_text("body { color: teal }")
    made = environment(tmp_path).from_string(PAGE).render(words="x")
    assert "color: teal" in made
    assert "--ground" not in made


def test_a_misspelt_variable_is_an_error() -> None:
    """A template that asks for what is not there fails, it does not print nothing."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ wrods }}").render(words="x")


def test_without_jinja_it_says_what_to_install() -> None:
    """The message names the extra."""
    program = "import sys; sys.modules['jinja2'] = None\nimport mouschema._html"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "pip install 'mouschema[render]'" in done.stderr


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_colours_can_be_read(scheme: int) -> None:
    """Text has a contrast of 4.5:1 or more on each ground that it stands on (WCAG AA)."""
    style = (Path(mouschema.__file__).parent / "templates" / "style.css").read_text()
    block = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", block))
    for ink in ("ink", "soft", "link", "accent", "error", "warning", "info"):
        for ground in ("ground", "sheet", "tint"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return how bright a colour is."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
