import { say } from "../../core/message";
import { type Search, shapeOf } from "./drawn";

/** A vector without images: they were laid together with all else. */
export const lostBatch: Search = ({ inputs }, drawn) => {
  const arriving = inputs[0] && shapeOf(inputs[0], drawn);
  const maker = inputs[0]?.node === undefined ? undefined : drawn.nodes[inputs[0].node];
  if (arriving?.length !== 1 || maker?.op !== "Flatten") return undefined;
  return { span: maker.span, why: say`the images are laid together too; from axis 1 on each stays by itself` };
};

/** An input of the model that has no axis for its images. */
export const unbatched: Search = (node, drawn) => {
  const given = drawn.nodes.find((one) => one.given);
  const arriving = node.inputs[0] && shapeOf(node.inputs[0], drawn);
  const isImage = /2d$/.test(node.op) && arriving?.length === 3 && given?.given?.length === 3;
  return isImage ? { span: given.span, why: say`the input has no axis for the batch` } : undefined;
};

/** A layer that does not take what arrives, where it is made. */
export const layerItself: Search = ({ row, opSpan }) => (row ? { span: opSpan } : undefined);
