import {
  type CompletionItem,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  extensions,
  type Hover,
  type InlayHint,
  languages,
  type MarkdownString,
  Position,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { Api } from "../../../client/src/activate";

export async function api(): Promise<Api> {
  const extension = extensions.getExtension<Api>("convlint.convlint");
  if (!extension) throw new Error("the extension convlint.convlint is not installed");
  return extension.activate();
}

/** Whether something has woken the extension; nothing here has asked for it. */
export const isAwake = (): boolean => extensions.getExtension("convlint.convlint")?.isActive === true;

/** The YAML extension has an outline, folds and a formatter of its own, beside which ours would be the second. */
export const isBesideYaml = (): boolean => extensions.getExtension("redhat.vscode-yaml") !== undefined;

/**
 * An unsaved document, which both extension hosts can open, in an editor of its own. Nothing is ever closed: the next
 * document would get the same address while the language client still forgets the one before.
 */
export async function open(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: "yaml", content });
  await window.showTextDocument(document);
  return document;
}

/** Where a word starts the first time, or `ahead` characters behind that. */
export function at(document: TextDocument, word: string, ahead = 0): Position {
  const offset = document.getText().indexOf(word);
  if (offset < 0) throw new Error(`${word} is not in the document`);
  return document.positionAt(offset + ahead);
}

export const lineEnd = (document: TextDocument, position: Position): Position =>
  new Position(position.line, document.lineAt(position.line).text.length);

/** The built-in command that asks every provider of one kind. What the editor calls off, as it does with much while a document opens, is asked again. */
export async function ask<T>(kind: string, ...args: readonly unknown[]): Promise<T> {
  for (let left = 5; ; left--)
    try {
      return await commands.executeCommand<T>(`vscode.execute${kind}Provider`, ...args);
    } catch (error) {
      if (!left || (error as Error).name !== "Canceled") throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

/** Waits for a state instead of sleeping: much of the editor works in the background. */
export async function until<T>(get: () => T | Thenable<T>, good: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await get();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)} after 20 s`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`got ${found}, expected ${wanted}`);
}

export function contains(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`${JSON.stringify(part)} is not in ${JSON.stringify(text)}`);
}

export function lacks(text: string, part: string): void {
  if (text.includes(part)) throw new Error(`${JSON.stringify(part)} is in ${JSON.stringify(text)}`);
}

/** Does something while a setting of ours is another one. */
export async function withSetting(key: string, value: unknown, work: () => Promise<unknown>): Promise<void> {
  const set = (to: unknown) => workspace.getConfiguration("convlint").update(key, to, ConfigurationTarget.Global);
  await set(value);
  try {
    await work();
  } finally {
    await set(undefined);
  }
}

export const textAt = (document: TextDocument, range: Range): string => document.getText(range);

/** What all hovers over a word say. */
export async function hoverText(document: TextDocument, word: string): Promise<string> {
  const hovers = await ask<Hover[]>("Hover", document.uri, at(document, word, 1));
  return hovers.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join("\n");
}

/** What is told of a model, once it is known. */
export async function statusOf({ uri }: TextDocument) {
  const { statusOf } = await api();
  const status = await until(
    () => statusOf(uri),
    (found) => found !== undefined,
  );
  return status!;
}

export const problemsOf = ({ uri }: { readonly uri: Uri }): readonly Diagnostic[] => languages.getDiagnostics(uri);

/** Advice about the rest of the model may stand behind an error that goes. */
export const errorsOf = (document: { readonly uri: Uri }): readonly Diagnostic[] =>
  problemsOf(document).filter(({ severity }) => severity === DiagnosticSeverity.Error);

export const hintsOf = (document: TextDocument): Thenable<InlayHint[]> =>
  ask<InlayHint[]>("InlayHint", document.uri, new Range(0, 0, document.lineCount, 0));

/** What a hint shows, whether it comes in parts or not. */
export const hintText = ({ label }: InlayHint): string =>
  typeof label === "string" ? label : label.map(({ value }) => value).join("");

export const completionName = ({ label }: CompletionItem): string => (typeof label === "string" ? label : label.label);
