import { severities } from "../../core/severity";
import type { CommandPage } from "../commands";
import type { Option, Values } from "../option";

export type Pages = readonly (readonly [name: string, page: CommandPage])[];

/** What ConvLint knows of each kind of name. */
export interface Words {
  readonly rule: readonly string[];
  readonly dialect: readonly string[];
  readonly id: readonly string[];
}

/** Words for which a value may be changed, as in `--rule ID=off`. */
export const rulesCanBe: readonly string[] = [...severities, "off"];

/** The words that a value can be; nothing where it is a file, or whatever somebody likes. */
export function choicesOf(values: Values | undefined, words: Words): readonly string[] | undefined {
  if (values === undefined || values === "file" || values === "folder" || values === "model") return undefined;
  return typeof values === "string" ? words[values] : values;
}

export const isPath = (values: Values | undefined): boolean =>
  values === "file" || values === "folder" || values === "model";

export const optionsOf = ({ options }: CommandPage): readonly (readonly [name: string, option: Option])[] =>
  Object.entries(options);

/** As one word for any shell that knows single quotes; what ends one is put between two. */
export const quoted = (text: string, quote = "'\\''"): string => `'${text.replaceAll("'", quote)}'`;
