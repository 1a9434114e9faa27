import { once } from "../core/once";
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

/** What can be named in settings and options. Ids are gathered from every operator, so only when somebody names one. */
export const known = once(
  (): Known => ({
    get ids() {
      return ids();
    },
    dialects: formats.map(({ id }) => id),
    rules,
    version: VERSION,
  }),
);

const ids = once(() => [...topics().keys()]);
