import type { Arg } from "../../core/graph";
import { say } from "../../core/message";
import { type Fix, problem } from "../../core/problem";
import type { Span } from "../../core/span";
import { type Entry, entriesOf, isMissing, type Tree } from "../../tree/tree";
import { valueAt } from "../../tree/value";
import { type Reader, siblings } from "./reader";

interface Arguments {
  readonly args: readonly Arg[];
  /** Keys that stand among the arguments and belong beside the operator. */
  readonly strays: readonly Entry[];
}

/** The arguments of a call. Those by position are taken as meant, and it is said that they need names. */
export function argsOf(call: Entry, reader: Reader): Arguments {
  const { value } = call;
  if (value.kind === "map") return sorted(call, reader);
  // `Add:` in YAML, `"Add": null` in JSON: no arguments.
  if (value.kind === "scalar" && value.value === null) return { args: [], strays: [] };
  return { args: positional(call, value.kind === "list" ? value.items : [value], reader), strays: [] };
}

const argOf = ({ key, keySpan, value }: Entry): Arg => ({
  name: key,
  nameSpan: keySpan,
  value: valueAt(value, keySpan),
});

/** A comma ends a text between braces, so an expression with one is found in pieces: it is put together again. */
function rejoined(entries: readonly Entry[]): readonly Entry[] {
  const isOpen = (text: string): boolean => text.startsWith("$(") && text.split("(").length > text.split(")").length;
  if (!entries.some(({ value }) => value.kind === "scalar" && isOpen(value.source))) return entries;
  const whole: Entry[] = [];
  for (const entry of entries) {
    const value = whole.at(-1)?.value;
    if (value?.kind === "scalar" && isOpen(value.source) && isMissing(entry.value)) {
      const source = `${value.source}, ${entry.key}`;
      const span = { from: value.span.from, to: entry.keySpan.to };
      whole[whole.length - 1] = { ...whole.at(-1)!, value: { ...value, value: source, source, span } };
    } else whole.push(entry);
  }
  return whole;
}

function sorted(call: Entry, { blocks, report, text }: Reader): Arguments {
  // A parameter of a block may well be called `name`.
  const isStray = ({ key }: Entry): boolean => !blocks.has(call.key) && (siblings as readonly string[]).includes(key);
  const entries = rejoined(entriesOf(call.value));
  const strays = entries.filter(isStray);
  if (!strays.length) return { args: entries.map(argOf), strays };
  const flow = call.value.kind === "map" && call.value.flow;
  for (const stray of strays) {
    const message = say`${stray.key} stands among the arguments of ${call.key}, but belongs beside it`;
    report(problem("wrong-indent", stray.keySpan, message, flow ? undefined : outdent(stray, call.keySpan, text)));
  }
  return { args: entries.filter((entry) => !isStray(entry)).map(argOf), strays };
}

/** Moves a key on a line of its own to the column of the operator. */
function outdent({ keySpan }: Entry, op: Span, text: string): Fix | undefined {
  const column = (at: number): string => /[^\r\n]*$/.exec(text.slice(Math.max(0, at - 200), at))![0];
  const before = column(keySpan.from);
  if (!/^ +$/.test(before)) return undefined;
  const width = column(op.from).length;
  const span = { from: keySpan.from - before.length, to: keySpan.from };
  return { title: say`Move it to column ${width + 1}`, edits: [{ span, text: " ".repeat(width) }], safe: true };
}

function positional(
  { key, value }: Entry,
  items: readonly Tree[],
  { vocabulary, blocks, report, text }: Reader,
): readonly Arg[] {
  const spelling = vocabulary.spellings.get(key);
  // What only states a size nobody writes first here.
  const names = blocks.get(key) ?? spelling?.order.filter((word) => !Object.hasOwn(spelling.states, word)) ?? [];
  const named = items.map(
    (item, i): Arg => ({ ...(names[i] !== undefined && { name: names[i] }), value: valueAt(item, value.span) }),
  );
  if (!spelling && !blocks.has(key)) return named;
  const written = items.map((item, i) => `${names[i]}: ${text.slice(item.span.from, item.span.to)}`).join(", ");
  const fits = names.length >= items.length && items.length > 0;
  const fix: Fix | undefined = fits
    ? { title: say`Write { ${written} }`, edits: [{ span: value.span, text: `{ ${written} }` }], safe: true }
    : undefined;
  report(
    problem(
      "positional-arguments",
      value.span,
      say`arguments have names: ${key}: { ${fits ? written : say`name: value`} }`,
      fix,
    ),
  );
  return fits ? named : [];
}
