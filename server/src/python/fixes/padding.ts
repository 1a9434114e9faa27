import { outputsOf } from "../../core/analysis";
import { compare } from "../../core/dim";
import type { Node } from "../../core/graph";
import { say, setting, verbatim } from "../../core/message";
import type { Fix } from "../../core/problem";
import type { Drawn } from "../blame/drawn";
import { above } from "../blame/ways";
import type { Source } from "../source";
import type { Call } from "../syntax/ast";
import type { Maker } from "./finding";
import { fix, isWritten, put, setArgument } from "./text";

const mostTried = 4;

/** The border with which a convolution or a pool above keeps the size of its images. */
export const keepSize: Maker = ({ node, drawn, source }) => {
  if (!node || !drawn) return [];
  const found = new Map<number, Fix>();
  for (const one of above(node, drawn)) {
    const made = drawn.layerAt(one.id)?.module?.layer?.made.span;
    const call = made && source.call(made);
    if (!call || found.has(call.from)) continue;
    const text = keeping(one, call, drawn, source);
    if (text === undefined) continue;
    found.set(
      call.from,
      fix(say`Set ${setting("padding", verbatim(text))}, which keeps the size`, false, setPadding(call, text)),
    );
    if (found.size >= mostTried) break;
  }
  return [...found.values()];
};

/** How the border is written with which a layer would keep the size that it does not keep. */
export function keeping(node: Node, call: Call, { stepAt }: Drawn, source: Source): string | undefined {
  const { args, outcome } = stepAt(node.id) ?? {};
  const kernel = same(args?.["kernel_size"]);
  const dilation = same(args?.["dilation"]) ?? 1;
  if (!/^(Conv|\w+Pool)\dd$/.test(node.op) || kernel === undefined || kernel === 1) return undefined;
  if ((same(args?.["stride"]) ?? 1) !== 1 || !outcome) return undefined;
  const shape = node.inputs[0]?.node === undefined ? undefined : outputsOf(stepAt(node.inputs[0].node))?.[0];
  const [height, after] = [shape?.at(-1), outcome.outputs[0]?.at(-1)];
  if (height === undefined || after === undefined || compare(height, after) !== "no") return undefined;
  if ((dilation * (kernel - 1)) % 2) return undefined;
  const [size, spread] = [argument(call, "kernel_size", 2), argument(call, "dilation", 5)];
  if (spread && !isWritten(spread))
    return kernel === 3 ? source.at(spread) : `${source.at(spread)} * ${(kernel - 1) / 2}`;
  if (size && size.kind === "name" && dilation === 1) return `${source.at(size)} // 2`;
  return `${(dilation * (kernel - 1)) / 2}`;
}

export const argument = (call: Call, name: string, at: number) =>
  call.args.find((arg) => arg.name === name)?.value ??
  call.args.slice(0, at + 1).filter((arg) => arg.name === undefined && !arg.star)[at]?.value;

const same = (value: unknown): number | undefined =>
  Array.isArray(value)
    ? value.every((one) => one === value[0]) && typeof value[0] === "number"
      ? value[0]
      : undefined
    : typeof value === "number"
      ? value
      : undefined;

function setPadding(call: Call, text: string) {
  const byPlace = argument(call, "padding", 4);
  return byPlace ? put(byPlace, text) : setArgument(call, "padding", text);
}
