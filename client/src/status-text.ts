import type { Known, Totals } from "./protocol";
import type { Telling } from "./told";

/** `255,632 params · 3.99 M MACs`. */
export const totalsText = ({ parameters, macs }: Pick<Totals, "parameters" | "macs">, l10n: Telling): string =>
  l10n.t("{0} params · {1} MACs", parameters, macs);

export const totalsAt = (status: Known, scale: string | null): Totals | undefined =>
  status.totals.find((totals) => totals.scale === scale);

/** `scale n`; models of a program are called by their names alone. */
const whichText = ({ scale, isProgram }: Known, l10n: Telling): string =>
  scale === null ? "" : isProgram ? scale : l10n.t("scale {0}", scale);

/** `CNN: 255,632 params · 3.99 M MACs · scale n`, as far as it is known. */
export function statusText(status: Known, l10n: Telling): string {
  const totals = totalsAt(status, status.scale);
  if (!totals) return l10n.t("CNN: nothing to count yet");
  const text = totalsText(totals, l10n);
  return l10n.t("CNN: {0}", [text, whichText(status, l10n)].filter(Boolean).join(" · "));
}

/** The same for a screen reader, which reads signs aloud or not at all. */
export function statusAloud(status: Known, l10n: Telling): string {
  const totals = totalsAt(status, status.scale);
  const counted = totals
    ? l10n.t("{0} parameters, {1} multiply-accumulates", totals.parameters, totals.macs)
    : l10n.t("nothing to count yet");
  const parts = [l10n.t("Convolutional network"), counted, whichText(status, l10n), problemsText(status, l10n)];
  return parts.filter(Boolean).join(", ");
}

/** `2 errors, 1 warning`; nothing where there are none. */
export function problemsText({ errors, warnings }: Pick<Known, "errors" | "warnings">, l10n: Telling): string {
  const parts = [
    errors === 1 ? l10n.t("1 error") : errors > 1 ? l10n.t("{0} errors", errors) : "",
    warnings === 1 ? l10n.t("1 warning") : warnings > 1 ? l10n.t("{0} warnings", warnings) : "",
  ].filter(Boolean);
  return parts.length === 2 ? l10n.t("{0}, {1}", parts[0]!, parts[1]!) : (parts[0] ?? "");
}

/** What a look at all models of a folder has found. */
export function checkedText(models: number, found: Pick<Known, "errors" | "warnings">, l10n: Telling): string {
  const problems = problemsText(found, l10n) || l10n.t("no errors, no warnings");
  return models === 1
    ? l10n.t("1 model checked: {0}.", problems)
    : l10n.t("{0} models checked: {1}.", models, problems);
}
