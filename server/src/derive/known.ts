import type { Rule } from "../core/rule";
import { formats } from "../formats/index";
import { rules } from "../rules/index";
import { topics } from "./topic";

/** Put in by the build, from package.json. */
declare const VERSION: string;

interface Known {
  readonly ids: readonly string[];
  readonly dialects: readonly string[];
  readonly rules: readonly Rule[];
  readonly version: string;
}

/** What can be named in settings and options. */
export const known = (): Known => ({
  ids: [...topics.keys()],
  dialects: formats.map(({ id }) => id),
  rules,
  version: VERSION,
});
