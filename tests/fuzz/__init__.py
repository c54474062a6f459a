"""Fuzzing: whatever bytes come, nothing raises, and what comes out keeps its promises.

    PYTHONPATH=tests python -m fuzz --seconds 20             # each target for so long
    PYTHONPATH=tests python -m fuzz check --seconds 3600 --keep FOLDER

`targets` has the promises, `seeds` what to begin with, `mutate` edits of JSON beside those of raw bytes. With
[atheris](https://github.com/google/atheris) (`pip install atheris`) runs are led by the coverage of mouschema; without it
the same edits are made by chance. An input that breaks a promise is written to the working folder, and
`python -m fuzz check FILE` tries it alone.
"""
