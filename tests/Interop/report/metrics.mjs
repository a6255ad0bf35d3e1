// Lets a parser of Prometheus' text format read metrics. Input: { NAME: text }; output: one JSON line, by name: the families as the parser has them.
import { readFileSync } from 'node:fs';
import parser from 'parse-prometheus-text-format';

const parse = parser.default ?? parser;
const input = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(Object.fromEntries(Object.entries(input).map(([name, text]) => [name, parse(text)]))));
