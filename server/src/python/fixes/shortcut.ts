import { outputsOf } from "../../core/analysis";
import type { Edge, Node } from "../../core/graph";
import { say, setting } from "../../core/message";
import type { Fix } from "../../core/problem";
import type { Drawn } from "../blame/drawn";
import type { Source } from "../source";
import type { Call } from "../syntax/ast";
import type { Maker } from "./finding";
import { argument } from "./padding";
import { calledName, fix, nameOf, put, setArgument } from "./text";

/** A shortcut that does not fit what it is added to gets a convolution of 1 px of the channels and the step of the other way. */
export const projectShortcut: Maker = ({ node, drawn, source }) => {
  if (!node || !drawn || node.inputs.length < 2) return [];
  const [one, other] = node.inputs.map((edge) => way(edge, drawn, source));
  return [...projected(one!, other!, source), ...projected(other!, one!, source)];
};

interface Way {
  readonly last: Node | undefined;
  /** The constructors of its convolutions in this block, from the last to the first. */
  readonly calls: readonly Call[];
  readonly last2: Call | undefined;
}

/** From a join back to where its ways part, as far as they lead through layers that are written in one function. */
function way(edge: Edge, drawn: Drawn, source: Source): Way {
  const calls: Call[] = [];
  const last = edge.node === undefined ? undefined : drawn.nodes[edge.node];
  let made: Call | undefined;
  let inside: number | undefined;
  for (let at: Node | undefined = last, steps = 0; at && steps < 30; steps++) {
    const span = drawn.layerAt(at.id)?.module?.layer?.made.span;
    const call = span && source.call(span);
    if (call) {
      const where = source.function(call)?.from;
      inside ??= where;
      if (where !== inside) break;
      made ??= call;
      if (/^Conv\dd$/.test(at.op)) calls.push(call);
    }
    const next: number | undefined = at.inputs[0]?.node;
    at = next === undefined ? undefined : drawn.nodes[next];
  }
  return { last, calls, last2: made };
}

function projected(short: Way, long: Way, source: Source): readonly Fix[] {
  const [last, first] = [long.calls[0], long.calls.at(-1)];
  if (!last || !first || !short.last2) return [];
  const [reads, gives] = [argument(first, "in_channels", 0), argument(last, "out_channels", 1)];
  const steps = long.calls.flatMap((call) => argument(call, "stride", 3) ?? []).map((expr) => source.at(expr));
  const step = steps.find((text) => text !== "1");
  const convolution = nameOf("torch.nn.Conv2d", source);
  const name = calledName(short.last2);
  if (name === "Identity" && reads && gives && convolution) {
    const stride = step ? `, stride=${step}` : "";
    const text = `${convolution}(${source.at(reads)}, ${source.at(gives)}, 1${stride})`;
    return [fix(say`Project the shortcut by ${text}`, false, put(short.last2, text))];
  }
  const [only, ...others] = short.calls;
  if (!only || others.length || !step || argument(only, "stride", 3)) return [];
  return [fix(say`Add ${setting("stride", step)} to the shortcut`, false, setArgument(only, "stride", step))];
}

/** Whether two edges bring the same. */
export const isSameShape = (a: Edge, b: Edge, { stepAt }: Drawn): boolean =>
  String(outputsOf(stepAt(a.node ?? -1))?.[a.port]) === String(outputsOf(stepAt(b.node ?? -1))?.[b.port]);
