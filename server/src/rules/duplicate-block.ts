import { listed, say } from "../core/message";
import { param } from "../core/param";
import { rule } from "../core/rule";
import { int } from "../core/types";

export const duplicateBlock = rule({
  id: "duplicate-block",
  summary: "A block says the same as another, in other names.",
  why: "Whoever changes one of the two has to know of the other, or the places that should be alike no longer are.",
  severity: "hint",
  source: "https://pylint.readthedocs.io/en/stable/user_guide/messages/refactor/duplicate-code.html",
  options: {
    layers: param(int({ min: 1, suggest: [1, 2, 3, 5] }), {
      doc: "Blocks of fewer layers may say the same.",
      default: 2,
    }),
  },
  near: true,
  check({ graph }, report, { layers: least }) {
    for (const { name, span, first, layers, renamed } of graph.wording?.sameBlocks() ?? []) {
      if (layers < least) continue;
      const words = renamed.map(({ own, first }) => say`${own} is called ${first}`);
      const message = words.length
        ? say`${name} says the same as ${first.name}, where ${listed(words)}; one of them is enough`
        : say`${name} says the same as ${first.name}; one of them is enough`;
      report(undefined, message, {
        span,
        related: [{ span: first.span, message: say`${first.name} is written here` }],
      });
    }
  },
});
