import type { Severity } from "../core/problem";

export const levels: { readonly [S in Severity]: string } = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};
