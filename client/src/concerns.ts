import { type TextDocument, type Uri, workspace } from "vscode";
import { mayConcernUs } from "./recognise";

/** Whether a text is worth a server, and nobody has said that it is none of its business. */
export const concernsUs = (uri: Uri, languageId: string, text: () => string): boolean =>
  mayConcernUs(uri.path, languageId, text) && (languageId !== "python" || readsPython(uri));

/** The same of a document that is open. */
export const isOurs = (document: TextDocument): boolean =>
  concernsUs(document.uri, document.languageId, () => document.getText());

/** By this setting files of Python are read. */
export const PYTHON = "convlint.python.enabled";

const readsPython = (uri: Uri): boolean => workspace.getConfiguration(undefined, uri).get(PYTHON, true);
