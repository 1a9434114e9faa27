import type { Node } from "../../core/graph";
import { say } from "../../core/message";
import type { Problem, Related } from "../../core/problem";
import type { Obj } from "../objects";
import { type Drawn, madeAlike } from "./drawn";
import { originOf } from "./origins";

/** A problem of an argument of a layer, at the place where the argument comes from. */
export function atOrigin(found: Problem, node: Node, drawn: Drawn): Problem {
  const layer = drawn.layerAt(node.id);
  const written = layer?.module?.layer?.made;
  if (!layer || !written || found.span.from < written.span.from || found.span.to > written.span.to) return found;
  if (found.span.to <= written.callee.to) return found;
  const partners =
    found.id === "stated-size"
      ? producersOf(node, drawn)
      : found.id === "kernel-fits-input"
        ? likeIt(layer, drawn)
        : undefined;
  if (!partners) return found;
  const shared = new Set(partners.flatMap(({ stack = [] }) => stack.map(({ call }) => call as object)));
  const { span, through } = originOf(found.span, layer, (call) => shared.has(call), drawn.source);
  if (!through.length) return found;
  const related: readonly Related[] = through.map((place) => ({
    span: place,
    message: say`it is used here`,
  }));
  return { ...found, span, related: [...related, ...(found.related ?? [])] };
}

/** The layers nearest above whose results a call reads. */
function producersOf(node: Node, drawn: Drawn): readonly Obj[] {
  const found: Obj[] = [];
  const seen = new Set<number>();
  const visit = ({ inputs }: Node): void => {
    for (const { node: id } of inputs) {
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      const layer = drawn.layerAt(id);
      if (layer) found.push(layer);
      else visit(drawn.nodes[id]!);
    }
  };
  visit(node);
  return found;
}

/** Layers that the same words have made and of which nothing is wrong; nothing where there are none. */
function likeIt(layer: Obj, drawn: Drawn): readonly Obj[] | undefined {
  const alike = madeAlike(layer, drawn).flatMap((other) => (drawn.stepAt(other.at)?.outcome ? [other.layer] : []));
  return alike.length ? alike : undefined;
}
