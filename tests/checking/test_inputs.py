"""Where documents come from: whatever a file or a stream holds is told, and nothing is lost on the way."""

import gzip
import io
import json
import os
import socket
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from mouschema import check, check_lines, load
from mouschema.checking._open import Pieces
from mouschema.checking.batch import check_files
from mouschema.reports.report import Report

TINY = b'{"schema_version":"1.0"}'
GZ = gzip.compress("".join(f'{{"id":"{sha256(bytes([n])).hexdigest()}"}}\n' * 9 for n in range(250)).encode())
DAMAGED = {"cut": GZ[: len(GZ) // 2], "other": b"no gzip", "stained": GZ[:6000] + b"\xff" * 99 + GZ[6099:]}


def codes(report: Report) -> list[tuple[str, str | None]]:
    """Return codes and variants."""
    return [(each.code, each.variant) for each in report.findings]


class Raw(io.RawIOBase):
    """A raw stream that gives a few bytes at a time, and None where it has nothing yet."""

    def __init__(self, *pieces: bytes | None) -> None:
        self.pieces = list(pieces)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        given = self.pieces[0] if self.pieces else b""
        if given is None:
            return None
        self.pieces = self.pieces[1:]
        buffer[: len(given)] = given
        return len(given)


class ReadOnly:
    """An open file that can be read and nothing else."""

    def __init__(self, content: Any, most: int = 3) -> None:
        self.content, self.most = content, most

    def read(self, size: int, /) -> Any:
        given, self.content = self.content[: min(size, self.most)], self.content[min(size, self.most) :]
        return given


def test_text_that_cannot_be_decoded_is_told(tmp_path: Path) -> None:
    """A file opened as text with bytes that are not: JSN03, in lines for the line up to which it was read."""
    path = tmp_path / "latin.json"
    path.write_bytes(b'{"title": {"fr": "caf\xe9"}}')
    with path.open(encoding="utf-8") as file:
        assert codes(check(file)) == [("JSN03", "stream")]
    path.write_bytes((TINY + b"\n") * 1000 + b"caf\xe9\n" + TINY)
    with path.open(encoding="utf-8") as file:
        *whole, last = check_lines(file)
    assert [(each.line, codes(each)) for each in whole] == [(line, []) for line in range(1, len(whole) + 1)]
    # Python decodes some kilobytes at a time; the first line of those that it cannot decode is named.
    assert 500 < len(whole) <= 1000
    assert (last.line, codes(last)) == (len(whole) + 1, [("JSN03", "stream")])


@pytest.mark.parametrize("errors", ["surrogateescape", "surrogatepass"])
def test_text_with_half_characters_is_told(errors: str) -> None:
    """A stream that decodes whatever comes gives characters that no document may hold."""
    data = b'{"note": "caf\xed\xa0\x80"}\n'
    assert [code for code, _ in codes(check(io.TextIOWrapper(io.BytesIO(data), "utf-8", errors)))] == ["JSN09"]
    (report,) = check_lines(io.TextIOWrapper(io.BytesIO(data), "utf-8", errors))
    assert [code for code, _ in codes(report)] == ["JSN09"]


@pytest.mark.parametrize("damage", DAMAGED)
def test_damaged_compression_is_told(damage: str, tmp_path: Path) -> None:
    """By path or by an open file, a document that cannot be expanded is RUN01, never an exception."""
    path = tmp_path / "a.json.GZ"
    path.write_bytes(DAMAGED[damage])
    assert codes(check(path)) == [("RUN01", "damaged")]
    with gzip.open(path) as file:
        assert codes(check(file)) == [("RUN01", "damaged")]
    with gzip.open(path, "rt", encoding="utf-8") as text:
        assert codes(check(text)) == [("RUN01", "damaged")]


@pytest.mark.parametrize("damage", DAMAGED)
def test_lines_before_damage_are_checked(damage: str, tmp_path: Path) -> None:
    """The last report is about the line where the damage was met, and no line before it is left out."""
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(DAMAGED[damage])
    for source in (path, gzip.open(path)):  # noqa: SIM115 - it is over with the test
        *whole, last = check_lines(source)
        assert codes(last) == [("RUN01", "damaged")]
        assert [each.line for each in whole] == list(range(1, len(whole) + 1))
        assert last.line == len(whole) + 1
        assert bool(whole) == (damage != "other")
        assert [(each.line, codes(each)) for each in check_files([path])][-1] == (last.line, codes(last))


@pytest.mark.parametrize("wrap", [Raw, lambda *pieces: io.BufferedReader(Raw(*pieces))], ids=["raw", "buffered"])
def test_short_reads_are_not_the_end(wrap: Callable[..., Any]) -> None:
    """What comes in pieces is one document, and lines are lines."""
    pieces = [TINY[at : at + 5] for at in range(0, len(TINY), 5)]
    assert check(wrap(*pieces)).data == TINY
    found = list(check_lines(wrap(*pieces, b"\n", *pieces)))
    assert [(each.line, each.data) for each in found] == [(1, TINY), (2, TINY)]


@pytest.mark.parametrize("content", [TINY, TINY.decode(), bytearray(TINY)])
def test_reading_is_all_that_is_asked_of_a_file(content: Any) -> None:
    """An object with `read` alone is an open file, of bytes or of text."""
    assert check(ReadOnly(content)).data == TINY
    (report,) = check_lines(ReadOnly(content))
    assert report.data == TINY


def test_letters_that_do_not_fit_into_a_buffer_are_kept() -> None:
    """Text that takes more bytes than were asked for comes whole, piece by piece."""
    pieces = Pieces(io.StringIO("ລາວ" * 20).read)
    assert b"".join(iter(lambda: pieces.read(4) or b"", b"")).decode() == "ລາວ" * 20


class Terminal(ReadOnly):
    """A terminal says once that the text is at its end; whoever asks again waits for more."""

    def read(self, size: int, /) -> Any:
        assert self.content, "asked again"
        return super().read(size)

    def readline(self, size: int, /) -> Any:
        return super().read(min(size, len(TINY)))

    def isatty(self) -> bool:
        return True


def test_terminal_is_not_asked_again() -> None:
    """What was typed until Ctrl-D is the document, as one and as lines."""
    assert check(Terminal(TINY, len(TINY))).data == TINY
    assert [each.data for each in check_lines(Terminal(TINY + b"\n", len(TINY)))] == [TINY]


class Pieced(ReadOnly):
    """A stream whose lines come in pieces of so many bytes."""

    def readline(self, size: int, /) -> Any:
        return self.read(size)


def test_last_line_in_pieces_is_whole() -> None:
    """A line without a line break at the end of the stream is read to its end."""
    assert [each.data for each in check_lines(Pieced(TINY, 5))] == [TINY]


def test_stream_that_goes_on_behind_its_end_is_refused() -> None:
    """Where the last line was not the last after all, lines would be lost."""
    stream = Pieced(TINY)
    stream.readline = lambda _size, /: b""  # type: ignore[method-assign]
    with pytest.raises(BlockingIOError, match="make it blocking"):
        list(check_lines(stream))


def test_pipe_is_read_to_its_end() -> None:
    """A pipe gives what its buffer holds, 64 KiB, and then the rest."""
    document = json.dumps({"schema_version": "1.0", "title": {"en": "x" * 1000}, "extensions": {}}).encode()
    document += b" " * 200_000 + b"\n"
    ours, theirs = os.pipe()
    if os.fork() == 0:
        os.close(ours)
        with open(theirs, "wb") as file:
            file.write(document)
        os._exit(0)
    os.close(theirs)
    with open(ours, "rb", buffering=0) as file:
        assert check(file).data == document
    os.wait()


@pytest.mark.parametrize("wrap", [Raw, lambda *pieces: io.BufferedReader(Raw(*pieces))], ids=["raw", "buffered"])
def test_stream_that_does_not_wait_is_refused(wrap: Callable[..., Any]) -> None:
    """Where more may come later, a document is not taken for whole."""
    for pieces in ([None], [TINY, None], [TINY, b"\n", TINY, None]):
        with pytest.raises(BlockingIOError, match="make it blocking"):
            check(wrap(*pieces))
        with pytest.raises(BlockingIOError, match="make it blocking"):
            list(check_lines(wrap(*pieces)))


def test_files_that_give_no_text_are_a_mistake_of_the_caller() -> None:
    """A clear TypeError names what `read` gave."""
    with pytest.raises(TypeError, match="to return bytes or text, not list"):
        check(ReadOnly([1, 2, 3]))
    with pytest.raises(TypeError, match="to return bytes or text, not list"):
        list(check_lines(ReadOnly([1, 2, 3])))
    with pytest.raises(TypeError, match="not dict"):
        list(check_lines({"schema_version": "1.0"}))


def test_blanks_beyond_the_limit_are_told() -> None:
    """A line that begins with more blanks than the limit may hold anything behind them; it is not passed over."""
    found = list(check_lines(b" " * 200 + TINY + b"\n" + b" " * 50 + b"\n" + TINY, most_bytes=100))
    assert [(each.line, [code for code, _ in codes(each)]) for each in found] == [(1, ["JSN08"]), (3, [])]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_line_break_is_not_part_of_the_document(end: bytes) -> None:
    """Neither its size nor its hash counts it, as if the document had come alone."""
    alone = check(TINY, most_bytes=len(TINY))
    for data in (TINY + end, io.BytesIO(TINY + end), io.StringIO((TINY + end).decode())):
        (report,) = check_lines(data, most_bytes=len(TINY))
        assert report.ok
        assert report.data == TINY
        assert report.sha256 == alone.sha256 == sha256(TINY).hexdigest()
    (report,) = check_lines(TINY + end, most_bytes=len(TINY) - 1)
    assert [code for code, _ in codes(report)] == ["JSN08"]


@pytest.mark.parametrize("content", [b"", b"\n", b" \t\r\n\n"])
def test_lines_without_a_document_say_so(content: bytes, tmp_path: Path) -> None:
    """An empty file of lines is not one in which nothing is wrong."""
    path = tmp_path / "empty.jsonl"
    path.write_bytes(content)
    for reports in (check_lines(path), check_lines(content), check_lines(content.decode()), check_files([path])):
        (report,) = reports
        assert (report.line, codes(report)) == (1, [("JSN01", "")])


@pytest.mark.parametrize("name", ["a\0b.json", "a\0b.jsonl", "\ud800.json", "*\0.json", "\0/*.json"])
def test_names_that_no_file_can_have(name: str) -> None:
    """They are OSError, which everybody who reads files expects, and RUN01 in a run."""
    for read in (check, load, lambda path: list(check_lines(path))):
        with pytest.raises(OSError, match="no file can have this name"):
            read(Path(name))
    (report,) = check_files([name])
    assert [code for code, _ in codes(report)] == ["RUN01"]
    assert report.source == name


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices have other names there")
@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".json.gz", ".jsonl.gz"])
def test_only_files_are_read(suffix: str, tmp_path: Path) -> None:
    """Pipes, sockets, devices and folders are told, and nothing waits for them."""
    names = [tmp_path / f"{kind}{suffix}" for kind in ("pipe", "device", "socket", "folder", "loop")]
    os.mkfifo(names[0])
    names[1].symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(names[2]))
    names[3].mkdir()
    names[4].symlink_to(names[4])
    for name in names:
        with pytest.raises(OSError):  # noqa: PT011 - the words are the system's
            list(check_lines(name)) if "l" in suffix else check(name)
    found = {each.source: codes(each) for each in check_files([name for name in names if name != names[3]])}
    assert found == {str(name): [("RUN01", "")] for name in names if name != names[3]}
    below = {each.source: codes(each) for each in check_files([tmp_path])}
    assert below == {**found, str(names[1]): [("RUN01", "link")]}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such name there")
@pytest.mark.parametrize("jobs", [1, 2])
def test_descriptors_are_files(jobs: int) -> None:
    """What the shell writes for `<(…)` is read, whether a process of its own checks it or not."""
    ours, theirs = os.pipe()
    os.write(theirs, TINY)
    os.close(theirs)
    (report,) = check_files([f"/dev/fd/{ours}"], jobs=jobs)
    os.close(ours)
    assert (report.source, report.data, report.ok) == (f"/dev/fd/{ours}", TINY, True)


def test_limit_costs_nothing() -> None:
    """Memory is taken for what is there, not for what may be."""
    assert check(io.BytesIO(TINY), most_bytes=10**15).ok
    assert [each.ok for each in check_lines(io.BytesIO(TINY), most_bytes=10**15)] == [True]
