import type { Declared, DeclaredModules } from "../../core/declared";
import type { Arg } from "../../core/graph";
import { copies } from "./arithmetic";
import type { Channels, Context, Dialect } from "./dialect";

/** A dialect whose parser knows some modules more, or otherwise than the library does. */
export function withModules(dialect: Dialect, modules: DeclaredModules | undefined): Dialect {
  if (!modules?.size) return dialect;
  const declared = [...modules.values()];
  const by = <T>(of: (one: Declared) => T) => Object.fromEntries(declared.map((one) => [one.name, of(one)]));
  const others = (names: ReadonlySet<string>) => [...names].filter((name) => !modules.has(name));
  return {
    ...dialect,
    vocabulary: {
      ...dialect.vocabulary,
      spellings: new Map([
        ...dialect.vocabulary.spellings,
        ...declared.map((one) => [one.name, one.spelling] as const),
      ]),
    },
    scaled: new Set(others(dialect.scaled)),
    repeated: new Set([...others(dialect.repeated), ...declared.filter((one) => one.repeats).map(({ name }) => name)]),
    edits: { ...dialect.edits, ...by(scaling) },
    channels: { ...dialect.channels, ...by(counting) },
    uncounted: new Set(declared.filter((one) => one.edit).map(({ name }) => name)),
    handed: dialect.handed.map((one) => ({ ...one, to: new Set(others(one.to)) })),
  };
}

const scaling =
  ({ scaled, open, edit, repeats }: Declared): Dialect["edits"][string] =>
  (args, { widen, inputs, row, scale }) =>
    edit?.(args, widen, repeats || copies(row.repeats, scale.depth) === 1 ? undefined : inputs.map(single)) ??
    args
      .filter(({ name }) => name !== undefined || !open)
      .map((arg) => (arg.name !== undefined && scaled.includes(arg.name) ? widen(arg) : arg));

/** What is counted of a row that gives one image. */
const single = (channels: Channels): number | undefined => (typeof channels === "number" ? channels : undefined);

const counting =
  ({ counted }: Declared) =>
  ({ inputs: [first] }: Context, args: readonly Arg[]): Channels =>
    counted(typeof first === "number" ? first : undefined, args);
