import type { CodeAction } from "vscode-languageserver-types";
import { applied, together } from "../../../server/src/core/edit";
import { render } from "../../../server/src/core/message";
import type { Edit, Fix, Problem } from "../../../server/src/core/problem";
import { codeActions } from "../../../server/src/features/code-actions";
import { fixAll } from "../../../server/src/features/mending-actions";
import { positionAt } from "../../../server/src/features/snapshot";
import { understand } from "../../../server/src/service";
import { lookAt } from "../../../server/src/service/look";
import { silencer } from "../../../server/src/service/silence";
import { read } from "../check-model";
import { applyLsp, cursor, lined, type Shown, snapshotOf, uri } from "./at-cursor";
import { nameOf } from "./name-of";

/** Problems with all fixes that there are. */
export function mendableIn(text: string): readonly Problem[] {
  const { problems } = read(text, nameOf(text));
  return understand(nameOf(text), text)?.mendable(problems) ?? problems;
}

export const shownActions: Shown = {
  fix(source) {
    const fixes = together(mendableIn(source).flatMap(({ fixes }) => fixes?.[0] ?? []));
    return applied(
      source,
      fixes.flatMap(({ edits }) => edits),
    ).replace(/^\s*# *(?:\^|<|taken out: ).*\n| # put in$/gm, "");
  },
  titles(source) {
    const fixes = mendableIn(source).flatMap((problem) => problem.fixes ?? []);
    const mark = ({ safe, choice }: Fix): string => (safe ? "" : choice ? " (to choose)" : " (unsafe)");
    return fixes.map((fix) => `${render(fix.title)}${mark(fix)}\n`).join("");
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
  cannot(source) {
    const { text: all, offset } = cursor(source);
    const end = all.indexOf("$1");
    const found = actionsIn(all.replace("$1", ""), { from: offset, to: end < 0 ? offset : end }, ["refactor"], true);
    return lined(found.flatMap(({ title, disabled }) => (disabled ? `${title}: ${disabled.reason}` : [])));
  },
  "fix-all"(source) {
    const [action] = actionsIn(source, { from: 0, to: 0 }, [fixAll]);
    return action ? applyLsp(source, action.edit!.changes![uri]!) : "nothing\n";
  },
  "fix-alike": (source) => chosen(source, "Fix all "),
  "disable-line": (source) => chosen(source, "Disable ", " for this line"),
  "disable-file": (source) => chosen(source, "Disable ", " for this file"),
  rewritten: (source) => rewritten(source, "refactor"),
  extract: (source) => rewritten(source, "refactor.extract"),
  inline: (source) => rewritten(source, "refactor.inline"),
  residual: (source) => rewritten(source, "refactor.rewrite.residual"),
  words: (source) => rewritten(source, "refactor.rewrite.words"),
  native(source) {
    const { text, offset } = cursor(source);
    const kind = "refactor.rewrite.native";
    const [action] = actionsIn(text, { from: offset, to: offset }, [kind], true);
    const [make, write] = action?.edit?.documentChanges ?? [];
    if (!make || !("kind" in make) || make.kind !== "create" || !write || !("edits" in write)) return "nothing\n";
    return `# ${make.uri.slice(make.uri.lastIndexOf("/") + 1)}\n${(write.edits[0] as { newText: string }).newText}`;
  },
  name: (source) => rewritten(source, "refactor.rewrite.name"),
  "in-features": (source) => rewritten(source, "refactor.rewrite.in-features"),
  align: (source) => rewritten(source, "refactor.rewrite.align"),
  padding: (source) => rewritten(source, "refactor.rewrite.padding"),
  "row-insert-above": (source) => rewritten(source, "refactor.rewrite.row.insert-above"),
  "row-insert-below": (source) => rewritten(source, "refactor.rewrite.row.insert-below"),
  "row-delete": (source) => rewritten(source, "refactor.rewrite.row.delete"),
  "row-duplicate": (source) => rewritten(source, "refactor.rewrite.row.duplicate"),
  "row-move-up": (source) => rewritten(source, "refactor.rewrite.row.move-up"),
  "row-move-down": (source) => rewritten(source, "refactor.rewrite.row.move-down"),
};

/** The text after the first quick fix whose title begins and ends so. */
function chosen(source: string, begin: string, end = ""): string {
  const { text, offset } = cursor(source);
  const all = actionsIn(text, { from: offset, to: offset }, ["quickfix"]);
  const action = all.find(({ title }) => title.startsWith(begin) && title.endsWith(end));
  return action ? applyLsp(text, action.edit!.changes![uri]!) : "nothing\n";
}

/** The text after the first action of a kind, at the cursor or for what is selected up to `$1`. */
function rewritten(source: string, kind: string): string {
  const { text: all, offset } = cursor(source);
  const end = all.indexOf("$1");
  const text = all.replace("$1", "");
  const [action] = actionsIn(text, { from: offset, to: end < 0 ? offset : end }, [kind]);
  return action ? applyLsp(text, action.edit!.changes![uri]!) : "nothing\n";
}

function actionsIn(text: string, { from, to }: Edit["span"], only?: readonly string[], disables = false): CodeAction[] {
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
      disables,
      creates: true,
      ...(only && { only }),
    },
  );
}
