import { say } from "../core/message";
import { nearest } from "../core/nearest";
import { cardPage } from "../deck/card-page";
import { builtIn, cardCalled } from "../deck/deck";
import { page, pageNames } from "../derive/pages";
import { explainFormats, explainOptions } from "./option-tables";
import { oneOf, read } from "./options";
import { type Streams, UsageError, voiceForScripts, voiceIn } from "./usage";

/** `convlint explain ID`: the page of a rule, an operator or a flashcard. */
export async function explain(args: readonly string[], streams: Streams): Promise<number> {
  const { values, positionals } = read(args, explainOptions);
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError(say`explain takes one id: convlint explain ID`);
  const asked = oneOf("format", values.format, explainFormats);
  const voice = asked === "json" ? voiceForScripts(streams) : voiceIn(streams);
  const card = cardCalled(id);
  const text = page(id, voice) ?? (card && cardPage(card, voice));
  if (text === undefined) {
    const near = nearNames(id, [...pageNames(), ...builtIn().cards.map((one) => one.id)]);
    const hint = near.length
      ? say`; did you mean ${near.join(", ")}?`
      : say`; convlint rules lists everything reported`;
    throw new UsageError(say`no rule, operator or flashcard is called ${id}${hint}`);
  }
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  streams.out.write(asked === "json" ? `${JSON.stringify({ version: 1, id, text: whole }, null, 2)}\n` : whole);
  return 0;
}

const mostNames = 4;

/** The name that is nearest as it is written, and some that have the word in them. */
function nearNames(word: string, names: readonly string[]): readonly string[] {
  const best = nearest(word, names);
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
  const inside = plain(word) ? names.filter((name) => plain(name).includes(plain(word))) : [];
  return [...new Set([...(best ? [best] : []), ...inside])].slice(0, mostNames);
}
