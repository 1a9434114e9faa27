import { countsOf, outputsOf } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import type { Understood } from "../../server/src/service";

/** All that is found out about a text, as one text. */
export const wholeReport = (found: Understood | undefined): string =>
  JSON.stringify({
    problems: found?.analysis.problems.map(({ id, severity, span, message, related = [] }) => ({
      ...{ id, severity, span, message: render(message) },
      related: related.map((one) => [one.span, render(one.message)]),
    })),
    models: found?.analysis.models.map(({ graph, steps }) => ({
      counts: countsOf(steps),
      nodes: graph.nodes.map(({ op, label, span }, i) => [op, label, span, outputsOf(steps[i])]),
    })),
    unread: [...(found?.unread ?? [])],
  });
