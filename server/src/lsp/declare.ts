import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { linesOf } from "../core/lines";
import type { Edit } from "../core/problem";
import type { Undeclared } from "../core/python-class";
import { rangeOf } from "../features/snapshot";
import { declare } from "../modules/declaration";
import { names, type ReadText, settingsAbove } from "../settings/find";
import type { Client } from "./client";
import { known } from "./known";
import { pathOf } from "./uri";

/** For a document, how a module is declared that it uses. */
export type Declarer = (uri: string) => (undeclared: Undeclared) => WorkspaceEdit | undefined;

/** Writes into the nearest configuration file; without one, into a new one at the root of the workspace. */
export const declarer =
  ({ creates, folders }: Client, read: ReadText): Declarer =>
  (uri) =>
  (undeclared) => {
    const nearest = settingsAbove(pathOf(uri), read, known()).at(-1);
    if (nearest) {
      const edit = declare(nearest.text, undeclared);
      return edit && { changes: { [uriIn(uri, nearest.path)]: [written(nearest.text, edit)] } };
    }
    const edit = declare("", undeclared);
    if (!edit || !creates) return undefined;
    const target = uriIn(uri, `${rootOf(pathOf(uri), folders)}/${names[0]}`);
    return {
      documentChanges: [
        { kind: "create", uri: target, options: { ignoreIfExists: true } },
        { textDocument: { uri: target, version: null }, edits: [written("", edit)] },
      ],
    };
  };

const written = (text: string, { span, text: newText }: Edit): TextEdit => ({
  range: rangeOf(linesOf(text), span),
  newText,
});

/** The innermost folder of the workspace that a file lies in; else its own. */
function rootOf(path: string, folders: readonly string[]): string {
  const around = folders.filter((folder) => path.startsWith(`${folder}/`));
  return around.reduce((a, b) => (b.length > a.length ? b : a), around[0] ?? path.slice(0, path.lastIndexOf("/")));
}

/** The URI of a file above another, with the escapes that the client uses. */
function uriIn(uri: string, path: string): string {
  const folders = path.split("/").slice(0, -1);
  return [...uri.split("/").slice(0, folders.length), path.slice(path.lastIndexOf("/") + 1)].join("/");
}
