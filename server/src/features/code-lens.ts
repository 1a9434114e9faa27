import type { CodeLens, Command } from "vscode-languageserver-types";
import { render, say } from "../core/message";
import { blockLenses } from "./block-lens";
import { classLenses } from "./class-lens";
import { activeModel, positionAt, type Snapshot } from "./snapshot";
import { totalsInShort, totalsOf } from "./totals";

/** What happens when somebody clicks. */
export interface Clicks {
  readonly totals: Command["command"];
  readonly scale: Command["command"];
  /** Absent where nobody can ask. */
  readonly quiz?: Command["command"];
}

/** What lenses there are to be. */
export type LensKinds = ReadonlySet<"totals" | "scales" | "blocks" | "quiz">;

const usual: LensKinds = new Set(["totals", "scales", "blocks"]);

/**
 * The totals of the model that is looked at, above its rows, beside them the other sizes it could be, and above each
 * block what its calls have, which can be asked for later.
 */
export function codeLenses(snapshot: Snapshot, uri: string, clicks: Clicks, kinds = usual, later = false): CodeLens[] {
  const model = activeModel(snapshot);
  const { voice } = snapshot;
  if (model?.graph.program)
    return classLenses(
      snapshot,
      { command: clicks.totals, arguments: [uri] },
      { wholes: kinds.has("totals"), parts: kinds.has("blocks") },
      later,
    );
  const first = model?.graph.rows[0];
  if (!model || !first) return [];
  const start = positionAt(snapshot.lines, headOf(snapshot, first.span.from));
  const lens = (command: Command): CodeLens => ({ range: { start, end: start }, command });
  const others = snapshot.analysis.models.filter(({ id }) => id !== undefined && id !== model.id);
  const totals = lens({
    title: model.id === undefined ? totalsOf(model, voice) : `${model.id}: ${totalsOf(model, voice)}`,
    command: clicks.totals,
    arguments: [uri],
  });
  const scales = others.map((other) =>
    lens({ title: totalsInShort(other, voice), command: clicks.scale, arguments: [uri, other.id] }),
  );
  const quiz =
    clicks.quiz === undefined
      ? []
      : [lens({ title: render(say`Quiz`, voice), command: clicks.quiz, arguments: [{ uri }] })];
  return [
    ...(kinds.has("totals") ? [totals] : []),
    ...(kinds.has("scales") ? scales : []),
    ...(kinds.has("quiz") ? quiz : []),
    ...(kinds.has("blocks") ? blockLenses(snapshot, model, { command: clicks.totals, arguments: [uri] }, later) : []),
  ];
}

/** The line that opens the list of rows, or else the first row itself. */
function headOf({ text, lines }: Snapshot, first: number): number {
  const { line: own } = lines.at(first);
  for (let line = own; line >= 0; line--) {
    const start = lines.starts[line]!;
    const words = text.slice(start, lines.starts[line + 1] ?? text.length);
    if (/^\s*["']?\w+["']?\s*:/.test(words)) return start;
    if (line < own && !/^\s*(#|$|-\s*$|[[{]\s*$)/.test(words)) break;
  }
  return lines.starts[own]!;
}
