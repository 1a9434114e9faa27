import type { Snapshot } from "./snapshot";
import { status } from "./status";

/** The totals of a model as Markdown. */
export function summary(snapshot: Snapshot, uri: string): string {
  const { totals } = status(snapshot);
  const lines = totals.map(
    ({ scale, parameters, macs }) => `- ${scale === null ? "" : `${scale}: `}${parameters} parameters · ${macs} MACs`,
  );
  return [`# ${uri.slice(uri.lastIndexOf("/") + 1)}`, lines.join("\n")].join("\n\n") + "\n";
}
