"""What checking, reports and pages cost on made documents of every shape, held to what is promised.

Run it from the checkout, on Linux:

    PYTHONPATH=tests python -m cost               every shape, about ten minutes
    PYTHONPATH=tests python -m cost --quick       most shapes, at two sizes; for `.ci/run`
    PYTHONPATH=tests python -m cost --only REF    shapes whose name or description has these letters
    PYTHONPATH=tests python -m cost --list        what shapes there are

A shape is a function `shape(n)` that makes a document which grows with n (`shapes/`, a file for each subject).
Each is made at four sizes, the largest of which is only checked. A fresh process checks it, writes the report in
every form and shows the record where there is one (`measure.py`). The time is that of the processor, put right by a
fixed piece of work beside each step for what else the machine does; the memory is that of the whole process, native
parts included. What is measured is held to `bounds.py`. What takes too long is measured again, and fails only if it
does so thrice.
"""
