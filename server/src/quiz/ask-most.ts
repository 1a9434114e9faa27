import { countsOf, isComplete, type Model, macsOf, parametersOf, stepsOf } from "../core/analysis";
import { type Dim, isExact, isKnown } from "../core/dim";
import { thousands } from "../core/figures";
import type { Row } from "../core/graph";
import { type Message, say } from "../core/message";
import type { Draft } from "./made-up";

interface Held {
  readonly row: Row;
  readonly count: number;
}

/** Which layer holds most of the parameters, and which takes most of the MACs? */
export function askMost(model: Model, deck: Draft["deck"]): readonly Draft[] {
  const rows = model.graph.rows;
  const parameters = held(rows, (row) => parametersOf(countsOf(stepsOf(model, row)), model.graph), model);
  const macs = held(rows, (row) => macsOf(stepsOf(model, row)), model);
  return [
    ...drafted(parameters, deck, {
      key: "most-parameters",
      prompt: say`Which layer of the model holds the most parameters?`,
      fact: (count, share, all) => say`It holds ${count} of ${all} parameters, ${share} %`,
    }),
    ...drafted(macs, deck, {
      key: "most-macs",
      prompt: say`Which layer of the model takes the most MACs?`,
      fact: (count, share, all) => say`It takes ${count} of ${all} MACs, ${share} %`,
    }),
  ];
}

function held(rows: readonly Row[], count: (row: Row) => Dim, model: Model): readonly Held[] | undefined {
  const all = rows.map((row) => ({ row, count: isComplete(stepsOf(model, row)) ? count(row) : Number.NaN }));
  const isPlain = (one: { readonly row: Row; readonly count: Dim }): one is Held =>
    typeof one.count === "number" && isKnown(one.count) && isExact(one.count);
  return all.every(isPlain) ? [...all].sort((a, b) => b.count - a.count) : undefined;
}

interface Kind {
  readonly key: string;
  readonly prompt: Message;
  readonly fact: (count: string, share: string, all: string) => Message;
}

function drafted(
  sorted: readonly Held[] | undefined,
  deck: Draft["deck"],
  { key, prompt, fact }: Kind,
): readonly Draft[] {
  const [first, second] = sorted ?? [];
  // A third row without any would be no mistake that anybody makes.
  const others = (sorted ?? []).slice(1).filter(({ count }) => count > 0);
  if (!first || !second || first.count <= second.count || others.length < 2) return [];
  const all = sorted!.reduce((sum, { count }) => sum + count, 0);
  const figure = (count: number): string => thousands(String(count));
  const told = ({ count }: Held): Message => fact(figure(count), share(count, all), figure(all));
  return [
    {
      deck,
      asks: [key, ...sorted!.map(({ row, count }) => `${row.index} ${row.op} ${count}`)],
      prompt,
      answer: named(first.row),
      explanation: told(first),
      choices: { right: named(first.row), wrong: others.map((one) => ({ text: named(one.row), why: told(one) })) },
      tags: ["counting"],
      operators: [],
    },
  ];
}

const share = (count: number, all: number): string => {
  const percent = (100 * count) / all;
  return percent >= 10 ? percent.toFixed(0) : percent >= 0.1 ? percent.toFixed(1) : "0";
};

const named = ({ label, op }: Row): Message =>
  label.startsWith(op) ? say`${`\`${label}\``}` : say`${`\`${label}\``} (${op})`;
