"""Near misses of the rules: honest records that come close to breaking one. Each is an edit of one coherent record."""

import copy
from collections.abc import Callable
from typing import Any

Document = dict[str, Any]
Edit = Callable[[Document], Any]

RECORD: Document = {
    "schema_version": "1.0",
    "organizations": [
        {"id": "gov", "name": {"en": "Government"}, "kind": "government"},
        {"id": "office", "name": {"en": "Office"}, "kind": "agency", "parent": "gov"},
        {"id": "iom", "name": {"en": "International Organization for Migration"}, "kind": "intergovernmental"},
    ],
    "people": [{"id": "head", "name": {"en": "Somchai Example"}}],
    "agreements": [
        {
            "id": "mou",
            "kind": "memorandum_of_understanding",
            "title": {"en": "Memorandum"},
            "status": "signed",
            "parties": [{"organization": "gov", "acting_through": ["office"]}, {"organization": "iom"}],
            "signatures": [
                {"person": "head", "on_behalf_of": ["gov"], "act": "signed", "ceremony": "signing"},
                {"on_behalf_of": ["iom"], "act": "signed"},
            ],
        }
    ],
    "ceremonies": [{"id": "signing", "agreements": ["mou"], "date": "2022-06-30"}],
}


def record(*edits: Edit) -> Document:
    """Return the coherent record after some edits."""
    document = copy.deepcopy(RECORD)
    for edit in edits:
        edit(document)
    return document


def bundle(**fields: Any) -> Edit:
    """Set fields of the bundle."""
    return lambda document: document.update(fields)


def mou(**fields: Any) -> Edit:
    """Set fields of the memorandum."""
    return lambda document: document["agreements"][0].update(fields)


def ceremony(**fields: Any) -> Edit:
    """Set fields of the ceremony."""
    return lambda document: document["ceremonies"][0].update(fields)


def person(**fields: Any) -> Edit:
    """Set fields of the person."""
    return lambda document: document["people"][0].update(fields)


def signature(**fields: Any) -> Edit:
    """Set fields of the first signature."""
    return lambda document: document["agreements"][0]["signatures"][0].update(fields)


def another(id: str, **fields: Any) -> Edit:
    """Add a second agreement, merely named unless fields say more."""
    stub = {"id": id, "kind": "agreement", "title": {"en": f"Agreement {id}"}, "status": "unknown", **fields}
    return lambda document: document["agreements"].append(stub)


def source(**fields: Any) -> Edit:
    """Add a document about the memorandum."""
    return lambda document: document.setdefault("documents", []).append(
        {"id": f"source-{len(document.get('documents', ()))}", "kind": "news", "about": ["mou"], **fields}
    )


def note(target: str, **fields: Any) -> Edit:
    """Annotate a value."""
    return lambda document: document.setdefault("annotations", []).append(
        {"target": target, "basis": "stated", **fields}
    )


def organization(id: str, name: str, **fields: Any) -> Edit:
    """Add an organisation, as a supporter."""
    made = {"id": id, "name": {"en": name}, "kind": "other", **fields}
    return lambda document: (
        document["organizations"].append(made),
        document["agreements"][0].setdefault("supporters", []).append({"organization": id, "roles": ["supporter"]}),
    )


DATE = "/ceremonies/0/date"
MANY, OTHERS = ([first + second + third for second in "abc" for third in "abcdefghijklmnopq"] for first in "lt")
NEAR: dict[str, list[list[Edit]]] = {
    "REF01": [[], [source(about=["mou", "signing", "gov"])]],
    "REF02": [[another("MOU")], [bundle(id="mou")]],
    "REF03": [[ceremony(statements=[{"speakers": ["head", "iom"], "summary": {"en": "Thanks"}}])]],
    "REF04": [[source()], [another("framework")]],
    "ORG01": [[organization("desk", "Desk", parent="office"), organization("unit", "Unit", parent="office")]],
    "REL01": [
        [mou(relations=[{"type": "related", "target": "b"}]), another("b", relations=[{"type": "related", "target": "mou"}])],
        [mou(relations=[{"type": "implements", "target": "b"}]), another("b", relations=[{"type": "leads_to", "target": "mou"}])],
        [mou(relations=[{"type": "part_of", "target": "b"}]), another("b", relations=[{"type": "related", "target": "mou"}])],
        [
            mou(relations=[{"type": "extends", "target": "b"}, {"type": "extends", "target": "c"}]),
            another("b", relations=[{"type": "extends", "target": "c"}]),
            another("c"),
        ],
    ],
    "REL02": [
        [mou(relations=[{"type": "renews", "target": "b"}]), another("b", signatures=[{"on_behalf_of": ["gov"], "act": "signed", "date": date}], parties=[{"organization": "gov"}, {"organization": "iom"}])]
        for date in ("2022", "2022-06-30", "2023?", "2019")
    ],
    "REL03": [[mou(kind="amendment", relations=[{"type": "extends", "target": "b"}]), another("b")]],
    "DAT01": [
        *([mou(term={"effective": start, "end": end})] for start, end in [("2022-06-30", "2022-06-30"), ("2022-06", "2022"), ("2022", "2022-01-01"), ("2022-06-30?", "2021"), ("2022/..", "2022")]),
        [mou(contributions=[{"kind": "money", "period": "2021/2021"}])],
    ],
    "DAT02": [
        [mou(status="announced", signatures=[{"on_behalf_of": ["gov"], "act": "signed", "status": "planned"}])],
        [signature(status="planned"), ceremony(status="planned")],
        [mou(status="unknown")],
    ],
    "DAT03": [
        [source(published="2022-06")],
        [source(published="2022-05"), source(published="2022-07")],
        [source(published="2022-05"), mou(status="announced", signatures=[])],
        [source(published="2022-05"), ceremony(date="2022")],
        [source(published="2022-05?")],
    ],
    "DAT04": [[mou(term={"end": "2022-06-30"})], [mou(term={"end": "2022"})], [mou(lifecycle=[{"kind": "announced", "date": "2022-01"}])]],
    "DAT05": [
        [note(DATE, as_printed="Thursday 30 June")],
        [note(DATE, as_printed="jeudi 30 juin")],
        [note(DATE, as_printed="Monday to Friday")],
        [note(DATE, as_printed="Friday"), ceremony(date="2022-06")],
        [note(DATE, as_printed="Friday"), ceremony(date="2022-06-30?")],
        [note("/agreements/0/title", as_printed="Good Friday Agreement")],
    ],
    "DAT06": [
        [bundle(as_of="2022-06-30")],
        [bundle(as_of="2022")],
        [bundle(as_of="2022-05"), ceremony(status="planned"), signature(status="planned")],
        [bundle(modified="2022-06-30T08:00:00Z")],
        [bundle(as_of="2022-07", modified="2022-06-01")],
        [bundle(as_of="2022-06-30"), signature(date="2022-07", status="planned"), ceremony(status="planned")],
    ],
    "DAT07": [
        [mou(term={"effective": "2022-06-30"})],
        [mou(term={"effective": "2022"})],
        [mou(term={"effective": "2022-01-01"}), ceremony(kind="handover")],
    ],
    "DAT08": [
        [mou(term={"effective": "2022-06-30", "duration": "P3Y", "end": end})] for end in ("2025-06-29", "2025-06-30", "2025-06", "2025", "2024?")
    ]
    + [
        [mou(term={"duration": "P3Y", "end": "2030", "effective_on": "on_ratification"})],
        [mou(term={"duration": "P3Y", "end": "2030"}), ceremony(kind="handover")],
        [mou(term={"duration": "P9999Y", "end": "2025", "effective_on": "on_ratification"})],
        *(
            [mou(term={"duration": "P3Y", "end": end}, signatures=[{"on_behalf_of": [id], "act": "signed", "date": date} for id, date in (("iom", "2023"), ("gov", "2022-06-30"))])]
            for end in ("2025-06-29", "2026-12-31")
        ),
    ],
    "PTY01": [
        [mou(parties=[{"organization": "gov"}], parties_complete=False)],
        [mou(parties=[{"organization": "gov"}], signatures=[], status="draft")],
        [another("old", status="expired", term={"end": "2020"})],
    ],
    "PTY02": [[mou(supporters=[{"organization": "gov", "roles": ["host"]}])]],
    "SIG01": [
        [signature(on_behalf_of=["office", "gov"])],
        [mou(parties=[{"organization": "gov"}], parties_complete=False), signature(on_behalf_of=["iom"], act="acceded")],
        [mou(supporters=[{"organization": "iom", "roles": ["witness"]}])],
    ],
    "SIG02": [
        [bundle(people=[{"id": "head", "name": {"en": "A"}}, {"id": "chief", "name": {"en": "B"}}]), signature(capacity="proxy", in_place_of="chief")],
        [signature(capacity="diplomat")],
    ],
    "SIG03": [[signature(on_behalf_of=["gov"])], [another("b", signatures=[{"person": "head", "on_behalf_of": ["iom"], "act": "signed"}], parties=[{"organization": "gov"}, {"organization": "iom"}])]],
    "SIG04": [
        [signature(on_behalf_of=["office"])],
        [mou(signatures=[])],
        [mou(parties=[{"organization": "gov"}, {"organization": "iom", "joined": "2023"}], signatures=[{"on_behalf_of": ["gov"], "act": "signed"}])],
    ],
    "CER01": [[another("b"), ceremony(agreements=["b", "mou"])]],
    "SRC01": [
        *([note(target)] for target in [DATE, "/agreements/0/title/en", "/agreements/0/parties/1", "/ceremonies/0/status", "/schema_version"]),
        [bundle(extensions={"a.b:c": [{"d/e~f": None}]}), note("/extensions/a.b:c/0/d~1e~0f")],
    ],
    "SRC02": [
        [note(DATE, basis="inferred", note={"en": "From the page's date"})],
        [source(), note(DATE, basis="disputed", documents=["source-0"])],
        [note(DATE, basis="reported")],
    ],
    "AGR01": [
        [mou(status="superseded"), another("new", relations=[{"type": "replaces", "target": "mou"}])],
        [mou(status="expired", term={"end": "2024"})],
        [mou(status="terminated", lifecycle=[{"kind": "terminated"}])],
    ],
    "AGR02": [
        [bundle(as_of="2026"), mou(status="in_force", term={"end": "2026-06"})],
        [bundle(as_of="2026"), mou(status="in_force", term={"end": "2025", "renewal": {"mode": "automatic"}})],
        [bundle(as_of="2026"), mou(status="in_force", term={"end": "2025"}, lifecycle=[{"kind": "extended"}])],
        [bundle(as_of="2026"), mou(status="in_force", term={"end": "2025"}), another("new", relations=[{"type": "extends", "target": "mou"}])],
        [mou(status="in_force", term={"end": "1999?"})],
        [bundle(as_of="2026"), mou(status="in_force", term={"end": "2026", "renewal": {"mode": "none"}})],
        [bundle(as_of="2026"), mou(status="in_force", term={"renewal": {"mode": "none"}})],
        [bundle(as_of="2026"), mou(status="expired", term={"end": "2025", "renewal": {"mode": "none"}})],
        *([bundle(as_of="2026"), mou(status="in_force", term={"end": "2025"}), another("new", relations=[{"type": type, "target": "mou"}])] for type in ("renews", "continues", "amends")),
    ],
    "AGR03": [[ceremony(date="2022")], [another("old", status="signed")]],
    "AGR04": [
        [mou(status="announced", signatures=[])],
        [another("old", status="signed")],
        [mou(parties=[], signatures=[], supporters=[{"organization": "gov", "roles": ["other"]}])],
    ],
    "MON01": [
        [mou(contributions=[{"kind": "money", "amount": {"amount": amount, "currency": currency}}])]
        for amount, currency in [("378000.50", "USD"), ("730000000", "JPY"), ("1.125", "KWD"), ("12.3456", "DEM"), ("100.50", "LAK")]
    ],
    "LNG01": [
        [mou(title={"en": "Memorandum", "lo": "ບົດບັນທຶກ MOU"})],
        [mou(title={"lo-Latn": "Bot banthuek", "und": "Memorandum", "mn": "Memorandum"})],
        [mou(title={"lo": "2021–2025", "zh-Hant": "備忘錄", "ja": "覚書", "ko": "양해각서"})],
        [mou(title={"lo-LA": "ບົດບັນທຶກ", "zh-CN": "备忘录", "zh-Hans-SG": "备忘录", "en-GB": "Memorandum", "pt-BR": "Memorando", "sr-Cyrl-RS": "Меморандум", "uz-Arab": "یادداشت"})],
        [mou(title={"hmn": "ບົດບັນທຶກ", "sr": "Меморандум", "kk": "Memorandum", "lo-Tavt": "Memorandum", "ru-fonipa": "Меморандум"})],
        [mou(title={"ar": "№ 5 (2022)", "th": "—", "en": "2021", "ja": "2022–2025", "ru": "٥", "lo": "2021-2025"})],
    ],
    "LNG02": [
        [mou(languages=[{"language": "lo"}]), source(kind="signed_text", language="lo-LA", legal_value="authentic")],
        [mou(languages=[{"language": "lo"}]), source(kind="translation", language="en", legal_value="unofficial")],
        [source(kind="signed_text", language="lo", legal_value="authentic")],
        [
            mou(languages=[{"language": "en"}]), another("b", languages=[{"language": "lo"}]), ceremony(agreements=["mou", "b"]),
            source(kind="signed_text", language="lo", legal_value="authentic", about=["signing"]),
        ],
    ],
    "LNG03": [
        [mou(languages=[{"language": "lo", "authentic": True}]), source(kind="signed_text", language="lo", legal_value="authentic")],
        [mou(languages=[{"language": "lo"}])],
        *([mou(languages=[{"language": language, "authentic": True}]), source(kind="signed_text", language=text, legal_value="authentic")] for language, text in [("zh", "zh-Hant"), ("zh-Hant", "zh")]),
        # nobody compares more than fifty with more than fifty
        *(
            [mou(languages=[{"language": tag, "authentic": True} for tag in wanted]), *(source(kind="signed_text", language=tag, legal_value="authentic") for tag in texts)]
            for wanted, texts in [(MANY, OTHERS), (MANY, [f"{tag}-Latn" for tag in OTHERS[:26]]), ([f"{tag}-Latn" for tag in MANY[:26]], OTHERS)]
        ),
    ],
    "ID01": [
        [organization("a", "A", external_ids=[{"scheme": "ror", "value": "1"}]), organization("b", "B", external_ids=[{"scheme": "grid", "value": "1"}])],
        [organization("a", "A", external_ids=[{"scheme": "ror", "value": "1"}, {"scheme": "ror", "value": "1"}])],
    ],
    "ID02": [
        [mou(title={"lo": "ບົດ\u200bບັນທຶກ", "fa": "می\u200cخواهم", "en": "A b-c"})],
        [mou(purpose={"en": "Two  spaces in prose "})],
    ],
    "ATT01": [
        [ceremony(attendance=[{"organization": "iom", "count": 1}, {"person": "head", "organization": "iom"}])],
        [ceremony(attendance=[{"organization": "iom", "category": {"en": "Experts"}, "count": 0}, {"person": "head", "organization": "iom"}])],
        [ceremony(attendance=[{"category": {"en": "Guests"}, "count": 0}])],
    ],
    "PRV01": [
        [mou(purpose={"en": "Decree 2018-027 of 23 April 2019, articles 12, 14 and 18; budget 1 250 000 000"})],
        [mou(purpose={"en": "Talks @ the ministry, USD 378,000 from 2021 to 2025"})],
        [mou(purpose={"en": "Replaces passports by identity cards for 120000 people"})],
    ],
    "DUP01": [
        [organization("justice-la", "Ministry of Justice", country="LA"), organization("justice-th", "Ministry of Justice", country="TH")],
        [person(name={"en": "Government"})],
        [person(name={"en": "Somchai Example", "und-Latn": "Somchai Example"})],
    ],
    "UNI01": [[mou(title={"lo": "ກຳລັງ ນໍ້າ", "th": "น้ำ กำ", "fr": "Protéger"})]],
    "ROL01": [[ceremony(attendance=[{"person": "head", "roles": ["speaker"]}])], [bundle(people=[*RECORD["people"], {"id": "guest", "name": {"en": "Guest"}}]), ceremony(attendance=[{"person": "guest", "roles": ["witness"]}])]],
    "ROL02": [[organization("eu", "EU"), mou(contributions=[{"kind": "money", "contributor": "eu", "recipient": "gov"}])]],
    "STM01": [
        [ceremony(statements=[{"speakers": ["head", "iom"], "summary": {"en": "Thanks"}}])],
        [ceremony(attendance=[{"organization": "office"}], statements=[{"speakers": ["office"], "summary": {"en": "Thanks"}}])],
    ],
    "NAM01": [
        *([person(name={"en": name})] for name in ("Ko Ko", "Sheikh Hasina", "Drago Miller", "Marshall Smith", "Generoso Col", "Somchai Dr.", "Mrinal Sen", "Professor", "Ministerio Paz", "Majorie Colonel", "Hisako Excellency", "Dr", "Gen Sato", "Mo Farah")),
        [organization("ministry", "Minister of Labour"), organization("office-2", "Dr. Somchai Foundation")],
        [person(other_names=[{"text": "Pol. Col. Somchai", "kind": "as_printed"}], sort_name="Dr. Example", honorifics=[{"en": "Dr. h. c."}])],
    ],
    "VER02": [[bundle(schema_version="1.0")]],
}  # fmt: skip
