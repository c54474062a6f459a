// Judges JSON by three validators for JavaScript. Each line of the input is a list of [address of a schema, JSON text];
// for each line one line is written: an object with a text of 0 and 1 for each validator.
import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";
import { Validator } from "@cfworker/json-schema";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";

const folder = process.argv[2];
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith(".schema.json"))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")));

const ajv = new Ajv({ strict: false });
for (const schema of schemas) {
  ajv.addSchema(schema);
  registerSchema(structuredClone(schema), schema.$id);
}

const compilers = {
  ajv: (address) => ajv.compile({ $ref: address }),
  hyperjump: async (address) => {
    const judge = await validate(address);
    return (value) => judge(value).valid;
  },
  cfworker: (address) => {
    const validator = new Validator({ $id: "https://mouschema.example/any", $ref: address }, "2020-12");
    schemas.forEach((schema) => validator.addSchema(structuredClone(schema)));
    return (value) => validator.validate(value).valid;
  },
};

const compiled = new Map();

async function compile(name, address) {
  const key = `${name} ${address}`;
  if (!compiled.has(key)) compiled.set(key, await compilers[name](address));
  return compiled.get(key);
}

async function judged(name, cases) {
  let verdicts = "";
  for (const [address, text] of cases) verdicts += Number((await compile(name, address))(JSON.parse(text)));
  return verdicts;
}

for await (const line of createInterface({ input: process.stdin })) {
  const cases = JSON.parse(line);
  const answer = {};
  for (const name of Object.keys(compilers)) answer[name] = await judged(name, cases);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
