import { isComplete } from "../core/analysis";
import { begins, grows, type Layer, layersOf, sameSize, sourcesOf } from "../core/layers";
import { type Message, say } from "../core/message";
import type { Edit, Fix } from "../core/problem";
import { boxesOf, type Level, pyramidsOf, rises } from "../core/pyramid";
import { rule } from "../core/rule";

export const levelMissing = rule({
  id: "level-missing",
  summary: "A head leaves out a level of its pyramid that is computed all the same.",
  why: "Objects of that size are found by nobody. Mostly a level was added to the model, or its rows were renumbered, and the list of the head was not.",
  severity: "warning",
  near: true,
  needs: [({ op }) => op?.levels !== undefined],
  check(model, report) {
    // A module that nobody knows may be the head of that level.
    const layers = isComplete(model.steps) ? layersOf(model) : [];
    for (const head of layers) {
      // Who writes anchors for each level has counted them.
      if (boxesOf(head)) continue;
      for (const levels of pyramidsOf(head, layers, model)) {
        const left = levels.length > 1 && rises(levels.map(({ stride }) => stride)) && leftOut(head, levels, layers);
        if (!left) continue;
        const span = { from: levels[0]!.span.from, to: levels.at(-1)!.span.to };
        const related = [{ span: left.layer.row.opSpan, message: say`row ${left.layer.index}` }];
        report(head.step!, left.message, {
          span,
          related,
          ...(left.edit && { fixes: [fixOf(left.layer, left.edit)] }),
        });
      }
    }
  },
});

interface LeftOut {
  readonly layer: Layer;
  readonly message: Message;
  readonly edit?: Edit;
}

const nameOf = ({ index, row }: Layer): Message => say`row ${index} (${row.op})`;

const fixOf = ({ index }: Layer, edit: Edit): Fix => ({
  title: say`Read row ${index} too`,
  edits: [edit],
  safe: false,
});

function leftOut(head: Layer, levels: readonly Level[], layers: readonly Layer[]): LeftOut | undefined {
  const all = levels.flatMap((level, i) => between(level, levels[i + 1], layers) ?? []);
  return [...all, ...below(levels[0]!, layers)].find(({ layer }) => !head.reads.includes(layer.index));
}

/** On the way down from one level to the next but one: the last row of the size between them. */
function between(fine: Level, coarse: Level | undefined, layers: readonly Layer[]): LeftOut | undefined {
  if (coarse?.stride !== 4 * fine.stride) return undefined;
  const height = fine.layer.size![0] / 2;
  const above = [...sourcesOf(coarse.layer, layers)].sort((a, b) => b.index - a.index);
  const layer = above.find((one) => one.size?.[0] === height && sourcesOf(one, layers).has(fine.layer));
  if (!layer) return undefined;
  const message = say`the head leaves out stride ${2 * fine.stride} between ${fine.stride} and ${coarse.stride}, though ${nameOf(layer)} gives it`;
  // Numbers that stand closer than this are in brackets.
  const isList = coarse.span.from - fine.span.to <= 2;
  const at = fine.span.to;
  return { layer, message, ...(isList && { edit: { span: { from: at, to: at }, text: `, ${layer.index}` } }) };
}

/** The way up ends in a finer level, which goes down again into the first. */
function below(first: Level, layers: readonly Layer[]): readonly LeftOut[] {
  const stage = (one: Layer): readonly Layer[] => [
    ...sourcesOf(one, layers, (other) => sameSize(other, one) && !begins(other, layers)),
  ];
  const ends = stage(first.layer)
    .filter((one) => sameSize(one, first.layer) && begins(one, layers))
    .map((one) => layers[one.reads[0]!]!);
  const layer = ends.find(
    (one) =>
      one.size![0] === 2 * first.layer.size![0] &&
      one.readers.length === 1 &&
      stage(one).some((other) => sameSize(one, other) && grows(other, layers)),
  );
  if (!layer) return [];
  const at = first.span.from;
  const message = say`the head begins at stride ${first.stride}, though ${nameOf(layer)} gives stride ${first.stride / 2}`;
  return [{ layer, message, edit: { span: { from: at, to: at }, text: `${layer.index}, ` } }];
}
