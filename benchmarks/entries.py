"""Organisations, people and documents of made-up bundles. The states and organisations exist; offices and people are invented."""

import datetime
from random import Random
from typing import Any, NamedTuple

__all__ = ["CONVENTION", "COUNTRIES", "FRAMEWORK", "PARTNERS", "Country", "Partner", "Record"]
__all__ += ["annotations", "organizations", "person", "press_release", "signed_text"]

Record = dict[str, Any]


class Country(NamedTuple):
    """A country: its code, language, government and capital, the last two in English and in that language."""

    code: str
    language: str
    government: tuple[str, str]
    capital: tuple[str, str]


class Partner(NamedTuple):
    """An international organisation: its identifier, its acronym, its name in English and in French."""

    id: str
    acronym: str
    name: str
    french: str


COUNTRIES = [
    Country("LA", "lo", ("Government of the Lao PDR", "ລັດຖະບານແຫ່ງ ສປປ ລາວ"), ("Vientiane", "ວຽງຈັນ")),
    Country("TH", "th", ("Royal Thai Government", "รัฐบาลไทย"), ("Bangkok", "กรุงเทพมหานคร")),
    Country("KH", "km", ("Royal Government of Cambodia", "រាជរដ្ឋាភិបាលកម្ពុជា"), ("Phnom Penh", "ភ្នំពេញ")),
    Country("VN", "vi", ("Government of Viet Nam", "Chính phủ Việt Nam"), ("Hanoi", "Hà Nội")),
    Country("NP", "ne", ("Government of Nepal", "नेपाल सरकार"), ("Kathmandu", "काठमाडौं")),
]
PARTNERS = [
    Partner(
        "iom", "IOM", "International Organization for Migration", "Organisation internationale pour les migrations"
    ),
    Partner("ilo", "ILO", "International Labour Organization", "Organisation internationale du travail"),
    Partner(
        "unodc",
        "UNODC",
        "United Nations Office on Drugs and Crime",
        "Office des Nations unies contre la drogue et le crime",
    ),
    Partner("unicef", "UNICEF", "United Nations Children's Fund", "Fonds des Nations unies pour l'enfance"),
]
FRAMEWORK: Record = {
    "id": "framework",
    "kind": "agreement",
    "title": {"en": "Framework agreement on cooperation"},
    "status": "unknown",
}
CONVENTION: Record = {
    "id": "asean-convention",
    "title": {"en": "ASEAN Convention Against Trafficking in Persons, Especially Women and Children"},
    "kind": "treaty",
    "date": "2015-11-21",
    "external_ids": [{"scheme": "treaty-series", "value": "16-0117"}],
}

_SYLLABLES = ["ka", "som", "vong", "li", "phet", "na", "chan", "tha", "bou", "sy", "mi", "keo"]


def organizations(country: Country, partner: Partner, number: int, *, in_full: bool) -> list[Record]:
    """Return a government, its ministry, an office of that, the partner and, in full, its mission in the country."""
    code = country.code.lower()
    names = [{"text": partner.acronym, "kind": "acronym"}]
    if in_full:
        names.append({"text": partner.french, "kind": "translation", "language": "fr"})
    made: list[Record] = [
        _organization(f"gov-{code}", country.government[0], "government", country=country.code),
        _organization(
            f"ministry-{code}", f"Ministry of Public Security, {country.capital[0]}", "ministry", parent=f"gov-{code}"
        ),
        _organization(
            f"office-{number}",
            f"Office {number + 1} for International Cooperation",
            "agency",
            parent=f"ministry-{code}",
        ),
        _organization(partner.id, partner.name, "intergovernmental", other_names=names),
    ]
    made[0]["other_names"] = [{"text": country.government[1], "kind": "translation", "language": country.language}]
    if in_full:
        mission = f"{partner.acronym} Mission in {country.capital[0]}"
        made.append(
            _organization(f"{partner.id}-{code}", mission, "embassy_mission", parent=partner.id, country=country.code)
        )
    return made


def _organization(id: str, name: str, kind: str, **more: Any) -> Record:
    return {"id": id, "name": {"en": name}, "kind": kind, **more}


def person(random: Random, number: int, employer: Record) -> Record:
    """Return a person with a post in an organisation."""
    name = _name(number)
    post = {
        "title": {"en": random.choice(["Director General", "Chief of Mission", "Deputy Director"])},
        "organization": employer["id"],
    }
    return {
        "id": f"person-{number}",
        "name": {"en": name},
        "posts": [post],
        "sort_name": ", ".join(reversed(name.split())),
    }


def _name(number: int) -> str:
    """Return a name of its own for each number."""
    number, syllables = 7 * number + 2000, list[str]()
    while number:
        number, position = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[position])
    return f"{''.join(syllables[:2])} {''.join(syllables[2:])}".title()


def press_release(number: int, day: datetime.date, publisher: Record) -> Record:
    """Return the source that tells of an agreement and its ceremony."""
    return {
        "id": f"press-release-{number}",
        "kind": "press_release",
        "about": [f"mou-{number}", f"signing-{number}"],
        "title": {"en": "New partnership against trafficking in persons"},
        "language": "en",
        "publisher": publisher["name"],
        "url": f"https://www.partner.example/news/{day:%Y/%m}/partnership-{number}.html",
        "published": str(day + datetime.timedelta(days=4)),
    }


def signed_text(number: int, country: Country) -> Record:
    """Return the signed text of an agreement."""
    return {
        "id": f"text-{number}",
        "kind": "signed_text",
        "about": [f"mou-{number}"],
        "title": {"en": "Memorandum of Understanding", country.language: country.government[1]},
        "language": "en",
        "legal_value": "authentic",
        "sha256": f"{number:064x}",
        "media_type": "application/pdf",
        "bytes": 184_320 + number,
        "availability": "restricted",
    }


def annotations(number: int, day: datetime.date) -> list[Record]:
    """Return where some values of a case come from."""
    source = [f"press-release-{number}"]
    note = {"en": "The year follows from the date of the page."}
    return [
        {
            "target": f"/ceremonies/{number}/date",
            "basis": "inferred",
            "as_printed": f"{day.day} {day:%B}",
            "documents": source,
            "note": note,
        },
        {"target": f"/agreements/{number + 1}/parties/0/acting_through/0", "basis": "stated", "documents": source},
        {"target": f"/agreements/{number + 1}/commitments/2/action/en", "basis": "reported", "documents": source},
    ]
