"""Shapes of one mistake that stands in many records: each is told or counted, and for some a hint is looked for."""

from collections.abc import Callable
from typing import Any, Final

from cost.shapes._shape import Json, add, agreement, bundle, ceremony, note, organization, person, source

Entry = Callable[[int], Json]


def _take(list: str, mistakes: dict[str, tuple[str, Entry]]) -> None:
    """Take shapes into the list: a bundle with n entries of a list, each with the same mistake."""

    def repeated(entry: Entry) -> Callable[[int], bytes]:
        return lambda n: bundle(**{list: [entry(i) for i in range(n)]})

    for name, (about, entry) in mistakes.items():
        add(f"mistakes.{name}", about, repeated(entry))


def _org(**more: Any) -> Entry:
    return lambda i: organization(f"o{i}", **{field: _filled(value, i) for field, value in more.items()})


def _agr(**more: Any) -> Entry:
    return lambda i: agreement(f"a{i}", **{field: _filled(value, i) for field, value in more.items()})


def _filled(value: Any, i: int) -> Any:
    """Write a number into a text where it has room for one."""
    return value.replace("#", str(i)) if isinstance(value, str) else value


def _paid(**money: str) -> Entry:
    return _agr(contributions=[{"kind": "money", "amount": {"amount": "1", "currency": "EUR", **money}}])


ORGANIZATIONS: Final[dict[str, tuple[str, Entry]]] = {
    "country_in_words": ("Countries written out.", _org(country="Laos")),
    "country_far": ("Countries that are near none.", _org(country="Qwertyuiop#")),
    "country_near": ("Countries with a letter too many.", _org(country="Switzerlandd#")),
    "country_small": ("Countries in small letters.", _org(country="la")),
    "kind_near": ("Codes with a letter missing.", _org(kind="goverment")),
    "kind_far": ("Codes that are near none.", _org(kind="zzz#")),
    "kind_long": ("Codes of many letters.", _org(kind="intergovernmental" * 50)),
    "kind_absent": ("Fields that are missing.", lambda i: {"id": f"o{i}", "name": {"en": "A"}}),
    "kind_misspelt": ("Fields with a letter missing.", lambda i: {"id": f"o{i}", "name": {"en": "A"}, "knd": "other"}),
    "field_unknown": ("Unknown fields near none.", lambda i: organization(f"o{i}", **{f"zqx{i}": 0})),
    "field_elsewhere": ("Fields that other records have.", _org(speakers=[])),
    "name_as_text": ("Names without a language.", _org(name="A#")),
    "name_in_words": ("Languages written out.", lambda i: organization(f"o{i}", name={"English": "A"})),
    "name_in_no_language": ("Names under what is no language.", lambda i: organization(f"o{i}", name={f"Q{i}": "A"})),
    "name_empty": ("Empty names.", lambda i: organization(f"o{i}", name={"en": ""})),
    "name_null": ("Nulls for names.", _org(name=None)),
    "name_broken": ("Names with characters that act.", lambda i: organization(f"o{i}", name={"en": "a\x1bb"})),
    "id_with_blanks": ("Identifiers with blanks.", lambda i: organization(f"o {i}")),
    "id_too_long": ("Identifiers that are too long.", lambda i: organization("o" * 200 + str(i))),
    "id_number": ("Numbers for identifiers.", lambda i: {**organization("o"), "id": i}),
    "url_wrong": ("Addresses that are none.", _org(url="http://a..b/#")),
    "url_long": ("Addresses that are too long.", _org(url="https://a.example/" + "a" * 2500)),
    "date_with_slashes": ("Days as people write them.", _org(founded="1/2/2003")),
    "date_wrong": ("Days that there are not.", _org(founded="2003-02-30")),
    "null_for_list": ("Nulls for lists.", _org(other_names=None)),
    "text_for_list": ("Texts for lists.", _org(other_names="A#")),
    "wrong_everywhere": (
        "Records in which every field is wrong.",
        lambda i: {"id": i, "name": 0, "kind": 0, "parent": 0, "country": 0, "seat": 0, "founded": 0, "url": 0, "x": 0},
    ),
}
PEOPLE: Final[dict[str, tuple[str, Entry]]] = {
    "line_too_long": ("Lines that are too long.", lambda i: person(f"p{i}", sort_name="a" * 1001)),
    "line_broken": ("Lines with line breaks.", lambda i: person(f"p{i}", sort_name="a\nb")),
    "line_blank": ("Lines of blanks.", lambda i: person(f"p{i}", sort_name="  ")),
}
AGREEMENTS: Final[dict[str, tuple[str, Entry]]] = {
    "currency_in_words": ("Currencies written out.", _paid(currency="Swiss francs")),
    "currency_far": ("Currencies that are near none.", _paid(currency="QQQQQQQQ")),
    "amount_as_number": ("Amounts that are no text.", _agr(contributions=[{"kind": "money", "amount": {"amount": 5}}])),
    "amount_wrong": ("Amounts with commas.", _paid(amount="1,000,000")),
    "duration_wrong": ("Durations in words.", _agr(term={"duration": "three years"})),
    "language_in_words": ("Languages written out, as values.", _agr(languages=[{"language": "Lao"}])),
    "flag_as_text": ("Texts for yes and no.", _agr(parties_complete="yes")),
    "nothing_in_a_list": ("Lists that may not be empty.", _agr(supporters=[{"organization": "a", "roles": []}])),
    "nobody_commits": ("Commitments of nobody.", _agr(commitments=[{"id": "c", "action": {"en": "A"}}])),
    "theme_wrong": ("Subjects in words.", _agr(themes=["Human Trafficking"])),
}
OTHERS: Final[dict[str, dict[str, tuple[str, Entry]]]] = {
    "ceremonies": {
        "ceremony_of_nothing": ("Ceremonies for no agreement.", lambda i: ceremony(f"c{i}")),
        "nobody_attends": ("Nobody who attends.", lambda i: ceremony(f"c{i}", "a", attendance=[{}])),
        "count_negative": ("Numbers out of range.", lambda i: ceremony(f"c{i}", "a", agreements_count=-1)),
        "count_fraction": ("Fractions for whole numbers.", lambda i: ceremony(f"c{i}", "a", agreements_count=1.5)),
    },
    "documents": {
        "sum_wrong": ("Check sums that are none.", lambda i: source(f"d{i}", sha256="A" * 64)),
        "media_type_wrong": ("Kinds of file that are none.", lambda i: source(f"d{i}", media_type="PDF")),
    },
    "annotations": {
        "pointer_wrong": ("Pointers without a slash.", lambda i: note(f"title{i}")),
    },
}

_take("organizations", ORGANIZATIONS)
_take("people", PEOPLE)
_take("agreements", AGREEMENTS)
for _list, _mistakes in OTHERS.items():
    _take(_list, _mistakes)


def _version(n: int) -> bytes:
    return bundle(schema_version="1." + "9" * n)


def _kind(n: int) -> bytes:
    return b'{"agreements":' + bundle()[:-1] + b',"x":"' + b"a" * n + b'"}}'


add("mistakes.version_long", "A version of very many digits.", _version)
add("mistakes.bundle_in_a_field", "A bundle in the place of a list.", _kind)
