import { type Part, soleReader } from "./flow";
import { type Message, say } from "./message";
import { type Call, type Problem, replaceWord } from "./problem";
import { isLayer, type Vocabulary } from "./vocabulary";

/** What a rule reports of how something can be mended, beside what it says. */
type Mending = Pick<Problem, "fixes" | "repairs">;

/** The layer goes, and whoever read it reads what it read. Safe where it gives exactly what it gets. What is inside of a module stays. */
export function without(part: Part, vocabulary: Vocabulary, safe: boolean): Mending {
  if (!part.isWhole) return {};
  const { row, op } = part.step.node;
  if (isOwnLayer(part)) return { repairs: [{ title: say`Remove ${row!.op}`, safe, row: row!.span }] };
  const [none] = [...(vocabulary.activations ?? [])].find(([, name]) => name === undefined) ?? [];
  return argument(part, none, say`Set the activation to ${none ?? op}`, safe);
}

/** Another layer in its place, which takes no arguments, by the name of its operator. */
export function instead(part: Part, vocabulary: Vocabulary, name: string, safe: boolean): Mending {
  const { row, op, opSpan } = part.step.node;
  const word = functionFor(name, vocabulary);
  if (row?.opSpan.from !== opSpan.from) return argument(part, word, say`Change ${op} to ${word ?? name}`, safe);
  const call = layerFor(name, vocabulary) ?? (word === undefined ? undefined : applied(word, vocabulary));
  if (!call) return {};
  return {
    repairs: [{ title: say`Change ${row!.op} to ${word ?? call.op}`, safe, row: row!.span, instead: call }],
  };
}

/** Whether the layer is nothing but this: the operator it names, or the function that it applies to what it reads. */
function isOwnLayer({ step, inputs }: Part): boolean {
  const { row, opSpan } = step.node;
  if (!row) return false;
  if (row.opSpan.from === opSpan.from) return true;
  const before = inputs[0]?.part;
  return (
    before?.step.node.row === row && before.op?.traits.includes("same") === true && soleReader(before) !== undefined
  );
}

/** The word of an argument that names a function; one that comes from a parameter may be meant for others too. */
function argument({ step }: Part, word: string | undefined, title: Message, safe: boolean): Mending {
  const { row, opSpan } = step.node;
  if (word === undefined || !row || opSpan.from < row.span.from || opSpan.to > row.span.to) return {};
  return { fixes: [replaceWord(title, opSpan, word, safe)] };
}

function layerFor(name: string, vocabulary: Vocabulary): Call | undefined {
  for (const [word, { op }] of vocabulary.spellings)
    if (op.name === name && isLayer(vocabulary, word)) return { op: word, args: [] };
  return undefined;
}

const functionFor = (name: string, { activations, spellings }: Vocabulary): string | undefined =>
  [...(activations ?? [])].find(
    ([, function_]) => function_ !== undefined && spellings.get(function_)?.op.name === name,
  )?.[0];

/** The layer that does nothing but apply a function. */
function applied(value: string, vocabulary: Vocabulary): Call | undefined {
  for (const [op, spelling] of vocabulary.spellings) {
    const word = spelling.applies.find((one) => one in spelling.op.params);
    if (word !== undefined && isLayer(vocabulary, op)) return { op, args: [{ word, value }] };
  }
  return undefined;
}
