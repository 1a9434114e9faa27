import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deckChoices } from "../../server/src/deck/deck-choices";

/** What is offered at `$0`: the kind of it, and the keys. */
function at(marked: string): string {
  const offset = marked.indexOf("$0");
  const found = deckChoices(marked.replace("$0", ""), offset);
  return found ? [found.kind, ...found.keys].join(" ") : "nothing";
}

const card = "name: N\ncards:\n  - id: a\n    question: Q\n";

describe("what can be written in a deck", () => {
  const cases: readonly (readonly [what: string, text: string, offered: string])[] = [
    ["the first key", "$0", "deck-key name lesson cards"],
    ["the second key", "name: N\nca$0", "deck-key lesson cards"],
    ["a key of a card", `${card}    $0`, "card-key answer tags operators rules text_says correction model goal"],
    [
      "a key above others",
      "cards:\n  - $0\n    question: Q",
      "card-key id answer tags operators rules text_says correction model goal",
    ],
    [
      "a key of the second card",
      `${card}  - i$0`,
      "card-key id question answer tags operators rules text_says correction model goal",
    ],
    ["an operator in brackets", `${card}    operators: [Conv2d, Li$0]`, "operator"],
    ["an operator in open brackets", `${card}    operators: [$0`, "operator"],
    ["a rule in a list of lines", `${card}    rules:\n      - a\n      - $0`, "rule"],
    ["a goal", `${card}    goal: $0`, "goal"],
    ["an operator in a goal", `${card}    goal: Con$0 => [1]`, "goal"],
    ["a size in a goal", `${card}    goal: Conv2d => $0`, "nothing"],
    ["a tag", `${card}    tags: [$0]`, "nothing"],
    ["a text", `${card}    answer: so$0`, "nothing"],
    ["a text of several lines", `${card}    answer: |\n      so$0`, "nothing"],
  ];
  for (const [what, text, offered] of cases) it(`is offered: ${what}`, () => assert.equal(at(text), offered));
});
