import { type Message, render, say } from "../core/message";
import { usual } from "../core/rule";
import { english, told, type Voice } from "../core/voice";
import { cardsSchema } from "./cards-schema";
import { type Examples, examples, fixable } from "./examples";
import { opCalled, opNames, ops } from "./frameworks";
import { modelSchema, written } from "./model-schema";
import { opsIndex } from "./op-index";
import { opPage } from "./op-page";
import { settingsSchema } from "./settings-schema";
import { row, table } from "./table";
import { type Topic, topics } from "./topic";
import { topicPage } from "./topic-page";

/** The page of a rule, a check, a constraint or an operator, under whatever name a framework gives it; or their list. */
export function page(id: string, voice: Voice = english): string | undefined {
  if (id === "rules") return rulesIndex(examples(), voice);
  if (id === "ops") return opsIndex(voice);
  const topic = topics().get(id);
  if (topic) return topicPage(topic, examples(), voice);
  const op = opCalled(id);
  return op && opPage(op, voice);
}

/** Everything that has a page, for a suggestion where there is none. */
export const pageNames = (): readonly string[] => [...topics().keys(), ...opNames];

/** What a table of everything that can be reported shows of each id. */
export interface Listed extends Topic {
  readonly fixable: "safe" | "unsafe" | undefined;
}

export const listed = (from: Examples = examples()): readonly Listed[] =>
  [...topics().values()].map((topic) => ({ ...topic, fixable: fixable(from[topic.id]) }));

/** Every generated file by its path, the pages made of what the tests show. */
export const documents = (from: Examples): ReadonlyMap<string, string> =>
  new Map(
    [
      ["docs/rules/README.md", rulesIndex(from)],
      ["docs/ops/README.md", opsIndex()],
      ["syntaxes/cards.schema.json", written(cardsSchema())],
      ["syntaxes/cnn.schema.json", written(modelSchema())],
      ["syntaxes/convlint.schema.json", written(settingsSchema())],
      ...[...topics().values()].map((topic) => [`docs/rules/${topic.id}.md`, topicPage(topic, from)] as const),
      ...ops.map((op) => [`docs/ops/${op.name}.md`, opPage(op)] as const),
    ].map(([path, text]) => [path!, `${text}\n`]),
  );

const groups: readonly (readonly [kind: Topic["kind"], title: Message])[] = [
  ["rule", say`Lints: the framework runs it, and the result is wrong or useless`],
  ["constraint", say`What operators ask for: the framework raises`],
  ["check", say`What is found while reading`],
];

const fixes = { safe: say`safe`, unsafe: say`unsafe` };

function rulesIndex(from: Examples, voice: Voice = english): string {
  const t = (message: Message): string => render(message, voice);
  const all = listed(from);
  const sections = groups.flatMap(([kind, title]) => [
    `## ${t(title)}`,
    table(
      ["id", t(say`severity`), t(say`fix`), t(say`what is wrong`)],
      all
        .filter((topic) => topic.kind === kind)
        .map(({ id, severity, summary, fixable, rule }) =>
          row([
            `[${id}](${id}.md)`,
            rule && usual(rule) === "off" ? `off (${rule.set})` : told(severity, voice),
            fixable === undefined ? "" : t(fixes[fixable]),
            told(summary, voice),
          ]),
        ),
    ),
  ]);
  return [`# ${t(say`Everything that can be reported`)}`, ...sections].join("\n\n");
}
