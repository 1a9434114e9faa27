import type { Connection } from "vscode-languageserver";
import { noStatus, status } from "../features/status";
import type { Client } from "./client";
import type { Documents } from "./documents";
import type { Formatters } from "./formatting-answers";
import { reasonOf } from "./guard";
import type { Offers } from "./offers";
import { told } from "./told";

/** A document whose analysis takes longer than `slow` milliseconds waits for a pause in typing; others only gather what comes at once. */
const slow = 60;
const pause = { slow: 200, quick: 4 };

export interface AfterChange {
  changed(uri: string): void;
  closed(uri: string): void;
}

/** What the server tells without being asked: the status of each model, and diagnostics where the client does not ask for them. */
export function afterChange(
  connection: Connection,
  client: Client,
  documents: () => Documents,
  formatters: Formatters,
  offers: Pick<Offers, "seen" | "closed">,
): AfterChange {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const took = new Map<string, number>();
  /** Documents the client has heard something of. */
  const known = new Set<string>();

  const complain = (uri: string) => (error: unknown) =>
    connection.console.error(`nothing is told of ${uri}: ${reasonOf(error)}`);

  async function tell(uri: string): Promise<void> {
    const page = await documents().page(uri);
    if (!page) return;
    const { version, model, findings, settings } = page;
    took.set(uri, page.took);
    offers.seen(page);
    if (model?.formatted) formatters.found(uri);
    if (!findings && !known.has(uri)) return;
    if (findings) known.add(uri);
    else known.delete(uri);
    if (!client.pulls) {
      await connection.sendDiagnostics({ uri, version, diagnostics: told(page, client) });
    }
    if (findings && !model) return;
    await connection.sendNotification("convlint/status", {
      uri,
      version,
      took: page.took,
      predicts: page.predicts ?? false,
      settings: settings.configuration,
      ...(model ? status(model) : noStatus),
    });
  }

  return {
    changed(uri) {
      clearTimeout(timers.get(uri));
      const wait = (took.get(uri) ?? 0) > slow ? pause.slow : pause.quick;
      timers.set(
        uri,
        setTimeout(() => tell(uri).catch(complain(uri)), wait),
      );
    },
    closed(uri) {
      clearTimeout(timers.get(uri));
      formatters.closed(uri);
      offers.closed(uri);
      for (const map of [timers, took]) map.delete(uri);
      if (known.delete(uri) && !client.pulls) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(complain(uri));
    },
  };
}
