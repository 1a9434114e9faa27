import type { PythonClass } from "../core/python-class";

/** The classes at the outermost level of a text, by name; of two with one name the first. */
export function classesIn(text: string, path: string): ReadonlyMap<string, PythonClass> {
  const found = new Map<string, PythonClass>();
  const heads = [...text.matchAll(/^class[ \t]+([A-Za-z_]\w*)\b/gm)];
  let line = 1;
  let counted = 0;
  heads.forEach(({ 0: head, 1: name = "", index }, i) => {
    line += text.slice(counted, index).split("\n").length - 1;
    counted = index;
    if (found.has(name)) return;
    const body = bodyOf(text.slice(index, heads[i + 1]?.index));
    const args = argumentsOf(body);
    const bases = basesOf(body);
    const doc = docOf(body);
    found.set(name, {
      path,
      line,
      column: head.length - name.length,
      print: printOf(body),
      bases,
      ...(args && { args }),
      ...(doc && { doc }),
    });
  });
  return found;
}

/** Functions at the outermost level of a text. */
export const functionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:\w+[ \t]+)?def[ \t]+([A-Za-z_]\w*)/gm)].map(([, name = ""]) => name);

/** Two texts have the same where they are equal, and hardly otherwise. */
function printOf(text: string): string {
  const trimmed = text.trimEnd();
  let sum = 0;
  for (let i = 0; i < trimmed.length; i++) sum = (Math.imul(sum, 31) + trimmed.charCodeAt(i)) | 0;
  return `${trimmed.length} ${sum}`;
}

/** What stands behind the name of a class. */
function basesOf(body: string): readonly string[] {
  const [head] = /^class[ \t]+\w+[ \t]*\(/.exec(body) ?? [];
  return head === undefined ? [] : piecesIn(body.slice(head.length));
}

/** The first paragraph of the text that a class begins with. */
function docOf(body: string): string | undefined {
  const [, , text = ""] =
    /^class\b[^\n]*:[ \t]*(?:#[^\n]*)?\s*[rRuU]?("""|'''|"|')([\s\S]*?)\1/.exec(body.slice(0, longest)) ?? [];
  const [first = ""] = text.trim().split(/\n[ \t]*\n/);
  return first.replace(/\s+/g, " ").slice(0, 300) || undefined;
}

/** Up to where something else begins at the left edge. */
function bodyOf(text: string): string {
  const end = /\n(?=[^\s#)\]}])/.exec(text)?.index;
  return end === undefined ? text : text.slice(0, end);
}

/** What stands between the parentheses of `__init__`, without types and without what only has names. */
function argumentsOf(body: string): readonly string[] | undefined {
  const head = /^[ \t]+def[ \t]+__init__[ \t]*\(/m.exec(body);
  if (!head) return undefined;
  const pieces = piecesIn(body.slice(head.index + head[0].length));
  const star = pieces.findIndex((piece) => piece.startsWith("*"));
  const end = star < 0 ? pieces.length : /^\*\w/.test(pieces[star]!) ? star + 1 : star;
  return pieces.slice(1, end).flatMap((piece) => {
    const [, name, , standard] = /^(\*?\w+)\s*(:[^=]*)?(?:=\s*([\s\S]*))?$/u.exec(piece) ?? [];
    return name === undefined ? [] : [standard === undefined ? name : `${name} = ${standard.trim()}`];
  });
}

/** The pieces between commas up to the parenthesis that closes; a file may be cut off anywhere. */
function piecesIn(text: string): readonly string[] {
  const pieces: string[] = [""];
  let depth = 0;
  for (const [token] of text.slice(0, longest).matchAll(/#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\s\S]/g)) {
    if (token.startsWith("#")) continue;
    if (/^[)\]}]$/.test(token) && --depth < 0) break;
    if (/^[([{]$/.test(token)) depth++;
    if (token === "," && depth === 0) pieces.push("");
    else pieces[pieces.length - 1] += token;
  }
  return pieces.map((piece) => piece.replace(/\s+/g, " ").trim()).filter((piece) => piece !== "");
}

/** No constructor takes more text. */
const longest = 5_000;
