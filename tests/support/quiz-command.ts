import { join } from "node:path";
import { convlint, within } from "./command";

/** A small deck, with a card that has no answer in its fifth line. */
export const deck = `name: Ours
cards:
  - { id: one, question: "What is \`1 + 1\`?", answer: Two. }
  - { id: two, question: Second?, answer: Yes. }
  - { id: 3, question: Third? }
`;

/** `convlint quiz` with answers in a folder of its own, beside the deck. */
export function using(
  test: (run: (words: string) => ReturnType<typeof convlint>, folder: string) => void,
  files = {},
): void {
  within({ "ours.cards.yaml": deck, ...files }, (cwd) =>
    test(
      (words) =>
        convlint(["quiz", ...words.split(" ").filter(Boolean)], {
          cwd,
          env: { CONVLINT_QUIZ_FOLDER: join(cwd, "logs") },
        }),
      cwd,
    ),
  );
}
