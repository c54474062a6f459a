"""The public names as users write them; the type checker reads this file, nothing runs it."""

import datetime
import io
from pathlib import Path
from typing import assert_type

import attrs

import mouschema
from mouschema import Agreement, Bundle, Date, Finding, InvalidDocument, Organization, Party, Report, Severity, Text
from mouschema.model.codelists import AgreementKind, AgreementStatus, PartyRole

report = mouschema.check(Path("partner.json"), kind="bundle", most_bytes=1000)
assert_type(report, Report[Bundle])
assert_type(report.ok, bool)
assert_type(report.findings, tuple[Finding, ...])
assert_type(report.bundle, Bundle | None)
assert_type(report.findings[0].severity, Severity)
assert_type(report.findings[0].line, int | None)
assert_type(report.findings[0].variant, str | None)

assert_type(mouschema.load("lao-iom-2022.json"), Bundle)
assert_type(mouschema.loads(b"{}"), Bundle)
assert_type(mouschema.loads({"schema_version": "1.0"}), Bundle)
mouschema.dump(mouschema.load(io.BytesIO(b"{}")), Path("again.json"))
assert_type(mouschema.dumps(mouschema.load("a.json"), compact=True), str)
for each in mouschema.check_lines(Path("many.jsonl")):
    assert_type(each, Report)

party = Party(organization="gov-la", roles=(PartyRole.HOST,), joined=Date("2022-06"))
assert_type(attrs.evolve(party, side="A"), Party)
mou = Agreement(
    id="mou",
    kind=AgreementKind.MEMORANDUM_OF_UNDERSTANDING,
    title=Text(en="Memorandum", lo="ບົດບັນທຶກ"),
    status=AgreementStatus.SIGNED,
    parties=(party,),
)
assert_type(mou.title["lo"], str)
assert_type(mou.parties[0].joined, Date | None)
assert_type(Date("2022").earliest, datetime.date | None)
assert_type(Date("2022").before(Date("2023")), bool | None)

bundle = Bundle(schema_version="1.0", agreements=(mou,))
assert_type(bundle.parents("osaht"), tuple[Organization, ...])
assert_type(bundle.agreements_of("iom"), tuple[Agreement, ...])

try:
    mouschema.loads("{}")
except InvalidDocument as error:
    assert_type(error.report, Report)
