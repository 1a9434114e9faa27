import { nearest } from "../core/nearest";
import { cardPage } from "../deck/card-page";
import { builtIn, cardCalled } from "../deck/deck";
import { page, pageNames } from "../derive/pages";
import { explainFormats, explainOptions } from "./option-tables";
import { oneOf, read } from "./options";
import { type Streams, UsageError } from "./usage";

/** `convlint explain ID`: the page of a rule, an operator or a flashcard. */
export async function explain(args: readonly string[], { out }: Streams): Promise<number> {
  const { values, positionals } = read(args, explainOptions);
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError("explain takes one id: convlint explain ID");
  const card = cardCalled(id);
  const text = page(id) ?? (card && cardPage(card));
  if (text === undefined) {
    const near = nearest(id, [...pageNames, ...builtIn().cards.map((one) => one.id)]);
    throw new UsageError(`no rule, operator or flashcard is called ${id}${near ? `; did you mean ${near}?` : ""}`);
  }
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  const asked = oneOf("format", values.format, explainFormats);
  out.write(asked === "json" ? `${JSON.stringify({ version: 1, id, text: whole }, null, 2)}\n` : whole);
  return 0;
}
