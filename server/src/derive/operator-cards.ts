import { render, say } from "../core/message";
import type { Op } from "../core/op";
import { told, type Voice } from "../core/voice";
import type { Card } from "../deck/card";
import { opCalled } from "./frameworks";
import { examplesOf } from "./op-example";

/** `BatchNorm2d` is `batchnorm2d`. What is learned is remembered by it. */
export const cardIdOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** A card about each of some operators, from its definition: first what is named most often, then by name. */
export function operatorCards(names: readonly string[], voice: Voice): readonly Card[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const inOrder = [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  return inOrder.flatMap(([name]) => {
    const op = opCalled(name);
    return op ? [cardOf(op, voice)] : [];
  });
}

function cardOf(op: Op, voice: Voice): Card {
  let model: string | undefined;
  return {
    id: cardIdOf(op.name),
    question: render(say`What does ${`\`${op.name}\``} do?`, voice),
    answer: answerOf(op, voice),
    tags: [],
    operators: [op.name],
    rules: [],
    /** Found by trying, which takes its time, and only shown with the answer. */
    get model() {
      model ??= examplesOf(op)[0]?.text;
      return model as string;
    },
    span: { from: 0, to: 0 },
  };
}

/** Each line of a formula for itself. */
function answerOf({ summary, formula }: Op, voice: Voice): string {
  const lines = formula
    ? told(formula, voice)
        .split("\n")
        .filter((line) => line.trim() !== "")
    : [];
  return [told(summary, voice), ...lines.map((line) => `\`${line.trim()}\``)].join("\n\n");
}
