import type { Model, Step } from "../core/analysis";
import { everywhere } from "../core/everywhere";
import { flowOf, imageOf, type Part, shapeOf } from "../core/flow";
import { say } from "../core/message";
import { receptiveFields } from "../core/receptive-field";
import { rule } from "../core/rule";
import { windowsOf, writtenWindows } from "../core/windows";

export const unproductiveLayer = rule({
  id: "unproductive-layer",
  summary: "What a convolution reads has already seen the whole image.",
  why: "A larger window brings nothing into view that was not in view before. Networks whose last layers are all like this were measured to do as well without them.",
  severity: "information",
  waits: true,
  set: "all",
  source: "https://arxiv.org/abs/2106.12307",
  check(model, report) {
    const [first, ...others] = everywhere(model, seenBy(model), writtenWindows(model));
    if (!first) return;
    const here = first.part.step.node.opSpan;
    const spans = new Map(others.map(({ part }) => [part.step.node.opSpan.from, part.step]));
    spans.delete(here.from);
    const more = spans.size ? say`, and so has what ${spans.size} more read` : say``;
    const [field, size] = first.found;
    report(first.part.step, say`what it reads has seen ${field} px of an image of ${size} px${more}`, {
      related: [...spans.values()].map(({ node }) => ({ span: node.opSpan, message: say`so has what this reads` })),
    });
  },
});

const seenBy = (model: Model) => {
  const given = model.steps.filter(({ node }) => node.given);
  const fields = receptiveFields(model);
  const written = writtenWindows(model);
  const enlarged = enlargedIn(model);
  return (part: Part): readonly [number, number] | undefined => {
    const isWide = windowsOf(part).some(({ taps }) => taps > 1) && part.op?.traits.includes("convolution");
    const sizes = given.length === 1 ? sizesOf(part, given[0]!) : [];
    const edge = part.step.node.inputs[0];
    if (!isWide || !written.has(part) || enlarged.has(part) || !sizes.length || edge?.node === undefined)
      return undefined;
    const { receptiveField } = fields.at(edge.node, edge.port);
    if (receptiveField === null) return undefined;
    const seen = sizes.map((_, i) => (typeof receptiveField === "number" ? receptiveField : (receptiveField[i] ?? 0)));
    return seen.every((field, i) => field > sizes[i]!) ? [seen[0]!, sizes[0]!] : undefined;
  };
};

/** Parts behind one that makes an image larger: they are there to bring back the places, not to see more. */
function enlargedIn(model: Model): ReadonlySet<Part> {
  const found = new Set<Part>();
  for (const part of flowOf(model))
    if (makesLarger(part) || part.inputs.some((input) => input && found.has(input.part))) found.add(part);
  return found;
}

function makesLarger(part: Part): boolean {
  const from = imageOf(part, part.inputs[0] && shapeOf(part.inputs[0]))?.spatial;
  const to = imageOf(part, part.outputs[0])?.spatial;
  return from !== undefined && to?.length === from.length && to.some((size, i) => Number(size) >= 2 * Number(from[i]));
}

/** Of the image that the model is given; none where one is a symbol. */
function sizesOf(part: Part, { node }: Step): readonly number[] {
  const sizes = imageOf(part, node.given)?.spatial ?? [];
  return sizes.every((size) => typeof size === "number") ? (sizes as readonly number[]) : [];
}
