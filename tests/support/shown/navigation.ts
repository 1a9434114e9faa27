import type { DocumentSymbol } from "vscode-languageserver-types";
import { linesOf } from "../../../server/src/core/lines";
import { render } from "../../../server/src/core/message";
import { feeders, layersAt, readersOf } from "../../../server/src/features/call-hierarchy";
import { codeLenses } from "../../../server/src/features/code-lens";
import { definition } from "../../../server/src/features/definition";
import { documentHighlights } from "../../../server/src/features/document-highlight";
import { documentLinks } from "../../../server/src/features/document-links";
import { documentSymbols } from "../../../server/src/features/document-symbols";
import { folding } from "../../../server/src/features/folding";
import { formatting } from "../../../server/src/features/formatting";
import { references } from "../../../server/src/features/references";
import { prepareRename, rename } from "../../../server/src/features/rename";
import { type Snapshot, spanOf } from "../../../server/src/features/snapshot";
import { understand } from "../../../server/src/service";
import { applyLsp, cursor, lined, type Shown, snapshotOf, uri, wordsIn } from "./at-cursor";
import { nameOf } from "./name-of";

const whole = (text: string): Snapshot => ({
  lines: linesOf(text),
  text,
  ...understand(nameOf(text), text)!,
});

export const shownNavigation: Shown = {
  lens(source) {
    const found = codeLenses(whole(source), uri, { totals: "show", scale: "choose" });
    return lined(found.map(({ range, command }) => `line ${range.start.line + 1}: ${command!.title}`));
  },
  definition(source) {
    const { text, offset } = cursor(source);
    const snapshot = snapshotOf(text);
    const found = definition(snapshot, uri, offset);
    return lined(
      found.map(({ originSelectionRange, targetSelectionRange, targetUri }) => {
        if (targetUri !== uri) {
          const { line, character } = targetSelectionRange.start;
          const { from, to } = spanOf(snapshot.lines, originSelectionRange!);
          return `${text.slice(from, to)} is in ${targetUri.split("/").at(-1)}, line ${line + 1}, column ${character + 1}`;
        }
        const [here, there] = [originSelectionRange!, targetSelectionRange].map((range) => {
          const { from, to } = spanOf(snapshot.lines, range);
          return text.slice(from, to);
        });
        return `${here} is ${there} in line ${targetSelectionRange.start.line + 1}`;
      }),
    );
  },
  rename(source) {
    const { text, offset } = cursor(source);
    const [, to = "fresh"] = /# to ?(\S*)\n/.exec(source) ?? [];
    const snapshot = whole(text);
    const edits = rename(snapshot, offset, to);
    if ("words" in edits) return lined([`${prepareRename(snapshot, offset) ? "" : "not offered; "}${render(edits)}`]);
    const before = text.split("\n");
    const after = applyLsp(text, edits).split("\n");
    return lined(after.flatMap((line, i) => (line === before[i] ? [] : [`${i + 1}: ${line}`])));
  },
  symbols(source) {
    const { text } = cursor(source);
    const show = ({ name, detail, children = [], range }: DocumentSymbol, depth: number): readonly string[] => [
      `${"  ".repeat(depth)}${name}${detail === undefined ? "" : `: ${detail}`} (${range.start.line + 1}–${range.end.line + 1})`,
      ...children.flatMap((child) => show(child, depth + 1)),
    ];
    return lined(documentSymbols(whole(text)).flatMap((symbol) => show(symbol, 0)));
  },
  folding(source) {
    const found = folding(whole(cursor(source).text));
    return lined(
      found.map(({ startLine, endLine, kind }) => `${startLine + 1}–${endLine + 1}${kind ? ` ${kind}` : ""}`),
    );
  },
  formatted(source) {
    const edits = formatting(whole(source), { tabSize: 2, insertSpaces: true });
    return edits.length ? applyLsp(source, edits) : "nothing\n";
  },
  links(source) {
    const { text } = cursor(source);
    const snapshot = whole(text);
    const page = (id: string) => `pages:${id}`;
    const found = documentLinks(snapshot, { rule: page, operator: page });
    return lined(found.map(({ range, target }) => `${wordsIn(text, snapshot.lines, range)}: ${target}`));
  },
  hierarchy(source) {
    const { text, offset } = cursor(source);
    const snapshot = whole(text);
    return lined(
      layersAt(snapshot, uri, offset).flatMap((item) => [
        `${item.name}: ${item.detail}`,
        ...feeders(snapshot, uri, item.data.at).map(
          ({ from, fromRanges }) =>
            `reads ${from.name}: ${from.detail}, by ${fromRanges.map((range) => wordsIn(text, snapshot.lines, range)).join(", ")}`,
        ),
        ...readersOf(snapshot, uri, item.data.at).map(
          ({ to, fromRanges }) =>
            `is read by ${to.name}: ${to.detail}, by ${fromRanges.map((range) => wordsIn(text, snapshot.lines, range)).join(", ")}`,
        ),
      ]),
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
};
