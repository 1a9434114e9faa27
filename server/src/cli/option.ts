import type { ParseArgsConfig } from "node:util";

type ParseArgsOption = NonNullable<ParseArgsConfig["options"]>[string];

/** What is to be typed behind an option, where that is no free text: fixed words, files, or names that ConvLint knows. */
export type Values = readonly string[] | "file" | "folder" | "dialect" | "rule" | "id" | "model";

/** Under which heading of the help of a command an option stands. */
export type Group = "Cards" | "Answers" | "Models" | "Output" | "Problems" | "Fixes" | "Input" | "General";

/** An option of a command. Parsing, help and completion read it from here. */
export interface Option extends ParseArgsOption {
  readonly doc: string;
  readonly group: Group;
  /** What stands for its value in the help, such as FILE. */
  readonly value?: string;
  readonly values?: Values;
}

export type Options = { readonly [name: string]: Option };

/** An option that is there or not. */
export const flag = (group: Group, doc: string) => ({ type: "boolean", group, doc }) as const;

/** An option with a value. */
export const text = (group: Group, value: string, doc: string, values?: Values) =>
  ({ type: "string", group, value, doc, ...(values && { values }) }) as const;

/** An option with a value that may be given again and again. */
export const many = (group: Group, value: string, doc: string, values?: Values) =>
  ({ ...text(group, value, doc, values), multiple: true }) as const;

/** `--format`, whose first word holds where none is given, unless `doc` says otherwise. */
export const format = (formats: readonly string[], doc = `${formats[0]} where nothing is said`) =>
  text("Output", "F", `one of ${formats.join(", ")}; ${doc}`, formats);
