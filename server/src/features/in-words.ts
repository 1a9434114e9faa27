import type { Vocabulary } from "../core/vocabulary";

/** True, false and null as files of a framework write them; any other text as it is. */
export const inWords = (text: string, { literals }: Vocabulary): string =>
  text === "true" || text === "false" || text === "null" ? (literals?.[text] ?? text) : text;
