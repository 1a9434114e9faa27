import { readFileSync, writeFileSync } from "node:fs";
import type { MarkupContent } from "vscode-languageserver-types";
import { linesOf } from "../../server/src/core/lines";
import { render } from "../../server/src/core/message";
import type { Edit } from "../../server/src/core/problem";
import { completion } from "../../server/src/features/completion";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlay-hints";
import { offsetAt, positionAt, type Snapshot } from "../../server/src/features/snapshot";
import { recognise } from "../../server/src/formats/index";
import { checkModel, read } from "./check-model";

const fence = /^```(\S+)\n([\s\S]*?)^```$/gm;

const cursor = (source: string): { readonly text: string; readonly offset: number } => ({
  text: source.replace("$0", ""),
  offset: source.indexOf("$0"),
});

const snapshotOf = (text: string): Snapshot => ({
  text,
  lines: linesOf(text),
  format: recognise(nameOf(text), text)?.format.id ?? "",
  analysis: read(text),
  place: (offset) => recognise(nameOf(text), text)?.format.place(text, offset),
});

/** The name that a model on a page would have: what is no model of Ultralytics is native, also where it is broken. */
export const nameOf = (source: string, info = "yaml"): string =>
  /^(backbone|head|# convlint-dialect)\b/m.test(source) ? `model.${info}` : `model.cnn.${info}`;

/** What a fence after a model shows. `$0` in the model is the cursor. */
const shown: { readonly [fence: string]: (source: string) => string } = {
  hover(source) {
    const { text, offset } = cursor(source);
    const found = hover(snapshotOf(text), offset, { markdown: true });
    return `${found ? (found.contents as MarkupContent).value : "nothing"}\n`;
  },
  hints(source) {
    const snapshot = snapshotOf(source);
    const all = { start: { line: 0, character: 0 }, end: positionAt(snapshot.lines, source.length) };
    const edits = inlayHints(snapshot, all).map(({ position, label }): Edit => {
      const at = offsetAt(snapshot.lines, position);
      return { span: { from: at, to: at }, text: ` ${label}` };
    });
    return apply(source, edits);
  },
  completion(source) {
    const { text, offset } = cursor(source);
    const place = recognise(nameOf(text), text)?.format.place(text, offset);
    if (!place) return "nothing\n";
    const items = completion(place);
    const some = items.slice(0, 8).map(({ label, detail }) => label + (detail ? `: ${detail}` : ""));
    const list = [...some, ...(items.length > 8 ? ["…"] : [])].join("\n");
    return `${place.kind} over ${JSON.stringify(text.slice(place.span.from, place.span.to))}\n${list}\n`;
  },
  fix(source) {
    const edits = read(source, nameOf(source)).problems.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
    return apply(source, edits).replace(/^\s*# *\^.*\n/gm, "");
  },
  titles(source) {
    const fixes = read(source, nameOf(source)).problems.flatMap((problem) => problem.fixes ?? []);
    return fixes.map(({ title, safe }) => `${render(title)}${safe ? "" : " (unsafe)"}\n`).join("");
  },
};

/** The text with edits carried out, from the end so that offsets hold. */
export const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((done, { span, text: put }) => done.slice(0, span.from) + put + done.slice(span.to), text);

/** A Markdown page of models and what they show. `UPDATE=1` writes what is shown into the page. */
export function checkPage(path: string): string[] {
  const page = readFileSync(path, "utf8");
  const wrong: string[] = [];
  let source = "";
  const updated = page.replace(fence, (whole, info: string, body: string) => {
    if (info === "yaml" || info === "json") {
      source = body;
      if (!body.includes("$0")) wrong.push(...checkModel(body, nameOf(body, info)).map((line) => `${path}: ${line}`));
      return whole;
    }
    const got = shown[info]?.(source);
    if (got === undefined) wrong.push(`${path}: no such fence: ${info}`);
    else if (got !== body) wrong.push(`${path}: ${info} shows\n${got}instead of\n${body}`);
    return got === undefined ? whole : "```" + info + "\n" + got + "```";
  });
  if (process.env["UPDATE"] && updated !== page) writeFileSync(path, updated);
  return process.env["UPDATE"] ? [] : wrong;
}
