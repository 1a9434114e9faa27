import { readFileSync } from "node:fs";

export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

export const snippets: readonly Snippet[] = Object.values(
  JSON.parse(readFileSync("syntaxes/convlint.snippets.json", "utf8")) as {
    readonly [title: string]: Omit<Snippet, "body"> & { readonly body: string | readonly string[] };
  },
).map(({ body, ...rest }) => ({ ...rest, body: [body].flat().join("\n") }));

const choice = /\$\{(\d+)\|([^|]*)\|\}/g;

/** What the editor inserts when nobody types over the placeholders: one text for each choice that is offered. */
export function inserted(body: string): readonly string[] {
  const most = Math.max(1, ...[...body.matchAll(choice)].map(([, , words]) => words!.split(",").length));
  return Array.from({ length: most }, (_, i) => fill(body, i));
}

function fill(body: string, nth: number): string {
  const values = new Map<string, string>();
  const keep = (stop: string, value: string) => (values.set(stop, value), `\${${stop}}`);
  return body
    .replace(choice, (_, stop, words: string) => keep(stop, words.split(",").at(nth) ?? words.split(",")[0]!))
    .replace(/\$\{(\d+):([^}]*)\}/g, (_, stop, value) => keep(stop, value))
    .replace(/\\\$|\$(\d+)|\$\{(\d+)\}/g, (whole, bare, braced) =>
      whole === "\\$" ? "$" : (values.get(bare ?? braced) ?? ""),
    );
}
