import { say } from "../../core/message";
import { changerOf, type Search, shapeOf, sizesOf } from "./drawn";

/** Of three or more that are joined, the one whose sizes no other has. */
export const oddOne: Search = (node, drawn) => {
  const sizes = node.inputs.map((edge) => sizesOf(shapeOf(edge, drawn)));
  const odd = sizes.filter((size) => sizes.indexOf(size) === sizes.lastIndexOf(size));
  if (sizes.length < 3 || odd.length !== 1 || sizes.includes(undefined)) return undefined;
  const edge = node.inputs[sizes.indexOf(odd[0])]!;
  const maker = changerOf(edge, drawn);
  return maker && { span: maker.opSpan, why: say`${maker.label} makes ${odd[0]!}, all others ${most(sizes)}` };
};

const most = (sizes: readonly (string | undefined)[]): string =>
  sizes.find((size) => sizes.indexOf(size) !== sizes.lastIndexOf(size)) ?? "";

/** A shortcut that hands on what it gets, or a size that was set on the way. */
export const unchanged: Search = (node, drawn) => {
  for (const { node: id } of node.inputs) {
    const source = id === undefined ? undefined : drawn.nodes[id];
    if (source?.op === "Identity" && source.row)
      return { span: source.opSpan, why: say`${source.label} leaves the shape as it is` };
    if (source?.op === "Interpolate") return { span: source.opSpan, why: say`this is where the size comes from` };
  }
  return undefined;
};
