import type { CodeAction, MarkupContent, Range, TextEdit } from "vscode-languageserver-types";
import { applied, together } from "../../server/src/core/edit";
import { type Lines, linesOf } from "../../server/src/core/lines";
import { render } from "../../server/src/core/message";
import type { Edit, Problem } from "../../server/src/core/problem";
import { codeActions } from "../../server/src/features/code-actions";
import { codeLenses } from "../../server/src/features/code-lens";
import { completion } from "../../server/src/features/completion";
import { definition } from "../../server/src/features/definition";
import { documentHighlights } from "../../server/src/features/document-highlight";
import { hover } from "../../server/src/features/hover";
import { inlayHints } from "../../server/src/features/inlay-hints";
import { fixAll } from "../../server/src/features/mending-actions";
import { quizCompletion } from "../../server/src/features/quiz-completion";
import { references } from "../../server/src/features/references";
import { legend, semanticTokens } from "../../server/src/features/semantic-tokens";
import { signatureHelp } from "../../server/src/features/signature-help";
import { offsetAt, positionAt, rangeOf, type Snapshot, scalesOf, spanOf } from "../../server/src/features/snapshot";
import { recognise } from "../../server/src/formats/index";
import { cardSnippets } from "../../server/src/lsp/quiz";
import { understand } from "../../server/src/service";
import { lookAt } from "../../server/src/service/look";
import { silencer } from "../../server/src/service/silence";
import { read } from "./check-model";

const uri = "file:///model.yaml";

const cursor = (source: string): { readonly text: string; readonly offset: number } => ({
  text: source.replace("$0", ""),
  offset: source.indexOf("$0"),
});

function snapshotOf(text: string): Snapshot {
  const analysis = read(text, nameOf(text));
  const [scale] = scalesOf({ analysis });
  const found = recognise(nameOf(text), text);
  return {
    text,
    lines: linesOf(text),
    format: found?.format.id ?? "",
    analysis,
    ...(scale !== undefined && { scale }),
    place: (offset) => found?.format.place(found.document, offset),
  };
}

/** The name that a text on a page would have. A configuration says so in its first line; what is no model of Ultralytics is native, also where it is broken. */
export const nameOf = (source: string, info = "yaml"): string =>
  source.startsWith("# .convlint.yaml\n")
    ? ".convlint.yaml"
    : /^(backbone|head|# convlint-dialect)\b/m.test(source)
      ? `model.${info}`
      : `model.cnn.${info}`;

const lined = (lines: readonly string[]): string => (lines.length ? `${lines.join("\n")}\n` : "nothing\n");

/** Problems with all fixes that there are. */
export function mendableIn(text: string): readonly Problem[] {
  const { problems } = read(text, nameOf(text));
  return understand(nameOf(text), text)?.mendable(problems) ?? problems;
}

/** What a fence after a model shows. `$0` in the model is the cursor. */
export const shown: { readonly [fence: string]: (source: string) => string } = {
  hover: (source) => hovered(source, true),
  "hover-plain": (source) => hovered(source, false),
  hints(source) {
    const snapshot = snapshotOf(source);
    const all = rangeOf(snapshot.lines, { from: 0, to: source.length });
    const edits = inlayHints(snapshot, all).map(({ position, label }): Edit => {
      const at = offsetAt(snapshot.lines, position);
      return { span: { from: at, to: at }, text: ` ${label}` };
    });
    return apply(source, edits);
  },
  completion(source) {
    const { text, offset } = cursor(source);
    const snapshot = snapshotOf(text);
    const items = completion(snapshot, offset, { snippets: true, markdown: true });
    const place = snapshot.place(offset);
    if (!place) return "nothing\n";
    const some = items.slice(0, 8).map(({ label, detail }) => label + (detail ? `: ${detail}` : ""));
    const over = JSON.stringify(text.slice(place.span.from, place.span.to));
    return `${place.kind} over ${over}\n${lined([...some, ...(items.length > 8 ? ["…"] : [])])}`;
  },
  accepted: (source) => accepted(source, true),
  "accepted-plain": (source) => accepted(source, false),
  quiz(source) {
    const { text, offset } = cursor(source);
    const items = quizCompletion(snapshotOf(text), offset, cardSnippets);
    const { textEdit } = items[0] ?? {};
    return items[0] ? `${items[0].label}\n\n${applyLsp(text, [textEdit as TextEdit])}` : "nothing\n";
  },
  fix(source) {
    const fixes = together(mendableIn(source).flatMap(({ fixes }) => fixes?.[0] ?? []));
    return applied(
      source,
      fixes.flatMap(({ edits }) => edits),
    ).replace(/^\s*# *(?:\^|<|taken out: ).*\n| # put in$/gm, "");
  },
  titles(source) {
    const fixes = mendableIn(source).flatMap((problem) => problem.fixes ?? []);
    return fixes.map(({ title, safe }) => `${render(title)}${safe ? "" : " (unsafe)"}\n`).join("");
  },
  actions(source) {
    const { text, offset } = cursor(source);
    const found = actionsIn(text, { from: offset, to: offset });
    return lined(
      found.map(({ title, isPreferred, diagnostics }) => {
        const about = diagnostics?.map(({ code }) => code);
        return `${title}${isPreferred ? " (preferred)" : ""}${about ? ` for ${about}` : ""}`;
      }),
    );
  },
  "fix-all"(source) {
    const [action] = actionsIn(source, { from: 0, to: 0 }, [fixAll]);
    return action ? applyLsp(source, action.edit!.changes![uri]!) : "nothing\n";
  },
  "fix-alike": (source) => chosen(source, "Fix all "),
  "disable-line": (source) => chosen(source, "Disable ", " for this line"),
  "disable-file": (source) => chosen(source, "Disable ", " for this file"),
  rewritten: (source) => rewritten(source, "refactor"),
  "row-insert-above": (source) => rewritten(source, "refactor.rewrite.row.insert-above"),
  "row-insert-below": (source) => rewritten(source, "refactor.rewrite.row.insert-below"),
  "row-delete": (source) => rewritten(source, "refactor.rewrite.row.delete"),
  "row-duplicate": (source) => rewritten(source, "refactor.rewrite.row.duplicate"),
  "row-move-up": (source) => rewritten(source, "refactor.rewrite.row.move-up"),
  "row-move-down": (source) => rewritten(source, "refactor.rewrite.row.move-down"),
  lens(source) {
    const found = codeLenses(snapshotOf(source), uri, { totals: "show", scale: "choose" });
    return lined(found.map(({ range, command }) => `line ${range.start.line + 1}: ${command!.title}`));
  },
  tokens(source) {
    const { data } = semanticTokens(snapshotOf(source));
    const lines = source.split("\n");
    let [line, column] = [0, 0];
    const tokens: string[] = [];
    for (let i = 0; i < data.length; i += 5) {
      [line, column] = [line + data[i]!, data[i] ? data[i + 1]! : column + data[i + 1]!];
      const words = lines[line]!.slice(column, column + data[i + 2]!);
      tokens.push(`${legend.tokenTypes[data[i + 3]!]} ${words}${["", " (declared)", " (changed)"][data[i + 4]!]}`);
    }
    return lined(tokens);
  },
  definition(source) {
    const { text, offset } = cursor(source);
    const snapshot = snapshotOf(text);
    const found = definition(snapshot, uri, offset);
    return lined(
      found.map(({ originSelectionRange, targetSelectionRange }) => {
        const [here, there] = [originSelectionRange!, targetSelectionRange].map((range) => {
          const { from, to } = spanOf(snapshot.lines, range);
          return text.slice(from, to);
        });
        return `${here} is ${there} in line ${targetSelectionRange.start.line + 1}`;
      }),
    );
  },
  references(source) {
    const { text, offset } = cursor(source);
    const snapshot = snapshotOf(text);
    const found = references(snapshot, uri, offset, true);
    return lined(found.map(({ range }) => wordsIn(text, snapshot.lines, range)));
  },
  highlights(source) {
    const { text, offset } = cursor(source);
    const snapshot = snapshotOf(text);
    const found = documentHighlights(snapshot, offset);
    const kinds = ["text", "read", "written"];
    return lined(found.map(({ range, kind }) => `${kinds[kind! - 1]} ${wordsIn(text, snapshot.lines, range)}`));
  },
  signature(source) {
    const { text, offset } = cursor(source);
    const help = signatureHelp(snapshotOf(text), offset);
    const [call] = help?.signatures ?? [];
    if (!help || !call) return "nothing\n";
    const active = call.parameters?.[help.activeParameter!];
    const doc = active?.documentation;
    return `${call.label}\n${String(active?.label ?? "no argument")}${doc ? `: ${String(doc)}` : ""}\n`;
  },
};

const wordsIn = (text: string, lines: Lines, range: Range): string => {
  const { from, to } = spanOf(lines, range);
  return `${text.slice(from, to)} in line ${range.start.line + 1}`;
};
/** The text after the first quick fix whose title begins and ends so. */
function chosen(source: string, begin: string, end = ""): string {
  const { text, offset } = cursor(source);
  const all = actionsIn(text, { from: offset, to: offset }, ["quickfix"]);
  const action = all.find(({ title }) => title.startsWith(begin) && title.endsWith(end));
  return action ? applyLsp(text, action.edit!.changes![uri]!) : "nothing\n";
}

/** The text after the first action of a kind. */
function rewritten(source: string, kind: string): string {
  const { text, offset } = cursor(source);
  const [action] = actionsIn(text, { from: offset, to: offset }, [kind]);
  return action ? applyLsp(text, action.edit!.changes![uri]!) : "nothing\n";
}

function hovered(source: string, markdown: boolean): string {
  const { text, offset } = cursor(source);
  const found = hover(snapshotOf(text), offset, { markdown });
  return `${found ? (found.contents as MarkupContent).value : "nothing"}\n`;
}

/** The text after the item that begins with the word before the cursor has been accepted. */
function accepted(source: string, snippets: boolean): string {
  const { text, offset } = cursor(source);
  const typed = /[\w.-]*$/.exec(text.slice(0, offset))![0];
  const items = completion(snapshotOf(text), offset, { snippets, markdown: true });
  const item = items.find(({ label }) => label.startsWith(typed));
  return item ? applyLsp(text, [item.textEdit as TextEdit]) : "nothing\n";
}

function actionsIn(text: string, { from, to }: Edit["span"], only?: readonly string[]): CodeAction[] {
  const snapshot = snapshotOf(text);
  const range = { start: positionAt(snapshot.lines, from), end: positionAt(snapshot.lines, to) };
  return codeActions(
    { ...snapshot, problems: mendableIn(text) },
    {
      uri,
      range,
      shown: [],
      related: true,
      rewrites: understand(nameOf(text), text)?.rewrites?.({ from, to }),
      look: lookAt(nameOf(text), {}),
      ...(!nameOf(text).endsWith(".json") && {
        silence: silencer(text),
      }),
      ...(only && { only }),
    },
  );
}

function applyLsp(text: string, edits: readonly TextEdit[]): string {
  const lines = linesOf(text);
  return apply(
    text,
    edits.map(({ range, newText }) => ({ span: spanOf(lines, range), text: newText })),
  );
}

/** The text with edits carried out, from the end so that offsets hold. */
export const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((done, { span, text: put }) => done.slice(0, span.from) + put + done.slice(span.to), text);
