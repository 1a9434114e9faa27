import { linesOf } from "../../../server/src/core/lines";
import { render } from "../../../server/src/core/message";
import { codeLenses } from "../../../server/src/features/code-lens";
import { definition } from "../../../server/src/features/definition";
import { documentHighlights } from "../../../server/src/features/document-highlight";
import { references } from "../../../server/src/features/references";
import { prepareRename, rename } from "../../../server/src/features/rename";
import { spanOf } from "../../../server/src/features/snapshot";
import { understand } from "../../../server/src/service";
import { applyLsp, cursor, lined, type Shown, snapshotOf, uri, wordsIn } from "./at-cursor";
import { nameOf } from "./name-of";

export const shownNavigation: Shown = {
  lens(source) {
    const found = codeLenses(snapshotOf(source), uri, { totals: "show", scale: "choose" });
    return lined(found.map(({ range, command }) => `line ${range.start.line + 1}: ${command!.title}`));
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
  rename(source) {
    const { text, offset } = cursor(source);
    const [, to = "fresh"] = /# to ?(\S*)\n/.exec(source) ?? [];
    const snapshot = { lines: linesOf(text), text, ...understand(nameOf(text), text)! };
    const edits = rename(snapshot, offset, to);
    if ("words" in edits) return lined([`${prepareRename(snapshot, offset) ? "" : "not offered; "}${render(edits)}`]);
    const before = text.split("\n");
    const after = applyLsp(text, edits).split("\n");
    return lined(after.flatMap((line, i) => (line === before[i] ? [] : [`${i + 1}: ${line}`])));
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
