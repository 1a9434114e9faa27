import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { IGrammar, StateStack } from "vscode-textmate";

// Both are bundles whose names Node cannot see from an import.
const require = createRequire(resolve("package.json"));
const { createOnigScanner, createOnigString, loadWASM }: typeof import("vscode-oniguruma") =
  require("vscode-oniguruma");
const { INITIAL, parseRawGrammar, Registry }: typeof import("vscode-textmate") = require("vscode-textmate");

/** A piece of a line and its scopes, outermost first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface Grammars {
  /** YAML as the editor colours it. */
  readonly plain: IGrammar;
  /** The same with what this extension adds. */
  readonly ours: IGrammar;
  /** Before the first line. */
  readonly initial: StateStack;
}

const injected = "convlint.injection";
const injection = `syntaxes/${injected}.tmLanguage.json`;

/** VS Code's own YAML grammar, of the build in which the extension is tested. */
export async function grammars(): Promise<Grammars> {
  const { ensureEditor } = await import(pathToFileURL(resolve("tests/editor/ensure-editor.mjs")).href);
  const folder = join((await ensureEditor()).dir, "extensions/yaml/syntaxes");
  for (const borrowed of lost(folder)) throw new Error(`${injection} includes ${borrowed}, which is not there`);
  await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
  return { plain: await load(folder, []), ours: await load(folder, [injected]), initial: INITIAL };
}

async function load(folder: string, injections: string[]): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = scope === injected ? injection : join(folder, fileOf(scope));
      return parseRawGrammar(readFileSync(file, "utf8"), file);
    },
    getInjections: (scope) => (scope === "source.yaml" ? injections : undefined),
  });
  return (await registry.loadGrammar("source.yaml"))!;
}

/** `source.yaml.1.2` → `yaml-1.2.tmLanguage.json` */
const fileOf = (scope: string): string => `${scope.replace("source.", "").replace(".", "-")}.tmLanguage.json`;

/** What the injection takes from YAML and YAML does not have; the editor would leave it out in silence. */
const lost = (folder: string): readonly string[] =>
  [...readFileSync(injection, "utf8").matchAll(/"(source\.[\w.]+)#([\w-]+)"/g)].flatMap(([, scope, part]) => {
    const { repository } = JSON.parse(readFileSync(join(folder, fileOf(scope!)), "utf8"));
    return part! in repository ? [] : [`${scope}#${part}`];
  });

/** One line after another; what a line leaves open belongs to the next. */
export function tokensOf(grammar: IGrammar, text: string): readonly (readonly Token[])[] {
  let state = INITIAL;
  return text.split("\n").map((line) => {
    const { tokens, next } = tokensOfLine(grammar, line, state);
    state = next;
    return tokens;
  });
}

export function tokensOfLine(
  grammar: IGrammar,
  line: string,
  state: StateStack,
): { readonly tokens: readonly Token[]; readonly next: StateStack } {
  const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
  return {
    tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes })),
    next: ruleStack,
  };
}

const isOurs = (scope: string): boolean => scope.endsWith(".convlint");

/** The scope by which this extension colours a piece; scopes that only say where one is colour nothing. */
export const colourOf = ({ scopes }: Token): string | undefined =>
  scopes.filter((scope) => isOurs(scope) && !scope.startsWith("meta.")).at(-1);

/** What YAML says of every character of a line, but nothing of those that this extension colours. */
export const yamlScopes = (line: readonly Token[], coloured: ReadonlySet<number>): readonly string[] =>
  charactersOf(line).map((token, column) =>
    coloured.has(column) ? "" : token.scopes.filter((scope) => !isOurs(scope)).join(" "),
  );

export const colouredColumns = (line: readonly Token[]): ReadonlySet<number> =>
  new Set(charactersOf(line).flatMap((token, column) => (colourOf(token) ? [column] : [])));

export const charactersOf = (line: readonly Token[]): readonly Token[] =>
  line.flatMap((token) => token.text.split("").map(() => token));
