"""Give a target inputs: led by coverage with atheris, or by chance."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain, islice, repeat
from pathlib import Path
from random import Random
from typing import Any

from fuzz.mutate import edited_bytes, edited_json
from fuzz.seeds import MOST_BYTES, seeds, tokens

__all__ = ["Broken", "by_chance", "by_coverage"]

Target = Callable[[bytes], None]


class Broken(Exception):
    """A promise that was broken, with the input that did it."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.data = data


def by_chance(target: Target, seconds: float = 3600, count: int = 10**9, seed: int = 1) -> int:
    """Try a target with the seeds and with edits of them, one upon the other.

    Args:
        target: What to try.
        seconds: When to stop.
        count: How many inputs to try at most.
        seed: Which edits.

    Returns:
        How many inputs were tried.

    Raises:
        Broken: An input broke a promise.
    """
    random, pool = Random(seed), seeds()
    end, tried = time.monotonic() + seconds, 0

    def inputs() -> Iterator[bytes]:
        small_ones_more_often = (pool[min(random.randrange(len(pool)) for _ in range(3))] for _ in repeat(None))
        for data in chain(random.sample(pool, len(pool)), small_ones_more_often):
            yield data
            changed = data
            for _ in range(random.choice((1, 1, 2, 4))):
                change = random.getrandbits(32)
                changed = (edited_json(changed, change) if change & 1 else None) or edited_bytes(changed, change)
                yield changed[:MOST_BYTES]

    for data in islice(inputs(), count):
        if time.monotonic() > end:
            break
        try:
            target(data)
        except Exception as error:
            raise Broken(data) from error
        tried += 1
    return tried


def by_coverage(target: Target, arguments: list[str], keep: Path | None) -> None:
    """Let atheris try a target; it ends the process.

    Args:
        target: What to try.
        arguments: For libFuzzer.
        keep: A folder in which inputs that reached something new are kept from run to run.
    """
    atheris: Any = import_module("atheris")

    folder = keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds()):
        (folder / f"seed-{number}").write_bytes(data)
    words = folder.parent / f"{folder.name}.dict"
    words.write_text("".join(f'"\\"{word[1:-1]}\\""\n' for word in tokens()), encoding="utf-8")

    def change(data: bytes, most: int, seed: int) -> bytes:
        changed = edited_json(data, seed) if seed & 1 else None
        return (changed or atheris.Mutate(data, most))[:most]

    atheris.Setup([sys.argv[0], *arguments, f"-dict={words}", f"-max_len={MOST_BYTES}", str(folder)], target, custom_mutator=change)  # fmt: skip
    atheris.Fuzz()
