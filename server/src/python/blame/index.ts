import type { Node } from "../../core/graph";
import { say } from "../../core/message";
import type { Problem, Related } from "../../core/problem";
import type { Span } from "../../core/span";
import { fixesFor } from "../fixes/index";
import { callSiteOf } from "./call-site";
import { atOrigin } from "./constructors";
import { culpritOf } from "./culprits";
import type { Drawn } from "./drawn";

export type { Drawn } from "./drawn";

/**
 * Where a problem of a call is to be mended: a call fails where shapes meet, and the mistake is often where one of them
 * was made. The place where it fails is told beside it.
 */
export const blameIn =
  (drawn: Drawn) =>
  (problem: Problem, node: Node): Problem => {
    if (problem.severity !== "error") return problem;
    const { source } = drawn;
    return { ...blamed(problem, node, drawn), trials: () => fixesFor({ problem, node, drawn, source }) };
  };

function blamed(problem: Problem, node: Node, drawn: Drawn): Problem {
  const found = culpritOf(problem.id, node, drawn);
  const further = found?.layer && callSiteOf(found.layer, drawn);
  const place = further ?? found?.span ?? problem.span;
  const places: readonly Related[] = [
    ...(further ? [{ span: found!.span, message: say`it is used here` }] : []),
    ...(found && !isWithin(problem.span, found.span) ? [{ span: problem.span, message: say`it fails here` }] : []),
    ...(isWithin(place, node.span) || isWithin(problem.span, node.span)
      ? []
      : [{ span: node.span, message: say`called here` }]),
    ...(problem.related ?? []),
  ].filter(({ span }) => span.from !== place.from || span.to !== place.to);
  const told = places.length ? { ...problem, related: places } : problem;
  if (!found) return atOrigin(told, node, drawn);
  // What would mend the place where it fails does not mend this one.
  const { fixes: _, ...rest } = told;
  const message = found.why ? say`${problem.message}; ${found.why}` : problem.message;
  return { ...rest, span: place, message };
}

const isWithin = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;
