import { pathOf } from "./uri";

/** What another extension of the same editor may give for every file of a language, so that this server need not. */
const leavable = ["syntax", "outline", "folding", "formatting", "keys"] as const;
export type Leave = (typeof leavable)[number];

/** Whether something about a document is left to others. */
export type Leaves = (uri: string, what: Leave) => boolean;

/** Reads `{ yaml: [...], json: [...] }`, as the client says it; who says nothing has no other extension. */
export function leavesOf(said: unknown): Leaves {
  const { yaml, json } = Object(said);
  const [ofYaml, ofJson] = [setOf(yaml), setOf(json)];
  return (uri, what) => (isJson(uri) ? ofJson : ofYaml).has(what);
}

export const isJson = (uri: string): boolean => /\.jsonc?$/i.test(pathOf(uri));

const setOf = (list: unknown): ReadonlySet<Leave> =>
  new Set(leavable.filter((what) => Array.isArray(list) && list.includes(what)));
