import type { Graph, Node } from "./graph";
import type { Span } from "./span";

/** How often an operator is called, and with what; of everything the most frequent first. */
export interface Used {
  readonly count: number;
  /** What its arguments are given. */
  readonly values: { readonly [arg: string]: readonly string[] };
  /** Arguments that at least every other call gives. */
  readonly often: readonly string[];
  /** All arguments of a call by position, as they are written. */
  readonly calls: readonly string[];
  /** The operators that stand right behind it in a list. */
  readonly next: readonly string[];
}

export type Uses = { readonly [op: string]: Used };

type Counts = Map<string, number>;

interface Counting {
  count: number;
  readonly values: Map<string, Counts>;
  readonly given: Counts;
  readonly calls: Counts;
  readonly next: Counts;
}

/** As texts have them: each place counts once, however often it is built, and the word that is being written not at all. */
export function callsIn(read: readonly { readonly graph: Graph; readonly text: string }[], besides?: Span): Uses {
  const all = new Map<string, Counting>();
  for (const { graph, text } of read) {
    const seen = new Set<number>();
    const of = new Set<string>();
    let before: Counting | undefined;
    for (const node of graph.nodes) {
      const { op, opSpan, row, given } = node;
      const writing = besides && opSpan.from <= besides.to && besides.from <= opSpan.to;
      if (given || !row || writing || graph.vocabulary.activations?.has(op) || seen.has(opSpan.from)) continue;
      seen.add(opSpan.from);
      if (!all.has(op))
        all.set(op, { count: 0, values: new Map(), given: new Map(), calls: new Map(), next: new Map() });
      if (before) add(before.next, op);
      before = all.get(op)!;
      count(before, node, text, besides, of);
    }
  }
  return Object.fromEntries([...all].map(([op, counting]) => [op, told(counting)]));
}

/** Of one model each value counts once, or a model of many layers would speak for all others. */
function count(
  of: Counting,
  { op, args, opSpan }: Node,
  text: string,
  besides: Span | undefined,
  counted: Set<string>,
): void {
  of.count++;
  const written = args
    .filter(({ value: { span }, nameSpan = opSpan }) => nameSpan.to <= span.from)
    .filter(({ value: { span } }) => !besides || span.to < besides.from || besides.to < span.from);
  const texts = written.map(({ value: { span } }) => text.slice(span.from, span.to));
  written.forEach(({ name }, i) => {
    if (name === undefined) return;
    add(of.given, name);
    if (!of.values.has(name)) of.values.set(name, new Map());
    const isNew = !counted.has(`${op} ${name} ${texts[i]!}`);
    counted.add(`${op} ${name} ${texts[i]!}`);
    if (plainly.test(texts[i]!)) add(of.values.get(name)!, texts[i]!, isNew ? 1 : 0.01);
  });
  if (written.length && written.every(({ nameSpan }) => !nameSpan)) add(of.calls, texts.join(", "));
}

/** Numbers, words and short lists of them; what stands for a value is none. */
const plainly = /^(?:[\w.+-]{1,24}|\[[\w.+, -]{1,24}\])$/;

const told = ({ count, values, given, calls, next }: Counting): Used => ({
  count,
  values: Object.fromEntries([...values].map(([name, found]) => [name, mostFirst(found)])),
  often: [...given].filter(([, times]) => times * 2 >= count).map(([name]) => name),
  calls: mostFirst(calls),
  next: mostFirst(next),
});

const add = (counts: Counts, key: string, by = 1): void => void counts.set(key, (counts.get(key) ?? 0) + by);

const mostFirst = (counts: Counts): readonly string[] => [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
