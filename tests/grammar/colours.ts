import { readFileSync, writeFileSync } from "node:fs";
import type { IGrammar } from "vscode-textmate";
import { colourOf, type Token, tokensOf } from "./tokens";

const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;

/** A page of models and their colours. `UPDATE=1` writes what is found into the page. */
export function checkColours(path: string, grammar: IGrammar): string[] {
  const page = readFileSync(path, "utf8");
  const wrong: string[] = [];
  let source = "";
  const updated = page.replace(fence, (whole, info: string, body: string) => {
    if (info === "yaml") source = body;
    if (info !== "colours") return whole;
    const got = colours(source, grammar);
    if (got !== body) wrong.push(`${path}: expected\n${body}found\n${got}`);
    return "```colours\n" + got + "```";
  });
  if (process.env["UPDATE"] && updated !== page) writeFileSync(path, updated);
  return wrong;
}

/** The lines that this extension colours, and below each its words with their scopes. */
const colours = (source: string, grammar: IGrammar): string =>
  tokensOf(grammar, source)
    .map((tokens) => ({ line: tokens.map(({ text }) => text).join(""), marks: marksOf(tokens) }))
    .flatMap(({ line, marks }) => (marks.length ? [line, ...marks] : []))
    .map((line) => `${line}\n`)
    .join("");

function marksOf(tokens: readonly Token[]): readonly string[] {
  let column = 0;
  return tokens.flatMap((token) => {
    const indent = " ".repeat(column);
    column += token.text.length;
    const colour = colourOf(token)?.replace(".convlint", "");
    return colour ? [`${indent}${"^".repeat(token.text.length)} ${colour}`] : [];
  });
}
