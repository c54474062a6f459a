"""Agreements and ceremonies of made-up bundles; all are invented."""

import datetime
from random import Random

from benchmarks.entries import Country, Record

__all__ = ["agreement", "audience", "ceremony", "terms"]

_THEMES = ["trafficking.prevention", "trafficking.protection", "migration", "labour", "education", "health"]
_ACTIONS = ["Train", "Advise", "Equip", "Accompany", "Support", "Report each year to"]
_WHOM = [
    "the border police",
    "provincial committees",
    "village authorities",
    "labour inspectors",
    "teachers and social workers",
]
_AIMS = ["so that victims are identified early", "in every northern province", "before the end of the second year"]


def agreement(number: int, organizations: list[Record], people: list[Record]) -> Record:
    """Return a signed memorandum between a government, acting through its office, and a partner."""
    government, _, office, partner, *mission = organizations
    parties = [
        {"organization": government["id"], "acting_through": [office["id"]]},
        {"organization": partner["id"], **({"acting_through": [mission[0]["id"]]} if mission else {})},
    ]
    signatures = [
        {
            "person": signatory["id"],
            "post": signatory["posts"][0]["title"],
            "on_behalf_of": [party["organization"]],
            "act": "signed",
            "capacity": "head",
            "ceremony": f"signing-{number}",
        }
        for signatory, party in zip(people, parties, strict=True)
    ]
    return {
        "id": f"mou-{number}",
        "kind": "memorandum_of_understanding",
        "title": {"en": f"Memorandum {number + 1} on action against trafficking in persons"},
        "status": "signed",
        "parties": parties,
        "signatures": signatures,
    }


def terms(random: Random, number: int, day: datetime.date, organizations: list[Record]) -> Record:
    """Return the fields of an agreement that say what was agreed."""
    government, ministry, office, _, mission = organizations
    amount = {
        "amount": f"{random.randrange(100, 900)}000.00",
        "currency": random.choice(["USD", "EUR"]),
        "qualifier": "up_to",
    }
    return {
        "purpose": {
            "en": f"To help {office['name']['en']} act against trafficking in persons",
            "fr": "Lutter contre la traite",
        },
        "background": {
            "en": "The country has taken up the fight against trafficking in persons with energy since it joined."
        },
        "themes": random.sample(_THEMES, 3),
        "levels": ["national", "subnational"],
        "areas": [{"country": government["country"]}],
        "languages": [{"language": "en", "authentic": True}],
        "commitments": [_commitment(random, f"mou-{number}.{place}", place, organizations) for place in range(1, 9)],
        "term": {
            "effective": str(day),
            "effective_on": "on_signature",
            "end": str(day.replace(year=day.year + 3, day=min(day.day, 28))),
            "renewal": {"mode": "by_agreement", "notice": "P3M"},
            "termination": {"by": "any_party", "notice": "P60D"},
        },
        "contributions": [
            {"kind": "money", "contributor": ministry["id"], "recipient": office["id"], "amount": amount}
        ],
        "relations": [{"type": "implements", "target": "framework"}],
        "citations": [
            {"instrument": "asean-convention", "provision": f"Article {random.randrange(4, 25)}", "how": "aligned_with"}
        ],
        "supporters": [
            {
                "organization": ministry["id"],
                "roles": ["funder"],
                "note": {"en": "Brought the sides together and pays."},
            }
        ],
        "lifecycle": [
            {"kind": "approved", "date": str(day), "by": [government["id"]], "document": f"press-release-{number}"}
        ],
        "bodies": [
            {"name": {"en": "Joint Committee"}, "kind": "joint_committee", "members": [office["id"], mission["id"]]}
        ],
    }


def _commitment(random: Random, id: str, place: int, organizations: list[Record]) -> Record:
    government, _, _, partner, _ = organizations
    action = f"{random.choice(_ACTIONS)} {random.choice(_WHOM)} {random.choice(_AIMS)}"
    who = [
        {"joint": True},
        {"obligors": [government["id"]]},
        {"obligors": [partner["id"]], "beneficiaries": [government["id"]]},
    ]
    return {
        "id": id,
        **random.choice(who),
        "modality": "will",
        "action": {"en": action},
        "clause": f"Article 3({place})",
    }


def ceremony(number: int, country: Country, day: datetime.date) -> Record:
    """Return the ceremony at which an agreement was signed."""
    place = {"locality": dict(zip(("en", country.language), country.capital, strict=True)), "country": country.code}
    return {
        "id": f"signing-{number}",
        "agreements": [f"mou-{number}"],
        "kind": "signing",
        "date": str(day),
        "places": [place],
    }


def audience(organizations: list[Record], people: list[Record]) -> Record:
    """Return the fields of a ceremony that say who was there and what was said."""
    _, ministry, office, partner, mission = organizations
    return {
        "name": {"en": "Signing ceremony"},
        "mode": "in_person",
        "hosts": [office["id"]],
        "attendance": [
            {"person": people[0]["id"], "organization": office["id"], "roles": ["host", "speaker"]},
            {"person": people[1]["id"], "organization": mission["id"], "roles": ["delegation_head", "speaker"]},
            {"organization": ministry["id"], "count": 4, "roles": ["guest"]},
            {"category": {"en": "Relevant line ministries"}},
        ],
        "statements": [
            {
                "speakers": [people[0]["id"]],
                "summary": {"en": f"Thanks {partner['name']['en']} and wishes for continued support"},
                "quote": {"en": "This contributes much to our work.", "lo": "ຂໍຂອບໃຈ"},
                "kind": "remark",
            },
            {
                "speakers": [people[1]["id"]],
                "summary": {"en": "Calls the memorandum a milestone and welcomes the efforts made so far"},
            },
        ],
    }
