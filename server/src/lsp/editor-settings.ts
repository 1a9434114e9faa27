import type { Connection } from "vscode-languageserver";
import type { Display } from "../core/display";
import type { Options } from "../service";
import { displayOf } from "../settings/display";
import { type RulesSaid, rulesOf } from "../settings/read-rules";
import { fromPlain } from "../tree/plain";
import { entryOf } from "../tree/tree";
import { known } from "./known";

/** What the editor's own settings say of one document. */
export interface EditorSettings {
  readonly options: Options;
  readonly display: Display;
}

/** A client that says it answers and does not must not keep a person waiting for diagnostics. */
const patience = 1_500;

/** Asks the client; where it cannot or does not answer, defaults hold. */
export async function askEditor({ workspace, console }: Connection, scopeUri: string): Promise<EditorSettings> {
  try {
    return settingsOf(await inTime(workspace.getConfiguration({ scopeUri, section: "convlint" })));
  } catch (error) {
    console.error(`the settings of ${scopeUri} are unknown, so defaults hold: ${error}`);
    return settingsOf(undefined);
  }
}

export function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patience} ms`)), patience);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

type Given = { readonly [key: string]: unknown };

/** Whatever an editor sends; what is not of the right kind is as if it were not there. */
export function settingsOf(given: unknown): EditorSettings {
  const { rules, dialect, input, python } = mapOf(given);
  const shape = inputOf(input);
  const said = rulesIn(rules);
  return {
    options: {
      severities: said.rules,
      ...(Object.keys(said.ruleOptions).length && { ruleOptions: said.ruleOptions }),
      ...(typeof dialect === "string" && dialect && { dialect }),
      ...(shape && { input: shape }),
      ...(mapOf(python)["enabled"] === false && { python: false }),
    },
    display: displayOf(given),
  };
}

const mapOf = (value: unknown): Given => (typeof value === "object" && value !== null ? (value as Given) : {});

/** In the form that they have in a configuration file. */
function rulesIn(rules: unknown): RulesSaid {
  const { root } = fromPlain({ rules: mapOf(rules) });
  return rulesOf(entryOf(root, "rules"), { known: known(), text: "", report: () => {}, said: () => {} });
}

/** `3,640,640`, or the same as a list. */
function inputOf(value: unknown): readonly number[] | undefined {
  const sizes: readonly unknown[] =
    typeof value === "string" && value.trim() ? value.split(",").map(Number) : Array.isArray(value) ? value : [];
  const sound = sizes.length > 0 && sizes.every((size) => Number.isInteger(size) && Number(size) > 0);
  return sound ? (sizes as readonly number[]) : undefined;
}
