import type { Node } from "../../core/graph";
import type { Span } from "../../core/span";
import { isNowhere } from "../library/index";
import { partsIn } from "../source";
import type { Arg } from "../syntax/ast";
import { type Drawn, madeAlike } from "./drawn";

/**
 * Of a layer that words make which make others too, the call further out with which it becomes another than they do;
 * nothing where that says nothing of its windows, or where all of them are made in one place.
 */
export function callSiteOf(node: Node, drawn: Drawn): Span | undefined {
  const layer = drawn.layerAt(node.id);
  const made = layer?.module?.layer?.made;
  if (!layer || !made || !drawn.source.call(made.span)?.args.some(isOpen)) return undefined;
  const alike = madeAlike(layer, drawn);
  const { stack = [] } = layer;
  for (let out = 2; out <= stack.length; out++) {
    const at = stack.at(-out)!.at;
    if (isNowhere(at)) return undefined;
    if (alike.some((other) => other.layer.stack?.at(-out)?.at.from !== at.from)) return drawn.source.call(at)?.callee;
  }
  return undefined;
}

const windows = /^(kernel_size|stride|padding|dilation)$/;

/** Whether an argument about windows is whatever somebody further out says. */
const isOpen = ({ name, star, value }: Arg, at: number): boolean =>
  star === 2 ||
  ((name === undefined ? at > 1 : windows.test(name)) && partsIn(value).some(({ kind }) => kind === "name"));
