import type { Model } from "../core/analysis";
import { everywhere } from "../core/everywhere";
import { origin, type Part, type Tensor, wholeParts } from "../core/flow";
import type { Edge, Row } from "../core/graph";
import { say } from "../core/message";
import { changesNothing } from "../core/passing";
import { rule } from "../core/rule";

export const sameInputTwice = rule({
  id: "same-input-twice",
  summary: "A layer joins a tensor with itself.",
  why: "A tensor beside itself tells nothing new, its mean and its maximum are itself, and its sum is itself doubled. Mostly one of the two names or numbers should have led elsewhere.",
  severity: "warning",
  waits: true,
  source: "https://docs.pytorch.org/docs/stable/generated/torch.cat.html",
  near: true,
  needs: [({ isWhole, op, inputs }) => isWhole && op !== undefined && pointless[op.name] === true && inputs.length > 1],
  check(model: Model, report) {
    for (const { part, found } of everywhere(model, twiceIn, wholeParts(model))) {
      const { node } = part.step;
      // A block is given it twice by whoever calls it.
      const row = node.row && callOf(node.row, found);
      const inputs = row ? handedTwice(row, node.row!.inputs[found[1]]!) : found;
      const [first, second] = inputs.map((input) => (row ?? node.row)?.inputs[input]?.span ?? node.inputs[input]?.span);
      const from = row?.from[inputs[1]!];
      const name = typeof from === "string" ? from : nameOf(part.inputs[found[1]]);
      const message = say`${node.op} gets ${name} twice${meaning(part)}`;
      const related = second && first ? [{ span: first, message: say`here for the first time` }] : [];
      report(part.step, message, { ...(second && { span: second }), related });
    }
  },
});

/** Joins by which a tensor gains nothing from itself; squares and distances may be meant. */
const pointless: { readonly [op: string]: true } = {
  Add: true,
  Average: true,
  Concat: true,
  Maximum: true,
  Minimum: true,
};

/** The places of two inputs that are one tensor. */
function twiceIn({ op, isWhole, inputs }: Part): readonly [number, number] | undefined {
  if (!isWhole || !op || !pointless[op.name]) return undefined;
  const sources = inputs.map((input) => origin(input, changesNothing));
  const isSame = (a: Tensor | undefined, b: Tensor | undefined): boolean =>
    a !== undefined && a.part === b?.part && a.port === b.port;
  const second = sources.findIndex((source, i) => sources.slice(0, i).some((other) => isSame(source, other)));
  return second < 0 ? undefined : [sources.findIndex((source) => isSame(source, sources[second])), second];
}

/** The call of a block that hands one tensor to two of its inputs, which the join reads under different names. */
function callOf(row: Row, [first, second]: readonly [number, number]): Row | undefined {
  const [edge, other] = [row.inputs[first], row.inputs[second]];
  if (row.from[first] === row.from[second] || !edge || edge.node !== other?.node || edge.port !== other?.port)
    return undefined;
  let found: Row | undefined;
  for (let call = row.outer; call && handedTwice(call, edge).length === 2; call = call.outer)
    if (call.opSpan.from !== row.opSpan.from) found = call;
  return found;
}

/** The first two places where a call hands over a tensor. */
const handedTwice = ({ inputs }: Row, { node, port }: Edge): readonly number[] =>
  inputs.flatMap((edge, i) => (edge.node === node && edge.port === port ? [i] : [])).slice(0, 2);

const nameOf = (tensor: Tensor | undefined): string =>
  (origin(tensor, changesNothing) ?? tensor)?.part.step.node.label ?? "one tensor";

const meaning = ({ op, inputs }: Part) =>
  inputs.length > 2 || op?.name === "Concat"
    ? say``
    : op?.name === "Add"
      ? say`: the sum is twice the tensor`
      : say`: the result is the tensor itself`;
