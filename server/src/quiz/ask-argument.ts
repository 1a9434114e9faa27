import { type Message, say, verbatim } from "../core/message";
import { isRequired, type Param, showDefault, withArticle } from "../core/param";
import { type Spelling, type Vocabulary, wordFor } from "../core/vocabulary";
import { told, type Voice } from "../core/voice";
import type { Draft } from "./made-up";

/** What does this argument do? One draft for each argument of an operator, under the framework's name for it. */
export function askArguments(
  name: string,
  spelling: Spelling,
  { id, title }: Vocabulary,
  deck: Draft["deck"],
  voice: Voice,
): readonly Draft[] {
  const params = Object.entries<Param<unknown>>(spelling.params)
    .map(([param, about]) => ({ param, word: wordFor(spelling, param), about }))
    .filter(({ param, word }) => !spelling.implied.includes(word) && param !== spelling.layoutBy);
  return params.map((one) => ({
    deck,
    asks: ["argument", id, name, one.word],
    prompt: say`What does ${`\`${one.word}\``} of ${`\`${name}\``} mean in ${title}?`,
    answer: docOf(one.about, voice),
    explanation: takes(one.about),
    choices: {
      right: docOf(one.about, voice),
      wrong: params
        .filter((other) => other !== one)
        .map((other) => ({ text: docOf(other.about, voice), why: say`That is ${`\`${other.word}\``}` })),
    },
    tags: ["arguments"],
    operators: [spelling.op.name],
  }));
}

const docOf = ({ doc }: Param<unknown>, voice: Voice): Message => verbatim(told(doc, voice));

function takes(about: Param<unknown>): Message {
  const usual = showDefault(about);
  const label = withArticle(about.type.label);
  if (usual !== undefined) return say`It takes ${label}; without it, ${`\`${usual}\``} counts`;
  return isRequired(about) ? say`It takes ${label}, and must be written` : say`It takes ${label}, and may be left out`;
}
