import type { ModelStatus, Totals } from "./protocol";

/** `255,632 params · 3.99 M MACs`. */
export const totalsText = ({ parameters, macs }: Totals): string => `${parameters} params · ${macs} MACs`;

export const totalsAt = (status: ModelStatus, scale: string | null): Totals | undefined =>
  status.totals.find((totals) => totals.scale === scale);

/** `CNN: 255,632 params · 3.99 M MACs · scale n`, as far as it is known. */
export function statusText(status: ModelStatus): string {
  const totals = totalsAt(status, status.scale);
  const scale = status.scale === null ? [] : [`scale ${status.scale}`];
  return `CNN: ${[totals ? totalsText(totals) : "totals not known", ...scale].join(" · ")}`;
}

/** `2 errors, 1 warning`; nothing where there are none. */
export function problemsText({ errors, warnings }: ModelStatus): string {
  return [count(errors, "error"), count(warnings, "warning")].filter(Boolean).join(", ");
}

const count = (n: number, word: string): string => (n === 0 ? "" : `${n} ${word}${n === 1 ? "" : "s"}`);
