"""One verdict: five validators, and the constructors, say the same of near misses and of damaged examples.

    PYTHONPATH=tests python -m verdict --count 2000

Ours with either engine, jsonschema and jsonschema-rs as anyone would use them, and ajv, Hyperjump and cfworker on Node.js
(`npm install --no-save ajv @hyperjump/json-schema @cfworker/json-schema`) judge the same bytes. What no JSON document of
ours may hold, such as `1e400`, is judged by `check` alone, since validators cannot even be given it alike.

`cases` makes the values, by seed; `engines` and `engines.mjs` judge them; `constructors` makes records of them;
`compare` says where they differ.
"""
