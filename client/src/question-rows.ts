import { l10n, type QuickPickItem, QuickPickItemKind } from "vscode";
import { wrap } from "./wrap";

/** An entry of a quick pick is one line that does not wrap. */
const WIDTH = 80;

export const line = (label = ""): QuickPickItem => ({ label, kind: QuickPickItemKind.Separator });

/** A text under a title; nothing where there is none. */
export const told = (title: string, text: string | undefined): readonly QuickPickItem[] =>
  text ? [line(title), ...rowsOf(text)] : [];

export const rowsOf = (text: string): readonly QuickPickItem[] =>
  wrap(text, WIDTH).map((label) => ({ label, alwaysShow: true }));

export const asked = (text: string): readonly QuickPickItem[] => told(l10n.t("question"), text);

export const row = <T>(icon: string, label: string, does: T, description = "") => ({
  label: `$(${icon}) ${label}`,
  ...(description && { description }),
  alwaysShow: true,
  does,
});
