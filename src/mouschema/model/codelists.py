"""Every closed list of codes, each code with its meaning."""

from enum import StrEnum
from typing import Self

__all__ = [
    "Act",
    "AgreementKind",
    "AgreementStatus",
    "AttendanceRole",
    "Availability",
    "Basis",
    "Binding",
    "BodyKind",
    "Capacity",
    "CeremonyKind",
    "CeremonyMode",
    "CeremonyStatus",
    "CitationManner",
    "Codelist",
    "CommitmentStatus",
    "ContributionBasis",
    "ContributionKind",
    "DocumentKind",
    "EffectiveOn",
    "InitiativeKind",
    "InstrumentKind",
    "KnownTheme",
    "LegalValue",
    "Level",
    "LifecycleKind",
    "Modality",
    "NameKind",
    "OrganizationKind",
    "PartyRole",
    "PostKind",
    "Qualifier",
    "RelationType",
    "RenewalMode",
    "SignatureStatus",
    "StatementKind",
    "SupporterRole",
    "TerminationBy",
]


class Codelist(StrEnum):
    """A list of codes; each member is the code itself, with what it means.

    Attributes:
        meaning: The code in words.
    """

    meaning: str
    _value_: str

    def __new__(cls, code: str, meaning: str) -> Self:
        """Make a member from its code and what it means."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member


class AgreementKind(Codelist):
    """What sort of instrument the agreement is, whatever its title says."""

    MEMORANDUM_OF_UNDERSTANDING = "memorandum_of_understanding", "A memorandum of understanding."
    MEMORANDUM_OF_AGREEMENT = "memorandum_of_agreement", "A memorandum of agreement."
    AGREEMENT = "agreement", "An agreement, treaty or convention between its parties."
    LETTER_OF_INTENT = "letter_of_intent", "A letter or statement of intent."
    HOST_COUNTRY_AGREEMENT = "host_country_agreement", "An agreement on the seat, privileges and immunities of a body."
    EXCHANGE_OF_NOTES = "exchange_of_notes", "Two or more diplomatic notes that together agree on something."
    EXCHANGE_OF_LETTERS = "exchange_of_letters", "Two or more letters that together agree on something."
    PROTOCOL = "protocol", "A protocol, mostly to another agreement."
    AMENDMENT = "amendment", "An amendment of or addendum to another agreement."
    DECLARATION = "declaration", "A joint declaration or communiqué that parties adopt or sign."
    PROGRAMME_OF_COOPERATION = "programme_of_cooperation", "A programme of cooperation for some years."
    ACTION_PLAN = "action_plan", "A plan of action or work plan, mostly under another agreement."
    GRANT_AGREEMENT = "grant_agreement", "An agreement on a grant or other financing."
    TERMS_OF_REFERENCE = "terms_of_reference", "Terms of reference of a joint body or undertaking."
    CONTRACT = "contract", "A contract under private or public law."
    OTHER = "other", "Something else; its title says what."


class AgreementStatus(Codelist):
    """How far the agreement has come, as of the bundle's `as_of`."""

    DRAFT = "draft", "The text is being written or negotiated."
    ANNOUNCED = "announced", "It has been announced, but not signed."
    ADOPTED = "adopted", "A meeting or body has adopted it."
    SIGNED = "signed", "It has been signed; nothing is said of its being in force."
    IN_FORCE = "in_force", "It is in force, or in operation."
    PROVISIONALLY_APPLIED = "provisionally_applied", "It is applied, but not yet in force."
    SUSPENDED = "suspended", "Its operation is suspended."
    EXPIRED = "expired", "Its term has ended."
    TERMINATED = "terminated", "It has been ended before or without a term."
    SUPERSEDED = "superseded", "A newer agreement has replaced it."
    UNKNOWN = "unknown", "The source does not tell."


class Binding(Codelist):
    """Whether the agreement binds in law."""

    BINDING = "binding", "It creates legal obligations."
    NON_BINDING = "non_binding", "It records intentions and creates no legal obligations."
    MIXED = "mixed", "Some provisions bind, others do not."


class Level(Codelist):
    """The level of government or territory at which something applies."""

    GLOBAL = "global", "The whole world."
    REGIONAL = "regional", "A region of the world."
    MULTINATIONAL = "multinational", "Several countries."
    NATIONAL = "national", "One country as a whole."
    SUBNATIONAL = "subnational", "Provinces, states or regions of a country."
    LOCAL = "local", "Districts, cities, villages."


class KnownTheme(Codelist):
    """Subjects in use; `themes` takes others too, in the same form."""

    TRAFFICKING = "trafficking", "Trafficking in persons."
    TRAFFICKING_PREVENTION = "trafficking.prevention", "Prevention of trafficking in persons."
    TRAFFICKING_PROTECTION = "trafficking.protection", "Protection of and help for trafficked persons."
    TRAFFICKING_PROSECUTION = "trafficking.prosecution", "Investigation and prosecution of trafficking in persons."
    TRAFFICKING_PARTNERSHIP = "trafficking.partnership", "Partnership against trafficking in persons."
    MIGRATION = "migration", "Migration."
    LABOUR = "labour", "Work and employment."
    REFUGEES = "refugees", "Refugees, asylum, return."
    HEALTH = "health", "Health."
    EDUCATION = "education", "Schools, universities, training."
    RESEARCH = "research", "Research and science."
    AGRICULTURE = "agriculture", "Agriculture, food, fisheries, forestry."
    ENVIRONMENT = "environment", "Environment and nature."
    CLIMATE = "climate", "Climate change."
    ENERGY = "energy", "Energy and mines."
    TRADE = "trade", "Trade."
    INVESTMENT = "investment", "Investment and finance."
    TRANSPORT = "transport", "Transport."
    SECURITY = "security", "Police, borders, defence."
    DRUGS = "drugs", "Drug control."
    JUSTICE = "justice", "Courts, law, civil status."
    CULTURE = "culture", "Culture, heritage, sport."
    TOURISM = "tourism", "Tourism."
    ICT = "ict", "Information and communication technology."
    WATER = "water", "Water and rivers."
    HUMANITARIAN = "humanitarian", "Humanitarian aid and disasters."
    GOVERNANCE = "governance", "Public administration and institutions."
    GENDER = "gender", "Women, gender equality."


class NameKind(Codelist):
    """How another name relates to the main one."""

    ACRONYM = "acronym", "An abbreviation."
    SHORT = "short", "A shorter form in use."
    ALIAS = "alias", "Another name in use."
    FORMER = "former", "A name of the past."
    TRANSLATION = "translation", "The name in another language."
    TRANSLITERATION = "transliteration", "The name in another script."
    AS_PRINTED = "as_printed", "The way a source prints it."
    MISSPELLING = "misspelling", "A wrong spelling in a source."


class Qualifier(Codelist):
    """How exact a number is."""

    EXACT = "exact", "Exactly so much."
    UP_TO = "up_to", "So much at most."
    AT_LEAST = "at_least", "So much at least."
    ABOUT = "about", "About so much."


class OrganizationKind(Codelist):
    """What sort of organisation it is."""

    GOVERNMENT = "government", "A state or its government as a whole."
    MINISTRY = "ministry", "A ministry, or a department of that rank."
    AGENCY = "agency", "A department, office, directorate or agency of a government."
    COMMITTEE = "committee", "A committee, commission or council."
    EMBASSY_MISSION = "embassy_mission", "An embassy, a permanent mission or a country office."
    SUBNATIONAL_GOVERNMENT = "subnational_government", "The government of a province, region or city."
    COURT = "court", "A court."
    INTERGOVERNMENTAL = "intergovernmental", "An organisation of states."
    SECRETARIAT = "secretariat", "A secretariat."
    TREATY_BODY = "treaty_body", "A body created by a treaty."
    NGO = "ngo", "A non-governmental organisation."
    FOUNDATION = "foundation", "A foundation or fund."
    UNIVERSITY = "university", "A university, college or school."
    RESEARCH_INSTITUTE = "research_institute", "A research or training institute."
    COMPANY = "company", "A company or bank."
    ASSOCIATION = "association", "An association, union or network."
    MASS_ORGANIZATION = "mass_organization", "A mass organisation, as in one-party states."
    OTHER = "other", "Something else."


class PostKind(Codelist):
    """How a person holds a post."""

    SUBSTANTIVE = "substantive", "In full and for good."
    ACTING = "acting", "For the time being, or as an additional charge."
    FORMER = "former", "No longer."
    ACCREDITED = "accredited", "As the accredited representative to somebody."
    DEPUTY = "deputy", "In the holder's place."


class PartyRole(Codelist):
    """What a party does beside being bound."""

    IMPLEMENTER = "implementer", "Carries out what is agreed."
    FUNDER = "funder", "Gives money."
    HOST = "host", "Gives a place."
    DEPOSITARY = "depositary", "Keeps the text and receives notices."
    SECRETARIAT = "secretariat", "Serves as secretariat."
    CHAIR = "chair", "Leads the joint work."
    BENEFICIARY = "beneficiary", "Receives what is agreed."
    SENDING = "sending", "The state that people come from: of origin, sending."
    RECEIVING = "receiving", "The state that people go to: of asylum, destination, receiving."
    OTHER = "other", "Something else."


class SupporterRole(Codelist):
    """What somebody does who takes part without being bound."""

    FUNDER = "funder", "Gives money."
    SUPPORTER = "supporter", "Supports it; the source says no more."
    IMPLEMENTER = "implementer", "Carries out what is agreed."
    BENEFICIARY = "beneficiary", "Receives what is agreed."
    FACILITATOR = "facilitator", "Brings the parties together."
    HOST = "host", "Gives a place."
    DEPOSITARY = "depositary", "Keeps the text and receives notices."
    SECRETARIAT = "secretariat", "Serves as secretariat."
    COOPERATING_PARTNER = "cooperating_partner", "Works with the parties."
    ADMINISTRATIVE_AGENT = "administrative_agent", "Administers the funds."
    GUARANTOR = "guarantor", "Guarantees what is agreed."
    WITNESS = "witness", "Witnesses the agreement."
    OBSERVER = "observer", "Observes."
    OTHER = "other", "Something else."


class Act(Codelist):
    """What was done to conclude the agreement."""

    SIGNED = "signed", "The text was signed."
    INITIALLED = "initialled", "The text was initialled."
    EXCHANGED = "exchanged", "The signed texts, notes or letters were exchanged."
    ACCEDED = "acceded", "A party joined an agreement of others."
    ADOPTED = "adopted", "The text was adopted."
    COUNTERSIGNED = "countersigned", "The text was signed again beside the first signature."


class Capacity(Codelist):
    """In what capacity somebody signs."""

    HEAD = "head", "As the head of the organisation."
    OFFICE_HOLDER = "office_holder", "By virtue of another office in it."
    PROXY = "proxy", "In the place of another person."
    DIPLOMAT = "diplomat", "As a diplomat of the state."
    CHAIR = "chair", "As the chair of a meeting or group."
    OTHER = "other", "In another capacity."


class SignatureStatus(Codelist):
    """Whether the act has taken place."""

    DONE = "done", "It has taken place."
    PLANNED = "planned", "It is planned."


class EffectiveOn(Codelist):
    """The event with which the agreement takes effect."""

    ON_SIGNATURE = "on_signature", "When it is signed."
    ON_LAST_SIGNATURE = "on_last_signature", "When the last party signs."
    ON_ACCEPTANCE_BY_ALL = "on_acceptance_by_all", "When all have accepted it."
    ON_DATE = "on_date", "On a fixed day."
    ON_NOTIFICATION = "on_notification", "When the parties have notified each other."
    ON_RATIFICATION = "on_ratification", "When it is ratified."
    ON_THRESHOLD = "on_threshold", "When enough parties have accepted it."
    ON_EXCHANGE = "on_exchange", "When notes or letters are exchanged."
    IMMEDIATE = "immediate", "At once."
    OTHER = "other", "With something else."


class RenewalMode(Codelist):
    """How the agreement goes on after its term."""

    NONE = "none", "It is known not to be renewed."
    AUTOMATIC = "automatic", "It is renewed unless somebody objects."
    BY_AGREEMENT = "by_agreement", "The parties may renew it by agreement."
    TO_BE_DISCUSSED = "to_be_discussed", "The parties will discuss it."


class TerminationBy(Codelist):
    """Who may end the agreement."""

    ANY_PARTY = "any_party", "Each party alone."
    MUTUAL = "mutual", "All parties together."
    OTHER = "other", "Another arrangement."


class RelationType(Codelist):
    """How a newer agreement relates to an older one."""

    AMENDS = "amends", "Changes it."
    EXTENDS = "extends", "Lets it last longer or reach wider."
    RENEWS = "renews", "Renews it for another term."
    REPLACES = "replaces", "Takes its place."
    IMPLEMENTS = "implements", "Carries it out."
    PART_OF = "part_of", "Is a part of it, or is made under it."
    FOLLOWS = "follows", "Comes after it in time and matter."
    CONTINUES = "continues", "Goes on with what it began."
    LEADS_TO = "leads_to", "Prepares it."
    ACCEDES_TO = "accedes_to", "Joins it."
    SAME_SERIES = "same_series", "Belongs to one series with it."
    RELATED = "related", "Has to do with it."


class LifecycleKind(Codelist):
    """What happened to the agreement beside being signed."""

    ANNOUNCED = "announced", "It was announced."
    APPROVED = "approved", "A cabinet, parliament or board approved it."
    ADOPTED = "adopted", "It was adopted."
    ENTERED_INTO_FORCE = "entered_into_force", "It entered into force."
    PROVISIONALLY_APPLIED = "provisionally_applied", "Its provisional application began."
    EXTENDED = "extended", "It was extended."
    RENEWED = "renewed", "It was renewed."
    REVISED = "revised", "It was revised."
    SUSPENDED = "suspended", "It was suspended."
    TERMINATED = "terminated", "It was terminated."
    EXPIRED = "expired", "Its term ended."
    REGISTERED = "registered", "It was registered, as with the United Nations."
    PUBLISHED = "published", "It was published."


class Modality(Codelist):
    """How strongly the text commits."""

    SHALL = "shall", "Shall."
    WILL = "will", "Will."
    SHOULD = "should", "Should."
    MAY = "may", "May."
    INTENDS = "intends", "Intends to, aims to."
    AGREES = "agrees", "Agrees to."
    GRANTS = "grants", "Grants a right or status."


class CommitmentStatus(Codelist):
    """How far the commitment has been kept."""

    PLANNED = "planned", "Not begun."
    ONGOING = "ongoing", "Begun."
    FULFILLED = "fulfilled", "Kept."
    LAPSED = "lapsed", "No longer to be kept."


class ContributionKind(Codelist):
    """What is contributed."""

    MONEY = "money", "Money."
    IN_KIND = "in_kind", "Goods, staff, services."
    COST_SHARING = "cost_sharing", "Each side bears certain costs."


class ContributionBasis(Codelist):
    """What the amount covers."""

    AGREEMENT_TOTAL = "agreement_total", "The whole agreement."
    PROJECT = "project", "A project."
    PROGRAMME = "programme", "A programme."
    PER_YEAR = "per_year", "One year."
    GAP = "gap", "What is still needed."
    RUNNING_TOTAL = "running_total", "All that has been given so far."
    OTHER = "other", "Something else."


class BodyKind(Codelist):
    """What sort of joint body it is."""

    JOINT_COMMITTEE = "joint_committee", "A joint committee."
    WORKING_GROUP = "working_group", "A working group."
    COMMISSION = "commission", "A commission."
    SECRETARIAT = "secretariat", "A secretariat."
    FOCAL_POINT = "focal_point", "Focal points, one a side."
    OTHER = "other", "Something else."


class CitationManner(Codelist):
    """How the agreement uses the instrument it cites."""

    LEGAL_BASIS = "legal_basis", "As its legal basis."
    IMPLEMENTS = "implements", "To carry it out."
    ALIGNED_WITH = "aligned_with", "As something it is in line with."
    MENTIONED = "mentioned", "By mentioning it."


class CeremonyKind(Codelist):
    """What the ceremony was for."""

    SIGNING = "signing", "Signing."
    EXCHANGE = "exchange", "Exchanging signed texts, notes or letters."
    ADOPTION = "adoption", "Adopting a text."
    HANDOVER = "handover", "Handing something over."
    OTHER = "other", "Something else."


class CeremonyMode(Codelist):
    """How the sides came together."""

    IN_PERSON = "in_person", "In one place."
    VIRTUAL = "virtual", "By video."
    HYBRID = "hybrid", "Some in one place, some by video."
    SEPARATE = "separate", "Each side in its own place."
    CORRESPONDENCE = "correspondence", "By sending the texts."


class CeremonyStatus(Codelist):
    """Whether the ceremony took place."""

    PLANNED = "planned", "It is planned."
    HELD = "held", "It took place."
    POSTPONED = "postponed", "It was put off."
    CANCELLED = "cancelled", "It was cancelled."


class AttendanceRole(Codelist):
    """What somebody did at the ceremony."""

    WITNESS = "witness", "Witnessed the signing."
    CONVENOR = "convenor", "Called the meeting."
    CHAIR = "chair", "Presided."
    HOST = "host", "Received the guests."
    SPEAKER = "speaker", "Spoke."
    DELEGATION_HEAD = "delegation_head", "Led a delegation."
    DELEGATE = "delegate", "Belonged to a delegation."
    FACILITATOR = "facilitator", "Conducted the ceremony."
    GUEST = "guest", "Was a guest."


class StatementKind(Codelist):
    """What sort of statement it is."""

    REMARK = "remark", "Remarks of one speaker."
    JOINT = "joint", "A joint statement."
    OBJECTION = "objection", "An objection."
    ANNOUNCEMENT = "announcement", "An announcement."


class InstrumentKind(Codelist):
    """What sort of instrument is cited."""

    TREATY = "treaty", "A treaty or convention."
    GLOBAL_FRAMEWORK = "global_framework", "A global compact, agenda or framework."
    SDG_TARGET = "sdg_target", "A Sustainable Development Goal or target."
    STATUTE = "statute", "A law."
    DECREE = "decree", "A decree, order or regulation."
    RESOLUTION = "resolution", "A resolution or decision of a body."
    POLICY = "policy", "A policy or strategy."
    PLAN = "plan", "A plan of action."
    OTHER = "other", "Something else."


class InitiativeKind(Codelist):
    """What sort of undertaking it is."""

    PROJECT = "project", "A project."
    PROGRAMME = "programme", "A programme."
    PROCESS = "process", "A process of meetings and agreements."
    FUND = "fund", "A fund."


class DocumentKind(Codelist):
    """What sort of document it is."""

    SIGNED_TEXT = "signed_text", "The signed text."
    DRAFT = "draft", "A draft of the text."
    ANNEX = "annex", "An annex."
    TRANSLATION = "translation", "A translation."
    PRESS_RELEASE = "press_release", "A press release by somebody who took part."
    NEWS = "news", "A report in the press."
    REGISTER_ENTRY = "register_entry", "An entry in a register or treaty series."
    PHOTO = "photo", "A photograph."
    NOTICE = "notice", "A notice or letter."
    OTHER = "other", "Something else."


class LegalValue(Codelist):
    """What a text is worth in law."""

    AUTHENTIC = "authentic", "Authentic."
    OFFICIAL = "official", "Official, but not authentic."
    UNOFFICIAL = "unofficial", "Unofficial."
    MACHINE = "machine", "Translated by a machine."


class Availability(Codelist):
    """Who can read the document."""

    PUBLIC = "public", "Everybody."
    RESTRICTED = "restricted", "Some."
    UNPUBLISHED = "unpublished", "It is not published."


class Basis(Codelist):
    """Where a value comes from."""

    STATED = "stated", "A source says so."
    INFERRED = "inferred", "It follows from something else that a source says."
    COMPUTED = "computed", "It was computed."
    REPORTED = "reported", "Somebody else than the parties says so."
    DISPUTED = "disputed", "Sources disagree."
    CORRECTED = "corrected", "The source has it wrong."
