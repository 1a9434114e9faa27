import { image } from "../../core/batch";
import type { Edge } from "../../core/graph";
import { say } from "../../core/message";
import { type Calls, type Culprit, type Search, shapeOf } from "./drawn";
import { areOther, shapesOf, upwards } from "./ways";

/** A vector without images: they were laid together with all else. */
export const lostBatch: Search = ({ inputs }, drawn) => {
  const arriving = inputs[0] && shapeOf(inputs[0], drawn);
  const maker = inputs[0]?.node === undefined ? undefined : drawn.nodes[inputs[0].node];
  if (arriving?.length !== 1 || maker?.op !== "Flatten") return undefined;
  return { span: maker.span, why: say`the images are laid together too; from axis 1 on each stays by itself` };
};

/** The call above that makes another number of images of those that it reads. */
export const otherBatch: Search = ({ inputs }, drawn) => changedBatch(inputs[0], drawn);

/** The same of whatever an edge brings. */
export function changedBatch(edge: Edge | undefined, drawn: Calls): Culprit | undefined {
  const way = upwards(edge, drawn);
  if (!way.at(-1)?.given) return undefined;
  for (const node of [...way].reverse()) {
    const { read, given } = shapesOf(node, drawn);
    if (!/^(Concat|Flatten|Reshape|Squeeze|Sum|Mean)$/.test(node.op) || !areOther(read?.[0], given?.[0])) continue;
    return { span: node.span, why: say`this makes ${given![0]!} of ${read![0]!} images` };
  }
  return undefined;
}

/** The call above that took away axes which a layer needs. */
export const lostAxes: Search = ({ inputs }, drawn) => {
  for (const node of upwards(inputs[0], drawn)) {
    const { read, given } = shapesOf(node, drawn);
    if (!read || !given) return undefined;
    if (given.length < read.length && node.op === "Squeeze")
      return { span: node.span, why: say`this leaves ${given} of ${read}` };
    if (node.row && given.length !== read.length) return undefined;
  }
  return undefined;
};

/** An input of the model that has no axis for its images, or is no image at all. */
export const unbatched: Search = (node, drawn) => {
  const given = drawn.nodes.find((one) => one.given);
  const arriving = node.inputs[0] && shapeOf(node.inputs[0], drawn);
  const isImage = /2d$/.test(node.op) && arriving?.length === 3 && given?.given?.length === 3;
  if (isImage) return { span: given.span, why: say`the input has no axis for the batch` };
  const isFirst = node.inputs[0]?.node === given?.id;
  const isFlat = /[123]d$/.test(node.op) && given?.given?.length === 2 && isFirst;
  return isFlat ? { span: given!.span, why: say`the input is ${image(given!.given!)}` } : undefined;
};

/** What a layer for images reads is flat, and becomes an image where the layer is called. */
export const flatInput: Search = (node, drawn) => {
  const arriving = node.inputs[0] && shapeOf(node.inputs[0], drawn);
  return arriving?.length === 2 && /[23]d$/.test(node.op) && node.row ? { span: node.span } : undefined;
};

/** A layer that does not take what arrives, where it is made. */
export const layerItself: Search = ({ row, opSpan }) => (row ? { span: opSpan } : undefined);
