import { outputsOf, type Step } from "../core/analysis";
import { compare, type Dim } from "../core/dim";
import { type Edge, layerOf, type Node } from "../core/graph";
import { type Message, say } from "../core/message";
import { type Problem, problem, replace } from "../core/problem";

/** What a copy of a repeated row gets is what the one before it gives, which is built with the same arguments. */
export function misfittingCopy({ row, op }: Node, stated: number, size: Dim): Problem | undefined {
  const times = row?.outer?.times;
  if (!times || row!.index === 0) return undefined;
  const copies = row!.outer!.rows.length;
  const how = times.note ? say` (${times.note})` : say``;
  return problem(
    "copies-fit-each-other",
    times.span,
    say`repeats builds ${copies} copies of ${op}${how} with the same arguments: each takes ${stated} channels, but the second gets the ${size} of the first`,
    replace(say`Build ${op} once`, times.span, "1", false),
  );
}

/**
 * Where a format counts channels by itself and counts wrong, the first row behind which it does so is to blame,
 * and not the rows that are built for what it counts.
 */
export function miscounted(origin: Step, node: Node, stated: number, size: Dim): Problem {
  const { op, opSpan, row, counted } = origin.node;
  const gives = outputsOf(origin)![0]![1]!;
  const found = problem(
    "uncounted-channels",
    opSpan,
    say`${op} gives ${gives} channels, but the parser counts ${counted!} behind it and builds ${node.label} for ${stated}: ${repair(origin)}`,
  );
  const related = [{ span: node.opSpan, message: say`${node.label} is built for ${stated} channels and gets ${size}` }];
  return { ...found, related, ...(row && { layer: layerOf(row).index }) };
}

const repair = ({ node, spelling }: Step): Message =>
  spelling?.op.traits.includes("join")
    ? say`it adds channels up whatever the axis is`
    : say`let it give ${node.counted!}, or use a module whose channels the parser counts`;

/** The first step behind which the format miscounts, on the way to an edge where it does. */
export function originOf(edge: Edge | undefined, before: readonly Step[]): Step | undefined {
  let origin = edge && miscountedAt(edge, before);
  for (;;) {
    const above: Step | undefined = origin?.node.inputs
      .map((input) => miscountedAt(input, before))
      .find((step) => step !== undefined);
    if (!above) return origin;
    origin = above;
  }
}

function miscountedAt({ node, port }: Edge, before: readonly Step[]): Step | undefined {
  const step = node === undefined ? undefined : before[node];
  const gives = step && outputsOf(step)?.[port]?.[1];
  const counted = step?.node.counted;
  return gives !== undefined && counted !== undefined && compare(gives, counted) === "no" ? step : undefined;
}
