import { outputsOf } from "../../core/analysis";
import { showDim } from "../../core/dim";
import type { Node } from "../../core/graph";
import { say } from "../../core/message";
import type { Fix } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Drawn } from "../blame/drawn";
import { assignedAt, originOf } from "../blame/origins";
import type { Finding, Maker } from "./finding";
import { argument } from "./padding";
import { after, fix, isWritten, put, setTo } from "./text";

/** The number that arrives, where the one that is stated is written, or further out where that comes from. */
export const setStated: Maker = (finding) => {
  const arriving = finding.problem.fixes?.find(({ edits }) => edits.length === 1)?.edits[0];
  return arriving ? setNumber(finding, arriving.span, arriving.text) : [];
};

/** A number where it is written, or further out where it comes from. */
export function setNumber({ node, drawn, source }: Finding, place: Span, value: string): readonly Fix[] {
  const layer = node && drawn?.layerAt(node.id);
  const word = node?.args.find(({ value: { span } }) => span.from === place.from)?.name;
  const at = (span: Span, name = word): Fix => {
    const text = like(source.at(span), value, node && drawn ? flattened(node, drawn) : undefined);
    return fix(name === undefined ? say`Write ${text}` : setTo(name, text), false, put(span, text));
  };
  const here = at(place);
  if (isWritten(source.expression(place))) return [here];
  const further = layer ? originOf(place, layer, () => false, source) : undefined;
  const places = [...(further?.through ?? []), ...(further ? [further.span] : [])];
  const named = [place, ...places].flatMap((one) => {
    const assigned = assignedAt(one, source);
    return assigned?.isWhole ? [{ ...assigned, name: source.at(one) }] : [];
  });
  const assign = ({ span, name }: { readonly span: Span; readonly name: string }) => at(span, name);
  const alone = named.filter(({ uses }) => uses === 1).map(assign);
  return [...alone, here, ...places.slice(1).map((one) => at(one)), ...named.map(assign)];
}

/** A product of as many factors as the image that is laid flat has sizes is written as such. */
function like(written: string, value: string, sizes: readonly string[] | undefined): string {
  const factors = written.split("*").length;
  const isProduct = sizes && factors === sizes.length && !written.includes("**") && sizes[1] !== "1";
  return isProduct && String(sizes.map(Number).reduce((a, b) => a * b, 1)) === value ? sizes.join(" * ") : value;
}

/** The sizes of what was laid flat before a call. */
function flattened(node: Node, { nodes, stepAt }: Drawn): readonly string[] | undefined {
  let edge = node.inputs[0];
  for (let steps = 0; steps < 6 && edge?.node !== undefined; steps++) {
    const shape = outputsOf(stepAt(edge.node))?.[edge.port];
    if (shape && shape.length > 2) return shape.slice(1).map(showDim);
    edge = nodes[edge.node]?.inputs[0];
  }
  return undefined;
}

/** A layer in a loop that reads what the one before it gives. */
export const goOnWith: Maker = ({ node, drawn, source }) => {
  const made = node && drawn?.layerAt(node.id)?.module?.layer?.made.span;
  const call = made && source.call(made);
  const loop = made && source.around(made).findLast((one) => one.kind === "for");
  const [reads, gives] = call ? [argument(call, "in_channels", 0), argument(call, "out_channels", 1)] : [];
  if (loop?.kind !== "for" || reads?.kind !== "name" || !gives) return [];
  const line = `${reads.id} = ${source.at(gives)}`;
  const last = loop.body.at(-1);
  const edit = last && after(last, line, source);
  return edit ? [fix(say`End the loop with ${line}`, false, edit)] : [];
};
