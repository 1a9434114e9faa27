import { statementRows } from "../analysis/statement-rows";
import { countsOf, isComplete, type Model, macsOf, parametersOf } from "../core/analysis";
import { image } from "../core/batch";
import { isKnown, showShape } from "../core/dim";
import { type Message, render, say } from "../core/message";
import type { Statement } from "../core/program";
import type { Span } from "../core/span";
import { alike } from "./alike";
import { type Fact, factOf, type HintLook } from "./hint-fact";
import { activeModel, type Snapshot } from "./snapshot";
import { outputsOf, type Use } from "./use";

/** The runs of every line of a program that changes a shape, by where it ends: those of the model that is looked at, where that runs it. */
export function usesOfLines(snapshot: Snapshot, wanted: Span): ReadonlyMap<number, readonly Use[]> {
  const active = activeModel(snapshot);
  const models = snapshot.analysis.models.filter((model) => model !== active);
  const found = new Map<number, readonly Use[]>();
  const ends = new Map<number, number>();
  for (const model of active ? [active, ...models] : models)
    for (const { all, first } of alike(runsIn(model, wanted), ({ use }) => String(use.row.span.from))) {
      const { to } = first.use.row.span;
      if (found.has(to) || !all.some(({ statement }) => changes(statement))) continue;
      // Of several statements in one line the last is shown.
      const { line } = snapshot.lines.at(to);
      const before = ends.get(line);
      if (before !== undefined && before > to) continue;
      if (before !== undefined) found.delete(before);
      ends.set(line, to);
      found.set(
        to,
        all.map(({ use }) => use),
      );
    }
  return found;
}

interface Run {
  readonly statement: Statement;
  readonly use: Use;
}

function runsIn(model: Model, { from, to }: Span): readonly Run[] {
  const statements = model.graph.program?.statements ?? [];
  return statementRows(model).flatMap((row, i) =>
    row.span.to < from || row.span.to > to ? [] : [{ statement: statements[i]!, use: { model, row } }],
  );
}

/** It gives another shape than any that it reads. */
function changes({ inputs, outputs }: Statement): boolean {
  const read = new Set(inputs.map((shape) => shape && showShape(shape)));
  return inputs.length > 0 && outputs.some((shape) => !read.has(shape && showShape(shape)));
}

/** What a line gives, in each of its runs; nothing where one of them is not known. */
export function statementLabel(uses: readonly Use[], { voice }: Snapshot, look: HintLook): Message | undefined {
  if (!uses.every((use) => outputsOf(use).every((shape) => shape?.every(isKnown) && image(shape).length)))
    return undefined;
  const all = uses.map((use) => factOf(use, voice, look, figuresOf(use)));
  if (!all.every((one): one is Fact => one !== undefined)) return undefined;
  const [first, another] = alike(all, ({ whole }) => render(whole, voice));
  if (!first || !another) return first?.first.whole;
  const shapes = alike(all, ({ shape }) => (shape ? render(shape, voice) : ""));
  const [one, two] = shapes.map((group) => group.first.shape);
  const last = shapes.at(-1)!.first.shape;
  if (!one || !last) return undefined;
  if (!two) return say`→ ${one}`;
  return shapes.length === 2 ? say`→ ${one} or ${two}` : say`→ ${one} … ${last} (${shapes.length} shapes)`;
}

/** All that is used in a line, also where another line has used it before. */
function figuresOf({ model, row }: Use) {
  const { graph, steps } = model;
  const owners = new Set(row.nodes.map((id) => graph.nodes[id]!.shares ?? id));
  const [own, done] = [[...owners], row.nodes].map((ids) => ids.map((id) => steps[id]!));
  const isKnown = isComplete(own!) && isComplete(done!);
  return isKnown ? { parameters: parametersOf(countsOf(own!), graph), macs: macsOf(done!) } : undefined;
}
