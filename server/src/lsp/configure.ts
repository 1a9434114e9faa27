import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { linesOf } from "../core/lines";
import type { Edit } from "../core/problem";
import type { Undeclared } from "../core/python-class";
import { rangeOf } from "../features/snapshot";
import { declare } from "../modules/declaration";
import { type Disk, type FoundSettings, names, settingsAbove, settingsAt } from "../settings/find";
import { resolve } from "../settings/resolve";
import { switchOff } from "../settings/switch-off";
import type { Client } from "./client";
import { known } from "./known";
import { pathOf, uriIn } from "./uri";

/** What can be said of a document in its configuration, as an edit of that; nothing where it cannot be said. */
export interface Configurer {
  declare(undeclared: Undeclared): WorkspaceEdit | undefined;
  switchOff(id: string): WorkspaceEdit | undefined;
}

/** Writes into the nearest configuration file; without one, into a new one at the root of the workspace. */
export const configurer =
  ({ creates, folders }: Client, disk: Disk) =>
  (uri: string): Configurer => {
    const path = pathOf(uri);
    // Of several problems at one place each asks what is configured there.
    let above: readonly FoundSettings[] | undefined;
    const write = (
      change: (text: string) => Edit | undefined,
      holds: Holds = () => true,
    ): WorkspaceEdit | undefined => {
      const root = path.includes("/") ? rootOf(path, folders) : undefined;
      if (root === undefined) return undefined;
      const files = (above ??= settingsAbove(path, disk, known()));
      // What lies above the workspace is about other things too.
      const isInside = folders.some((folder) => isBelow(path, folder));
      const nearest = files.filter((file) => !isInside || isBelow(file.path, root)).at(-1);
      const text = nearest?.text ?? "";
      const file = nearest?.path ?? `${root}/${names[0]}`;
      const edit = nearest || creates ? change(text) : undefined;
      if (!edit || !holds(path, [...files.filter((one) => one !== nearest), after(file, text, edit)])) return undefined;
      const edits = [written(text, edit)];
      const target = uriIn(uri, file);
      if (nearest) return { changes: { [target]: edits } };
      return {
        documentChanges: [
          { kind: "create", uri: target, options: { ignoreIfExists: true } },
          { textDocument: { uri: target, version: null }, edits },
        ],
      };
    };
    return {
      declare: (undeclared) => write((text) => declare(text, undeclared)),
      switchOff: (id) =>
        write(
          (text) => switchOff(text, id),
          (where, all) => resolve(all, where).rules[id] === "off",
        ),
    };
  };

/** Whether what was written counts for a file, and nothing in the same file stands above it. */
type Holds = (path: string, files: readonly FoundSettings[]) => boolean;

const after = (path: string, text: string, { span, text: put }: Edit): FoundSettings =>
  settingsAt(path, text.slice(0, span.from) + put + text.slice(span.to), known());

const written = (text: string, { span, text: newText }: Edit): TextEdit => ({
  range: rangeOf(linesOf(text), span),
  newText,
});

const isBelow = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** The innermost folder of the workspace that a file lies in; else its own. */
function rootOf(path: string, folders: readonly string[]): string {
  const around = folders.filter((folder) => isBelow(path, folder));
  return around.reduce((a, b) => (b.length > a.length ? b : a), around[0] ?? path.slice(0, path.lastIndexOf("/")));
}
