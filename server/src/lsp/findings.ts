import { linesOf } from "../core/lines";
import type { Findings } from "../features/diagnostics";
import { settingsAt } from "../settings/find";
import { known } from "./known";

/** What is wrong in a configuration file. */
export const findingsOf = (path: string, text: string): Findings => ({
  text,
  lines: linesOf(text),
  problems: settingsAt(path, text, known()).problems,
});
