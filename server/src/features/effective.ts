import type { Arg } from "../core/graph";
import { showAs, type Value } from "../core/value";
import { ownSteps, type Use } from "./use";

/**
 * The arguments of a row as they count in each use: all by position, and of those by name the ones that differ.
 * Empty where they are nowhere other than they are written.
 */
export function effectiveArguments(uses: readonly Use[], text: string): readonly string[] {
  const calls = uses.map((use) => argsOf(use).map((arg) => ({ ...arg, shown: shownOf(arg, use, text) })));
  const differs = (name: string | undefined): boolean =>
    new Set(calls.map((args) => args.find((arg) => arg.name === name)?.shown)).size > 1;
  const cells = calls.map((args) =>
    args
      .filter(({ name, nameSpan }) => !nameSpan || differs(name))
      .map(({ name, nameSpan, shown }) => (nameSpan ? `${name}: ${shown}` : shown))
      .join(", "),
  );
  const asWritten = uses.every((use, i) => calls[i]!.every(({ value }) => !isChanged(value, use, text)));
  return asWritten && new Set(cells).size < 2 ? cells.map(() => "") : cells;
}

/** What is written in the row, and what the format puts among it; not what it tells the operator besides. */
function argsOf(use: Use): readonly Arg[] {
  const { row } = use;
  const step = ownSteps(use).find(({ node }) => node.op === row.op);
  return step?.node.args.filter(({ name }) => name === undefined || !step.spelling?.implied.includes(name)) ?? [];
}

/** Another value than the written one; a word that stands for a value of the file is none. */
const isChanged = ({ note, span }: Value, { row }: Use, text: string): boolean =>
  note !== undefined && (span.from === row.opSpan.from || !/^[a-z_]\w*$/i.test(text.slice(span.from, span.to)));

/** As it is written, unless it counts otherwise. */
function shownOf({ value }: Arg, { model, row }: Use, text: string): string {
  const { span } = value;
  const isOwn = span.from !== row.opSpan.from && !value.note && isPlain(value);
  const shown = isOwn ? text.slice(span.from, span.to) : value.kind === "text" ? value.value : undefined;
  return (shown ?? showAs(value, model.graph.vocabulary.literals)).replaceAll("|", "\\|").replaceAll("`", "");
}

/** Written as it is understood. */
const isPlain = ({ kind }: Value): boolean => kind !== "formula" && kind !== "size" && kind !== "map";
