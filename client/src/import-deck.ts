import { type LogOutputChannel, l10n, type Uri, window, workspace } from "vscode";
import { IMPORT, type Imported } from "./protocol";
import type { Session } from "./session";
import { openUntitled } from "./untitled";

/** Far more than anybody learns. */
const most = 8_000_000;

/** Reads a file of another program as a deck, which is opened and not saved: whoever wants to keep it, does. */
export async function importDeck(session: Session, log: LogOutputChannel, given?: unknown): Promise<void> {
  const file = isUri(given) ? given : await chosen();
  if (!file) return;
  const name = /([^/\\]*?)(\.\w+)?$/.exec(file.path)![1] || "deck";
  const bytes = await workspace.fs.readFile(file);
  if (bytes.length > most) return void window.showWarningMessage(l10n.t("{0} is too large for a deck.", file.path));
  const found = await session.run<Imported>(IMPORT, { text: new TextDecoder().decode(bytes), name });
  for (const { line, message } of found.problems) log.warn(`${file.path}:${line}: ${message}`);
  if (found.cards) await openUntitled(name, ".cards.yaml", found.text);
  // Nobody waits until a message is put away.
  tell(found, name, log).catch((error) => log.error(String(error)));
}

async function tell({ cards, problems }: Imported, name: string, log: LogOutputChannel): Promise<void> {
  const [first] = problems;
  const why = first ? l10n.t("line {0}: {1}", first.line, first.message) : "";
  if (!first) {
    if (!cards) void window.showWarningMessage(l10n.t("There is no card in {0}.", name));
    return;
  }
  const text = cards
    ? l10n.t("Read with {0} remarks; {1}", problems.length, why)
    : l10n.t("There is no card in {0}; {1}", name, why);
  const all = l10n.t("Show All");
  if ((await window.showWarningMessage(text, ...(problems.length > 1 ? [all] : []))) === all) log.show();
}

async function chosen(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t("Import a deck"),
      openLabel: l10n.t("Import"),
      filters: { [l10n.t("Text of Anki, or a table")]: ["txt", "csv", "tsv"] },
    })) ?? [];
  return file;
}

const isUri = (given: unknown): given is Uri =>
  typeof given === "object" && given !== null && "scheme" in given && "path" in given;
