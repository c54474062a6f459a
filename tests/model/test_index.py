"""The index and the paths of records: every record is found, and where it stands."""

from mouschema import Bundle, check
from mouschema.model import Agreement, Party, Person
from mouschema.rules import Index, paths
from near import RECORD, mou, person, record, signature


def bundle() -> Bundle:
    """Return the coherent record with dates, posts and terms."""
    made = check(record(
        mou(term={"effective": "2022-07", "end": "2025"}), signature(date="2022-06-30"),
        person(posts=[{"title": {"en": "Head"}, "organization": "gov", "start": "2020"}]),
    )).bundle  # fmt: skip
    assert made
    return made


def test_paths_lead_to_every_record() -> None:
    """Whoever asks for no record in particular gets the root and all below it; who asks for some gets those only."""
    root = bundle()
    (mou,), (head,) = root.agreements, root.people
    assert mou.term
    every = paths(root)
    assert every[id(root)] == ()
    assert every[id(mou)] == ("agreements", 0)
    assert every[id(mou.term)] == ("agreements", 0, "term")
    assert every[id(mou.parties[1])] == ("agreements", 0, "parties", 1)
    assert every[id(head.posts[0])] == ("people", 0, "posts", 0)
    assert len(every) == sum(len(Index(root).of(cls)) for cls in {type(each) for each in _records(root, every)})
    wanted = {id(mou.parties[1]), id(head)}
    assert paths(root, wanted) == {key: path for key, path in every.items() if key in wanted}
    assert paths(mou, {id(mou)}) == {id(mou): ()}


def _records(root: Bundle, every: dict[int, tuple[str | int, ...]]) -> list[object]:
    found: list[object] = []
    for path in every.values():
        here: object = root
        for step in path:
            here = here[step] if isinstance(step, int) else getattr(here, step)  # pyright: ignore[reportIndexIssue, reportUnknownVariableType]
        found.append(here)  # pyright: ignore[reportUnknownArgumentType]
    return found


def test_index_finds_by_id_and_by_class() -> None:
    """What has an identifier is found by it if it is of the class asked for, the first of several; the root is no entry."""
    root = bundle()
    index = Index(root)
    assert index.whole
    assert [(each.record.id, each.list) for each in index.entries] == [
        ("gov", "organizations"), ("office", "organizations"), ("iom", "organizations"), ("head", "people"), ("mou", "agreements"), ("signing", "ceremonies"),
    ]  # fmt: skip
    assert index.get("mou", Agreement) is root.agreements[0]
    assert index.get("mou", Person) is None
    assert index.get("nobody", Agreement) is index.get(None, Agreement) is None
    assert index.of(Party) == list(root.agreements[0].parties)
    assert [(each.field, str(each.date)) for each in index.dates if each.owner is root.agreements[0].term] == [("effective", "2022-07"), ("end", "2025")]  # fmt: skip
    alone = check(RECORD["agreements"][0], kind="agreement").record
    assert not Index(alone).whole
    assert Index(alone).entries == []
