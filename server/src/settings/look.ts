import type { Look } from "../core/mend";
import { settingsAt } from "./find";
import type { Known } from "./read-settings";

/** How versions of one configuration file are judged while it is mended. */
export const lookAtSettings =
  (path: string, known: Known): Look =>
  (text) => ({ format: "settings", problems: settingsAt(path, text, known).problems, unknown: 0 });
