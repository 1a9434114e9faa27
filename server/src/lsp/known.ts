import { topics } from "../derive/topic";
import { formats } from "../formats/index";
import type { Known } from "../settings/read-settings";

/** What can be named in a configuration file. */
export const known = (): Known => ({ ids: [...topics.keys()], dialects: formats.map(({ id }) => id) });
