import { lineStart } from "../../core/lines";
import { isFrom } from "../../core/meant";
import { eitherOf, type Message, say } from "../../core/message";
import { didYouMean, nearest } from "../../core/nearest";
import { changeTo, type Fix, type Problem, problem, replace } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Vocabulary } from "../../core/vocabulary";
import { entryOf, isMissing, type Tree, textOf } from "../../tree/tree";
import { vocabularies } from "../../vocabularies/index";
import type { Blocks } from "./block";
import type { Body, Item } from "./item";

/** What people call a framework. */
const others = new Map([
  ["torch", "pytorch"],
  ["tensorflow", "keras"],
  ["tf", "keras"],
  ["tf.keras", "keras"],
]);

interface Said {
  readonly vocabulary: Vocabulary;
  readonly problem?: Problem;
}

/** The framework that a file says it is for. */
export function frameworkOf(root: Tree | undefined): Said {
  const entry = entryOf(root, "framework");
  const word = textOf(entry?.value);
  const found = vocabularies.find(({ id }) => id === word);
  if (found || !entry || isMissing(entry.value)) return { vocabulary: found ?? vocabularies[0]! };
  const ids = vocabularies.map(({ id }) => id);
  const near = word === undefined ? undefined : (others.get(word.toLowerCase()) ?? nearest(word, ids));
  const { span } = entry.value;
  const message = say`framework is ${eitherOf(ids.map((id) => say`${id}`))}${didYouMean(near)}`;
  return {
    vocabulary: vocabularies.find(({ id }) => id === near) ?? vocabularies[0]!,
    problem: problem("unknown-framework", span, message, changeTo(near, span)),
  };
}

/** That the operators are those of another framework: one mistake, however many names it makes unknown. */
export function wrongFramework(
  root: Tree | undefined,
  text: string,
  { body, blocks }: { readonly body: Body; readonly blocks: Blocks },
  vocabulary: Vocabulary,
): { readonly vocabulary: Vocabulary; readonly problem: Problem } | undefined {
  const items = [body, ...[...blocks.values()].map((block) => block.body)]
    .flatMap((one) => one.items)
    .filter(({ op }) => !blocks.has(op));
  for (const other of vocabulary.elsewhere ?? []) {
    const strange = items.filter(({ op }) => isFrom(op, vocabulary, other));
    const own = items.filter(({ op }) => isFrom(op, other, vocabulary));
    // What both have says nothing; a single word can as well be a slip.
    if (strange.length < 2 || strange.length <= own.length) continue;
    return { vocabulary: other, problem: problemOf(root, text, strange, vocabulary, other) };
  }
  return undefined;
}

function problemOf(
  root: Tree | undefined,
  text: string,
  strange: readonly Item[],
  vocabulary: Vocabulary,
  other: Vocabulary,
): Problem {
  const first = strange.reduce((a, b) => (b.opSpan.from < a.opSpan.from ? b : a));
  const names = listed([...new Set([first, ...strange].map(({ op }) => op))]);
  const words = say`${names} are operators of ${other.title}`;
  const entry = entryOf(root, "framework");
  if (entry && !isMissing(entry.value)) {
    const { span } = entry.value;
    return problem(
      "wrong-framework",
      span,
      say`${words}, and the file says ${vocabulary.id}`,
      changeTo(other.id, span),
    );
  }
  const message = say`${words}: write framework: ${other.id}, since a file without it is for ${vocabulary.title}`;
  return problem("wrong-framework", first.opSpan, message, text === "" ? undefined : written(root, text, other));
}

const most = 3;

function listed(names: readonly string[]): Message {
  if (names.length > most) return say`${names.slice(0, most).join(", ")} and ${names.length - most} more`;
  const last = names.at(-1)!;
  return names.length < 2 ? say`layers such as ${last}` : say`${names.slice(0, -1).join(", ")} and ${last}`;
}

/** The key that is missing, or has no value yet. */
function written(root: Tree | undefined, text: string, { id }: Vocabulary): Fix | undefined {
  const title = say`Write framework: ${id}`;
  const begun = entryOf(root, "framework");
  if (begun) return replace(title, begun.value.span, ` ${id}`, false);
  const next = entryOf(root, "input") ?? entryOf(root, "inputs") ?? entryOf(root, "layers");
  if (root?.kind !== "map" || !next) return undefined;
  const { at, quotes } = startOf(next.keySpan, text);
  const key = `${quotes}framework${quotes}: `;
  const put = root.flow ? `${key}${quotes}${id}${quotes}, ` : `${key}${id}\n${" ".repeat(at - lineStart(text, at))}`;
  return replace(title, { from: at, to: at }, put, false);
}

/** Where a key begins, with its quotes. */
function startOf({ from }: Span, text: string): { readonly at: number; readonly quotes: string } {
  const at = /["']/.test(text[from - 1] ?? "") ? from - 1 : from;
  return { at, quotes: /["']/.test(text[at]!) ? text[at]! : "" };
}
