// Finds the texts that sources say to a person: templates of messages, and the fixed texts of small tables.

/** What stands in one source: templates with numbered gaps, the expressions in their gaps, and texts after `doc:`. */
export function scan(source) {
  const found = { templates: [], gaps: [], docs: [] };
  code(source, 0, found, true);
  for (const [, text] of source.matchAll(/\b(?:doc|documentation):\s*("(?:[^"\\\n]|\\.)*")/g))
    found.docs.push(JSON.parse(text));
  return found;
}

/** `l10n.t("…")` of the client. */
export const scanClient = (source) =>
  [...source.matchAll(/\bl10n\.t\(\s*("(?:[^"\\\n]|\\.)*")/g)].map(([, text]) => JSON.parse(text));

/** Walks over code to the brace that closes what it stands in, and says where that is. */
function code(source, start, found, whole = false) {
  let depth = 0;
  let i = start;
  while (i < source.length) {
    const c = source[i];
    if (c === "}" && depth === 0 && !whole) return i;
    if (c === "{") depth++;
    if (c === "}") depth--;
    if (source.startsWith("//", i)) i = orEnd(source.indexOf("\n", i), source);
    else if (source.startsWith("/*", i)) i = orEnd(source.indexOf("*/", i) + 2, source);
    else if (c === '"' || c === "'") i = behindQuoted(source, i, c);
    else if (c === "/" && beginsPattern(source, i)) i = behindPattern(source, i);
    else if (c === "`") i = template(source, i, found);
    else i++;
  }
  return i;
}

const orEnd = (at, source) => (at < 2 ? source.length : at);

function behindQuoted(source, i, quote) {
  for (let at = i + 1; at < source.length && source[at] !== "\n"; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === quote) return at + 1;
  }
  return i + 1;
}

/** A slash that does not divide: what stands before it is no value. */
const beginsPattern = (source, i) => /(^|[=(,:[!&|?{};\n>]|\breturn)\s*$/.test(source.slice(Math.max(0, i - 20), i));

function behindPattern(source, i) {
  let inClass = false;
  for (let at = i + 1; at < source.length && source[at] !== "\n"; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "[") inClass = true;
    else if (source[at] === "]") inClass = false;
    else if (source[at] === "/" && !inClass) return at + 1;
  }
  return i + 1;
}

const escapes = { n: "\n", t: "\t", 0: "\0" };

/** Reads from a backtick to behind the one that ends it; only what `say` is before counts as a message. */
function template(source, start, found) {
  const isSaid = /(?<![.\w])say$/.test(source.slice(Math.max(0, start - 5), start));
  const words = [""];
  const gaps = [];
  let i = start + 1;
  while (i < source.length && source[i] !== "`") {
    if (source[i] === "\\") {
      words.push(words.pop() + (escapes[source[i + 1]] ?? source[i + 1]));
      i += 2;
    } else if (source.startsWith("${", i)) {
      const end = code(source, i + 2, found);
      gaps.push(source.slice(i + 2, end));
      words.push("");
      i = end + 1;
    } else words.push(words.pop() + source[i++]);
  }
  if (isSaid) {
    const text = words.map((word, n) => (n ? `{${n - 1}}${word}` : word)).join("");
    found.templates.push(text);
    found.gaps.push(...gaps.map((gap) => ({ text, gap })));
  }
  return i + 1;
}

/** What is said by its name everywhere: what stands in backticks, a command, a value of YAML. */
const isCode = (text) => /^\\`|^convlint |^(?:null|true|false)$/.test(text);

/**
 * English words that a gap brings along where it should bring a value: `${n === 1 ? "layer" : "layers"}`. They would
 * stand in the middle of a sentence in any other language. A nested message is translated for itself; a word that is all
 * of a gap is code; and what is compared, looked up or handed to a function is not what is told.
 */
export function wordsInGap(gap) {
  const bare = gap.replace(/(?<![.\w])say`(?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^{}`]|`[^`]*`)*\})*`/g, "0");
  const literal = /(?:\?\?|\|\||&&|\?|:|=>|\+)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g;
  return [...bare.matchAll(literal)]
    .map(([, ...texts]) => texts.find((text) => text !== undefined))
    .filter((text) => !isCode(text) && /\p{Ll}{2}/u.test(text.replace(/\$\{[^}]*\}/g, " ")));
}
