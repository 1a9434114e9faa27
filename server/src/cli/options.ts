import { type ParseArgsConfig, parseArgs } from "node:util";
import type { ReadOptions } from "../core/format";
import { nearest } from "../core/nearest";
import { UsageError } from "./usage";

type Declared = NonNullable<ParseArgsConfig["options"]>;

const text = { type: "string" } as const;
const many = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;

/** What every command that reads models takes. */
export const common = {
  format: text,
  config: text,
  input: many,
  scale: text,
  dialect: text,
  color: text,
  quiet: flag,
  help: flag,
} satisfies Declared;

export const checkOptions = {
  ...common,
  fix: flag,
  "unsafe-fixes": flag,
  diff: flag,
  rule: many,
  "max-warnings": text,
  statistics: flag,
  "stdin-path": text,
  "stdin-ndjson": flag,
} satisfies Declared;

export const summaryOptions = { ...common, "stdin-path": text, "stdin-ndjson": flag } satisfies Declared;
export const plainOptions = { format: text, color: text, quiet: flag, help: flag } satisfies Declared;

/** Reads the arguments of a command; a word that is none of its options is wrong use, and the nearest is named. */
export function read<const O extends Declared>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const [, unknown] = /'(-[^']*)'/.exec(error.message) ?? [];
    if (error.code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION" || unknown === undefined)
      throw new UsageError(lowerFirst(error.message.split(/[.\n]/)[0]!));
    const near = nearest(unknown.replace(/^-+/, ""), Object.keys(options));
    throw new UsageError(`there is no option ${unknown}${near ? `; did you mean --${near}?` : ""}`);
  }
}

const lowerFirst = (sentence: string): string => sentence.slice(0, 1).toLowerCase() + sentence.slice(1);

/** `3,640,640` for the only input, `left=3,64,64` for one by name. */
export function inputOf(given: readonly string[] | undefined): ReadOptions["input"] {
  if (!given?.length) return undefined;
  const named: { [name: string]: readonly number[] } = {};
  for (const one of given) {
    const [, name, sizes] = /^(?:([A-Za-z_]\w*)=)?(.*)$/s.exec(one)!;
    const shape = sizes!.split(",").map((size) => (size.trim() === "" ? Number.NaN : Number(size)));
    if (!shape.every((size) => Number.isSafeInteger(size) && size > 0))
      throw new UsageError(`--input takes whole numbers such as 3,640,640, not ${one}`);
    if (name === undefined && given.length > 1)
      throw new UsageError("--input takes name=C,H,W where there are several inputs");
    if (name === undefined) return shape;
    named[name] = shape;
  }
  return named;
}

export function oneOf<const C extends string>(
  option: string,
  value: string | undefined,
  choices: readonly C[],
): C | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} is one of ${choices.join(", ")}, not ${value}`);
}

/** `--color`, then NO_COLOR, then whether somebody looks. */
export function colorOf(value: string | undefined, isTerminal: boolean): boolean {
  const when = oneOf("color", value, ["auto", "always", "never"]) ?? "auto";
  return when === "always" || (when === "auto" && isTerminal && !process.env["NO_COLOR"]);
}
