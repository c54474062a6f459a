"""Files are written whole or not at all, whatever happens, and never through a link."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from conftest import SEED
from mouschema import dump, dumps, load
from mouschema._writing import opened, save


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that is there already, alone in its folder."""
    file = tmp_path / "file"
    file.write_text("older")
    return file


def assert_untouched(old: Path) -> None:
    """The older file is whole, and nothing is left beside it."""
    assert old.read_text() == "older"
    assert list(old.parent.iterdir()) == [old]


def test_a_file_is_replaced_or_made(old: Path) -> None:
    """Text in UTF-8 and to the letter, or bytes; nothing is left beside it."""
    save(old, "ລາວ\r\n\n")
    assert old.read_bytes() == "ລາວ\r\n\n".encode()
    save(old, b"\x00\xff")
    assert old.read_bytes() == b"\x00\xff"
    save(str(old.with_name("new")), "new")
    assert sorted(path.name for path in old.parent.iterdir()) == ["file", "new"]


def test_it_appears_at_the_end(old: Path) -> None:
    """Until then the older file stands under the name; it is another file afterwards, hard links keep the older."""
    other = old.parent / "other name"
    other.hardlink_to(old)
    with opened(old) as file:
        file.write("newer" * 10_000)
        file.flush()
        assert old.read_text() == "older"
    assert old.read_text() == "newer" * 10_000
    assert other.read_text() == "older"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ValueError, SystemExit])
def test_what_goes_wrong_inside_changes_nothing(old: Path, fault: type[BaseException]) -> None:
    """The older file is whole, and the temporary one is gone."""
    with pytest.raises(fault), opened(old) as file:  # noqa: PT012 - the block is what is tested
        file.write("newer" * 10_000)
        raise fault
    assert_untouched(old)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_goes_wrong_at_the_end_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """The error names the file that people know, not the temporary one."""

    def full(*_arguments: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space left") as caught:
        save(old, "newer")
    monkeypatch.undo()
    assert caught.value.filename == str(old)
    assert_untouched(old)


def test_what_is_written_reaches_the_disk_first(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name never leads to what is still in memory: the file is synchronised before it takes its place."""
    calls: list[str] = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *given, name=name, real=real: (calls.append(name), real(*given)))
    save(old, "newer")
    assert calls == ["fsync", "replace"]


def test_permissions_stay(old: Path) -> None:
    """An older file keeps its mode and its owner, which hold before anything is written; a new one obeys the umask."""
    old.chmod(0o640)
    if os.getuid() == 0:
        os.chown(old, 1234, 1235)
    with opened(old) as file:
        temporary = os.fstat(file.fileno())
        assert stat.S_IMODE(temporary.st_mode) == 0o640
        assert temporary.st_uid == old.stat().st_uid
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert os.getuid() or (old.stat().st_uid, old.stat().st_gid) == (1234, 1235)
    before = os.umask(0o027)
    try:
        save(old.with_name("new"), "")
    finally:
        os.umask(before)
    assert stat.S_IMODE(old.with_name("new").stat().st_mode) == 0o640


def test_write_protection_holds(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is not replaced either."""
    old.chmod(0o444)
    if os.getuid() == 0:
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        save(old, "newer")
    assert_untouched(old)


def test_a_folder_that_takes_no_file_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file could be written but not replaced, it says that its folder is why."""

    def refused(_self: object, path: Path, _mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr("mouschema._writing._File.__init__", refused)
    with pytest.raises(OSError, match="no file can be made in its folder") as caught:
        save(old, "newer")
    assert caught.value.filename == str(old)
    assert_untouched(old)


@pytest.mark.parametrize("target", ["there", "not there", "folder"])
def test_links_are_refused(tmp_path: Path, target: str) -> None:
    """Nothing is written through a link, and the link stays one."""
    (tmp_path / "there").write_text("older")
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / target)
    with pytest.raises(OSError, match="nothing is written through a link") as caught:
        save(link, "newer")
    assert (caught.value.errno, caught.value.filename) == (errno.ELOOP, str(link))
    assert link.is_symlink()
    assert (tmp_path / "there").read_text() == "older"
    assert not (tmp_path / "not there").exists()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_link_put_there_meanwhile_is_replaced_not_followed(old: Path) -> None:
    """Whoever can write in the folder cannot turn the writing elsewhere."""
    secret = old.with_name("secret")
    secret.write_text("older")
    with opened(old) as file:
        old.unlink()
        old.symlink_to(secret)
        file.write("newer")
    assert secret.read_text() == "older"
    assert old.read_text() == "newer"
    assert not old.is_symlink()


def test_what_is_no_regular_file_is_written_directly(tmp_path: Path) -> None:
    """A pipe gets the text; a device takes it; a full one says so, with its name."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    save(pipe, "text")
    reader.join()
    assert read == ["text"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    save("/dev/null", "text")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    with pytest.raises(OSError, match="No space left on device") as caught:
        save("/dev/full", "text")
    assert caught.value.filename == "/dev/full"


@pytest.mark.parametrize("name", ["/dev/fd/{}", "/proc/self/fd/{}", "/dev/./fd//{}"])
def test_open_files_of_the_process_are_written_where_they_are(tmp_path: Path, name: str) -> None:
    """What the shell has opened is not opened again: what was written before stays."""
    with (tmp_path / "file").open("w+b", buffering=0) as file:
        file.write(b"before ")
        save(name.format(file.fileno()), "after")
        file.write(b"!")
        assert (tmp_path / "file").read_text() == "before after!"
        with pytest.raises(OSError, match="descriptor") as caught:
            save("/dev/fd/987654", "")
    assert caught.value.filename == "/dev/fd/987654"


@pytest.mark.parametrize(
    ("name", "code"),
    [("", errno.EISDIR), (".", errno.EISDIR), ("/", errno.EISDIR), ("a\0b", errno.EINVAL), ("\ud800", errno.EINVAL),
     ("a" * 256, errno.ENAMETOOLONG), ("none/file", errno.ENOENT), ("file/file", errno.ENOTDIR)],
)  # fmt: skip
def test_names_under_which_nothing_can_be_written(
    old: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    """An OSError that names what was asked for, and nothing is left behind."""
    monkeypatch.chdir(old.parent)
    with pytest.raises(OSError) as caught:  # noqa: PT011 - its number tells it
        save(name, "text")
    assert caught.value.errno == code
    assert caught.value.filename == str(Path(name))
    assert_untouched(old)


def test_longest_names_can_be_written(tmp_path: Path) -> None:
    """The temporary file's name does not depend on that of the target."""
    save(tmp_path / ("a" * 255), "text")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_whole_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody means that."""
    monkeypatch.setattr(stat, "S_ISBLK", lambda _mode: True)
    with pytest.raises(OSError, match="it is a whole disk"):
        save("/dev/null", "text")


def test_a_pipe_that_becomes_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exchanged between looking and opening is not written into."""
    answers = iter([False, True])
    monkeypatch.setattr(stat, "S_ISREG", lambda _mode: next(answers))
    with pytest.raises(OSError, match="it became another file just now") as caught:
        save("/dev/null", "text")
    assert caught.value.filename == "/dev/null"


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_replaces_nothing(old: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    """Not even one that appears while it is written; file systems without hard links are no exception."""
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    with pytest.raises(FileExistsError) as caught:
        save(old, "newer", new=True)
    assert caught.value.filename == str(old)
    assert_untouched(old)
    other = old.with_name("other")
    with pytest.raises(FileExistsError), opened(other, new=True) as file:  # noqa: PT012 - the block is what is tested
        file.write("mine")
        other.write_text("theirs")
    assert other.read_text() == "theirs"
    other.unlink()
    save(other, "mine", new=True)
    assert other.read_text() == "mine"
    assert sorted(path.name for path in old.parent.iterdir()) == ["file", "other"]


def _no_links(*_arguments: Any, **_options: Any) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_what_utf8_cannot_hold_is_escaped(old: Path) -> None:
    """The name of a file that is no UTF-8 can stand in every report."""
    save(old, os.fsdecode(b"caf\xe9.json"))
    assert old.read_bytes() == rb"caf\udce9.json"


def test_dump_goes_this_way(old: Path) -> None:
    """A record that cannot be written leaves the older file whole; a link is refused."""
    bundle = load(SEED)
    dump(bundle, old)
    assert old.read_text(encoding="utf-8") == dumps(bundle)
    link = old.with_name("link")
    link.symlink_to(old)
    with pytest.raises(OSError, match="nothing is written through a link"):
        dump(bundle, link)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_a_process_that_is_ended_leaves_the_older_file(old: Path, number: signal.Signals, call: str) -> None:
    """`kill -9` at any moment; the temporary file may be left then, under a name that is no document's."""
    program = f"""if True:
        import os, sys
        from pathlib import Path
        from mouschema import _writing as writing
        def end(*_given, **_more):
            os.kill(os.getpid(), {number})
        with writing.opened(sys.argv[1]) as file:
            file.write("newer" * 10_000)
            if "{call}" == "open":
                end()
            os.{call} = end
        """
    done = subprocess.run([sys.executable, "-c", program, str(old)], stderr=subprocess.DEVNULL, check=False)
    assert done.returncode == -number
    assert old.read_text() == "older"
    left = [path.name for path in old.parent.iterdir() if path != old]
    assert all(name.startswith(".mouschema-") and name.endswith(".tmp") for name in left)
    assert not left or number != signal.SIGINT
