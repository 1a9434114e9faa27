import * as vscode from "vscode";
import type { Api } from "../../../client/src/activate";

/** Waits for a state instead of sleeping: much of the editor works in the background. */
export async function until<T>(what: string, get: () => T | PromiseLike<T>, good: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await get();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value)} after 20 s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export function equal(actual: unknown, expected: unknown): void {
  const [got, want] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== want) throw new Error(`got ${got}, expected ${want}`);
}

export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`${JSON.stringify(text)} does not contain ${JSON.stringify(part)}`);
}

/** An unsaved document, which both extension hosts can open. */
export const open = async (content: string, language = "yaml"): Promise<vscode.TextDocument> => {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
};

export const problemsOf = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "convlint");

export const codeOf = ({ code }: vscode.Diagnostic): string | number | undefined =>
  typeof code === "object" ? code.value : code;

/** The place of a word in a document. */
export function placeOf(document: vscode.TextDocument, word: string): vscode.Position {
  const at = document.getText().indexOf(word);
  if (at < 0) throw new Error(`${word} is not in the document`);
  return document.positionAt(at + 1);
}

export const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>("convlint.convlint");
  if (!extension) throw new Error("the extension is not installed");
  return extension.activate();
}
