"""Near hits of the rules: records that have just gone over the line, each an edit of the coherent record of `near.py`.

They are the other side of the near misses: between the two there is little room for a rule that is not quite right.
"""

from near import DATE, RECORD, Edit, another, bundle, ceremony, mou, note, organization, person, signature, source

PARTIES = [{"organization": "gov"}, {"organization": "iom"}]
LAO = [{"language": "lo", "authentic": True}]
GUEST = {"id": "guest", "name": {"en": "Guest"}}
SIGNED_BY_GUEST = [{"person": "guest", "on_behalf_of": ["gov"], "act": "signed"}]
TITLED = [
    "Mr. Somchai", "Mrs. A", "Ms. A", "Miss. A", "Dr. A", "Prof. A", "Hon. A", "Gen. A", "Col. A", "Lt. A", "Maj. A", "Capt. A",
    "Pol. Gen. A", "Amb. A", "H.E. A", "H. E. A", "M. A", "Mme. A", "Sr. A", "Sra. A", "Dr.Somchai", "Mr A", "Mrs A", "Ms A", "Dr A",
    "Professor A", "General A", "Colonel A", "Lieutenant A", "Major A", "Captain A", "Ambassador A", "Minister A", "President A",
    "Madame A", "His Excellency A", "Her Excellency A",
]  # fmt: skip
OTHERS = {
    "lo": "Memorandum", "lo-LA": "Memorandum", "lo-Laoo": "Memorandum", "lo-Laoo-LA": "Memorandum", "lo-Latn": "ບົດບັນທຶກ", "th": "ບົດບັນທຶກ",
    "my": "บันทึก", "shn": "Memorandum", "km": "บันทึก", "ar": "Memorandum", "fa-IR": "Memorandum", "ur": "ज्ञापन", "ru": "Memorandum", "mn-Cyrl": "Memorandum",
    "hi": "سند", "bn": "ज्ञापन", "ta": "ज्ञापन", "te": "ज्ञापन", "si": "ज्ञापन", "ka": "Меморандум", "hy": "Меморандум", "el": "Меморандум", "he": "مذكرة",
    "am": "Memorandum", "bo": "备忘录", "dz": "Memorandum", "zh": "Memorandum", "zh-CN": "메모", "zh-Hant": "Memorandum", "ja": "메모", "ko": "おぼえ",
    "en": "Меморандум", "en-GB": "備忘錄", "vi": "ບົດບັນທຶກ", "pt-BR": "Меморандум", "sr-Latn": "Меморандум", "sr-Cyrl-RS": "Memorandum",
}  # fmt: skip

BROKEN: dict[str, list[tuple[str, list[Edit]]]] = {
    "DAT01": [
        ("/agreements/0/term/end", [mou(term={"effective": "2022-06-30", "end": "2022-06-29"})]),
        ("/agreements/0/term/end", [mou(term={"effective": "2022-06", "end": "2022-05"})]),
        ("/agreements/0/parties/0/left", [mou(parties=[{"organization": "gov", "joined": "2022", "left": "2021"}, PARTIES[1]])]),
        ("/people/0/posts/0/end", [person(posts=[{"title": {"en": "Head"}, "start": "2020-02", "end": "2020-01"}])]),
        ("/agreements/0/term/effective", [mou(term={"effective": "2022-01/2021-12"})]),
    ],
    "DAT02": [
        ("/agreements/0/signatures/0", [mou(status="draft", signatures=[{"on_behalf_of": ["gov"], "act": "signed"}])]),
        ("/agreements/0/signatures/0", [mou(status="announced", signatures=[{"on_behalf_of": ["gov"], "act": "signed"}])]),
        ("/agreements/0/signatures/0/status", [signature(status="planned")]),
    ],
    "DAT03": [("/documents/0/published", [source(published="2022-06-29")]), ("/documents/0/published", [source(published="2022-05", about=["signing"])])],
    "DAT04": [
        ("/agreements/0/term/end", [mou(term={"end": "2022-06-29"})]),
        ("/agreements/0/lifecycle/0/date", [mou(lifecycle=[{"kind": "terminated", "date": "2022-05"}])]),
        *(("/agreements/0/term/end", [mou(term={"end": "2022-06-29"}), ceremony(kind=kind)]) for kind in ("signing", "exchange", "adoption")),
    ],
    "DAT05": [
        *(("/annotations/0/as_printed", [note(DATE, as_printed=f"{weekday}, 30")]) for weekday in (
            "Monday", "Tuesday", "Wednesday", "FRIDAY", "Saturday", "Sunday", "lundi", "mardi", "mercredi", "vendredi", "samedi", "dimanche",
            "lunes", "martes", "Miércoles", "viernes", "sábado", "domingo",
        )),
    ],
    "DAT06": [
        ("/ceremonies/0/date", [bundle(as_of="2022-06-29")]),
        ("/ceremonies/0/date", [bundle(modified="2022-06-29T23:59:59Z")]),
        ("/agreements/0/signatures/0/date", [bundle(as_of="2022-06-30"), signature(date="2022-07")]),
        ("/agreements/0/lifecycle/0/date", [bundle(as_of="2022-06-30"), mou(lifecycle=[{"kind": "extended", "date": "2022-07"}])]),
    ],
    "DAT07": [("/agreements/0/term/effective", [mou(term={"effective": "2022-06-29"})])],
    "DAT08": [
        *(("/agreements/0/term/duration", [mou(term={"effective": "2022-06-30", "duration": "P3Y", "end": end})]) for end in ("2025-06-28", "2025-07-01", "2024", "2026")),
        *(("/agreements/0/term/duration", [mou(term={"effective_on": event, "duration": "P3Y", "end": "2030"})]) for event in ("on_signature", "immediate")),
        ("/agreements/0/term/duration", [mou(term={"duration": "P6M", "end": "2023"})]),
        *(("/agreements/1/term/duration", [*before, another("b", term={"effective": "2022", "duration": "P1Y", "end": "2030"})])
          for before in ([], [mou(term={"effective": "../2022", "duration": "P3Y", "end": "2030"})])),
    ],
    "PTY01": [
        ("/agreements/0", [mou(parties=[{"organization": "gov"}], signatures=[], parties_complete=True)]),
        ("/agreements/0", [mou(parties=[], signatures=[], commitments=[{"id": "c", "joint": True, "action": {"en": "A"}}])]),
        *(("/agreements/0", [mou(parties=[{"organization": "gov"}], signatures=[], status=status)]) for status in ("adopted", "in_force", "suspended", "provisionally_applied")),
    ],
    "REL02": [
        *(("/agreements/0/relations/0/target", [
            mou(relations=[{"type": type, "target": "b"}]),
            another("b", parties=PARTIES, signatures=[{"on_behalf_of": ["gov"], "act": "signed", "date": "2022-07"}]),
        ]) for type in ("amends", "extends", "renews", "replaces", "implements", "continues")),
    ],
    "AGR01": [
        ("/agreements/0/status", [mou(status="superseded"), another("new", relations=[{"type": "renews", "target": "mou"}])]),
        ("/agreements/0/status", [mou(status="expired", lifecycle=[{"kind": "extended"}])]),
        ("/agreements/0/status", [mou(status="terminated", term={"renewal": {"mode": "none"}})]),
    ],
    "AGR02": [
        *(("/agreements/0/status", [bundle(as_of="2026"), mou(status="in_force", term={"end": "2025", "renewal": {"mode": mode}})]) for mode in ("none", "by_agreement", "to_be_discussed")),
        ("/agreements/0/status", [bundle(as_of="2026"), mou(status="in_force", term={"end": "2025-12-31"})]),
        ("/agreements/0/status", [bundle(as_of="2026"), mou(status="in_force", term={"end": "2025"}), another("new", relations=[{"type": "follows", "target": "mou"}])]),
        ("/agreements/0/status", [bundle(modified="2026-01-01T00:00:00Z"), mou(status="in_force", term={"end": "2025"}, lifecycle=[{"kind": "announced"}])]),
    ],
    "AGR03": [("/agreements/0", [ceremony(status="cancelled")]), ("/agreements/0", [ceremony(kind="handover")]), ("/agreements/0", [ceremony(), lambda document: document["ceremonies"][0].pop("date")])],
    "MON01": [
        *(("/agreements/0/contributions/0/amount/amount", [mou(contributions=[{"kind": "money", "amount": {"amount": amount, "currency": currency}}])])
          for amount, currency in [("378000.505", "USD"), ("730000000.0", "JPY"), ("1.1255", "KWD")]),
    ],
    "LNG01": [(f"/agreements/0/title/{tag}", [mou(title={tag: text})]) for tag, text in OTHERS.items()],
    "ID01": [("/organizations/2/external_ids/0/value", [
        lambda document: [each.update(external_ids=[{"scheme": "ror", "value": "1"}]) for each in document["organizations"][1:]],
    ])],
    "ID02": [
        *(("/people/0/name/en", [person(name={"en": name})]) for name in (" A", "A ", "A  B", "A\u200bB", "\u200cA", "A\u2060B", "A\u200eB", "A\u061c", "\u2067A", "A\u202d")),
        ("/people/0/name/lo", [person(name={"lo": "ບົດ\u200c"})]),
    ],
    "PRV01": [
        *(("/agreements/0/purpose/en", [mou(purpose={"en": text})]) for text in (
            "Write to a@b.la", "Tel. 021 123456", "phone: +856 20 5551234", "+856-21-123456", "passport no. P1234567", "Passport 12345", "ID card number AB123456", "national id 123456789",
        )),
    ],
    "DUP01": [("/organizations/3/name/en", [organization("gov-2", "GOVERNMENT!")]), ("/organizations/3/name/en", [organization("gov-2", "Ｇovernment")])],
    "SRC01": [
        *(("/annotations/0/target", [note(target)]) for target in (
            "/nothing", "/schema_version/x", "/agreements/0/title/en/x", "/agreements/0/title/lo", "/agreements/1", "/agreements/-1", "/agreements/00", "/agreements/x",
        )),
        ("/annotations/0/target", [bundle(extensions={"a.b:c": [None]}), note("/extensions/a.b:c/0/x")]),
        ("/annotations/0/target", [bundle(extensions={"a.b:c": [None]}), note("/extensions/a.b:c/1")]),
    ],
    "STM01": [
        *(("/ceremonies/0/statements/0/speakers/0", [bundle(people=[*RECORD["people"], GUEST]), *edits, ceremony(statements=[{"speakers": ["guest"], "summary": {"en": "Thanks"}}])])
          for edits in ([], [another("b", signatures=SIGNED_BY_GUEST)], [another("mou", signatures=SIGNED_BY_GUEST)])),
    ],
    "LNG03": [
        ("/agreements/0/languages/0/language", [mou(languages=LAO), another("mou", languages=LAO)]),
        ("/agreements/0/languages/0/language", [mou(languages=LAO), source(kind="signed_text", language="en", legal_value="authentic")]),
        ("/agreements/0/languages/0/language", [mou(languages=LAO), source(kind="signed_text", language="lo")]),
    ],
    "UNI01": [("/agreements/0/purpose/fr", [mou(purpose={"fr": "Prote\u0301ger"})])],
    "NAM01": [("/people/0/name/en", [person(name={"en": name})]) for name in TITLED],
    "SIG01": [("/agreements/1/signatures/0/on_behalf_of/0", [
        mou(parties_complete=False), another("b", parties=PARTIES, signatures=[{"on_behalf_of": ["office"], "act": "signed"}]),
    ])],
    "SIG02": [("/agreements/0/signatures/0/capacity", [signature(capacity="proxy")]), ("/agreements/0/signatures/0/capacity", [signature(capacity="proxy", in_place_of="head")])],
    "SIG04": [("/agreements/0/parties/1/organization", [mou(signatures=[{"on_behalf_of": ["gov"], "act": "signed"}])])],
    "ATT01": [("/ceremonies/0/attendance/0/count", [ceremony(attendance=[{"organization": "iom", "count": 0}, {"person": "head", "organization": "iom"}])])],
    "ROL01": [("/ceremonies/0/attendance/0/roles", [ceremony(attendance=[{"person": "head", "roles": ["speaker", "witness"]}])])],
    "ROL02": [
        ("/agreements/0/parties/1", [mou(supporters=[{"organization": "iom", "roles": ["funder"]}])]),
        ("/agreements/0/parties/0", [mou(parties=[{"organization": "gov", "roles": ["funder"]}, PARTIES[1]])]),
    ],
}  # fmt: skip
