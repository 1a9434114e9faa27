/** `error`: the framework raises. `warning`: it runs, but the result is wrong or useless. */
export type Severity = "error" | "warning" | "information" | "hint";
export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** What the configuration says of problems, by id. */
export type Severities = { readonly [id: string]: Severity | "off" };
