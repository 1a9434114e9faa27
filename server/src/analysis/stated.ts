import { compare, type Dim, isKnown, showDim } from "../core/dim";
import type { Arg, Node } from "../core/graph";
import { error, type Report, replace } from "../core/problem";
import { int } from "../core/types";
import type { Value } from "../core/value";
import type { Spelling } from "../core/vocabulary";
import type { Inputs } from "./connect";

type Named = { readonly [axis: string]: Dim };

const units: { readonly [axis: string]: string } = { C: "channels", F: "features" };

/**
 * Compares the sizes a call states with those it gets. Where nothing is known of an input, the
 * statement is believed, so that a network with one unknown operator is still counted.
 */
export function believe(spelling: Spelling, node: Node, inputs: Inputs, report: Report): Inputs {
  const known = { ...inputs };
  for (const arg of node.args) {
    const path = arg.name === undefined ? undefined : spelling.states[arg.name];
    if (!path) continue;
    const [port, axis] = path.split(".") as [string, string];
    const tensor = known[port];
    known[port] = Array.isArray(tensor)
      ? tensor.map((one: Named, i) =>
          settle(spelling, node, arg, arg.value.kind === "list" ? arg.value.items[i] : undefined, one, axis, report),
        )
      : settle(spelling, node, arg, arg.value, tensor, axis, report);
  }
  return known;
}

function settle(
  spelling: Spelling,
  node: Node,
  arg: Arg,
  value: Value | undefined,
  tensor: Named,
  axis: string,
  report: Report,
) {
  const reading = value && int().read(value);
  if (!value || !reading || reading === "unknown" || "mismatch" in reading) return tensor;
  if (!isKnown(tensor[axis]!)) return { ...tensor, [axis]: reading.ok };
  if (compare(tensor[axis]!, reading.ok) === "no") {
    const size = showDim(tensor[axis]!);
    const written = !spelling.implied.includes(arg.name!);
    report(
      error(
        "stated-size",
        value.span,
        `${node.op} is built for ${reading.ok} ${units[axis] ?? axis}${value.note ? ` (${value.note})` : ""}, but its input has ${size}`,
        written ? replace(`Set to ${size}`, value.span, size) : undefined,
      ),
    );
  }
  return tensor;
}
