// The grammar of Python as bundles have it. It comes with what editors need: colours, groups of nodes, names for a log,
// and ways to take over what it knows of an earlier text. We read a text once, and leave all that out.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parser } from "@lezer/python";
import { transformSync } from "esbuild";

const at = (path) => resolve(`node_modules/${path}/dist/index.js`);

/** Bundles that leave packages outside have it in them nonetheless, so that tests have what is shipped. */
export const grammar = {
  name: "grammar",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@lezer\/(python|lr)$/ }, ({ path }) => ({ path: at(path) }));
    onResolve({ filter: /^@lezer\/common$/ }, () => ({ path: resolve("server/src/python/syntax/nodes.ts") }));
    for (const [name, thinner] of Object.entries(packages)) {
      const filter = new RegExp(`[\\\\/]@lezer[\\\\/]${name}[\\\\/]dist[\\\\/]index\\.js$`);
      onLoad({ filter }, async ({ path }) => ({ contents: thinner(await readFile(path, "utf8")) }));
    }
  },
};

/** Puts something in another's place, which has to be there once: else it is another version, to be looked at anew. */
function replaced(text, found, by) {
  const parts = text.split(found);
  if (parts.length !== 2) throw new Error(`"${found}" is ${parts.length - 1} times in the grammar of Python`);
  return parts.join(by);
}

const packages = {
  python(text) {
    const { terms, actions } = apart([...parser.data]);
    const plain = text
      .replace(/^import .* from '@lezer\/highlight';\n/m, "")
      .replace(/^const pythonHighlighting = styleTags\(\{\n.*?^\}\);\n/ms, "")
      .replace(/^ {2}nodeProps: \[\n.*?^ {2}\],\n/ms, "")
      .replace(/^ {2}stateData: ".*",\n/m, () => `terms: ${written(terms)},\nactions: ${written(actions)},\n`);
    return replaced(plain, "  propSources: [pythonHighlighting],\n", "");
  },
  lr(text) {
    let left = text;
    for (const [found, by] of changes) left = replaced(left, found, by);
    for (const name of unused) left = replaced(left, method(name), "");
    // Whoever called them is gone too, once what is never so is left out.
    const { code } = transformSync(left, { minifySyntax: true, define: { verbose: "false" } });
    const called = unused.find((name) => new RegExp(`\\.${name.replace("get ", "")}\\b`).test(code));
    if (called) throw new Error(`the grammar of Python calls ${called}`);
    return `${code}\n${together}`;
  },
};

/** What is known of this grammar: of its table, and that it has no dialects, no properties of nodes, and no text before. */
const changes = [
  ["decodeArray(spec.stateData)", "together(decodeArray(spec.terms), decodeArray(spec.actions))"],
  ["import { Parser,", "import { InputStream, Parser,"],
  [/^class InputStream \{\n.*?^\}\n/ms, ""],
  [/const verbose = .*/, ""],
  [/this\.fragments = .*\n.*: null;/, ""],
  ["if (this.fragments) {", "if (false) {"],
  ["this.wrappers = [];", ""],
  [/for \(let w of this\.wrappers\)\n.*/, ""],
  [/let nodeProps = \[\];\n.*?(?=this\.nodeSet = new NodeSet)/s, ""],
  ["props: nodeProps[i],", ""],
  [/if \(spec\.propSources\)\n.*/, ""],
  [", { dialect } = stack.p.parser", ""],
  ["dialect.allows(term) &&", ""],
  [" && stack.p.parser.dialect.allows(result >> 1)", ""],
  ["this.dialect = this.parseDialect();", ""],
  ["this.dialects = spec.dialects || {};", ""],
  ["this.termNames = spec.termNames || null;", ""],
  ["LocalTokenGroup.prototype.contextual = ", ""],
];

/** A method of a class as its file has it, with a body of one line or of more. */
const method = (name) => new RegExp(`^ {4}${name}\\([^\n]*\\) \\{(?:\n.*?^ {4}| [^\n]* )\\}\n`, "ms");

/** Methods for logs, for texts that change, for dialects, and for grammars that are put together as they are run. */
const unused = [
  ..."configure dialectEnabled getName hasWrappers parseDialect stackID stopAt tryReuse useNode".split(" "),
  "get parsedPos",
  "get topNode",
];

const END = 65535;

/**
 * What a parser does in a state is written as a term and two numbers for the action, as often as there are terms, then
 * an end and what follows there. Terms beside terms and actions beside actions are packed in two thirds.
 */
function apart(data) {
  const [terms, actions] = [[], []];
  for (let at = 0; at < data.length; ) {
    const term = data[at++];
    terms.push(term);
    const after = term === END ? terms : actions;
    const count = term === END && !data[at] ? 1 : term === END ? 3 : 2;
    for (let i = 0; i < count; i++) after.push(data[at++] ?? 0);
  }
  return { terms, actions };
}

/** Undoes that, in the bundle. */
const together = `function together(terms, actions) {
  const data = [];
  for (let at = 0, act = 0; at < terms.length; ) {
    const term = terms[at++];
    data.push(term);
    if (term !== ${END}) data.push(actions[act++], actions[act++]);
    else if (data[data.push(terms[at++]) - 1]) data.push(terms[at++], terms[at++]);
  }
  return Uint16Array.from(data);
}`;

/** Numbers as the runtime reads them: how many, then each in digits of base 46, of which the last is another sign. */
const written = (numbers) => JSON.stringify([numbers.length, ...numbers].map(digits).join(""));

function digits(number) {
  if (number === END) return "~";
  let text = sign((number % 46) + 46);
  for (let left = Math.floor(number / 46); left > 0; left = Math.floor(left / 46)) text = sign(left % 46) + text;
  return text;
}

/** All signs that can be seen, and a blank, but those that would be written as two. */
function sign(digit) {
  const code = digit + 32;
  const behindQuote = code >= 34 ? code + 1 : code;
  return String.fromCharCode(behindQuote >= 92 ? behindQuote + 1 : behindQuote);
}
