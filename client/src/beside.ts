import { type Disposable, extensions } from "vscode";

type Leave = "syntax" | "outline" | "folding" | "formatting" | "keys";

/** What the server leaves to other extensions, by the language of the file. */
export interface Leaves {
  readonly yaml: readonly Leave[];
  readonly json: readonly Leave[];
}

const ofYaml: readonly Leave[] = ["syntax", "outline", "folding", "formatting", "keys"];
/** It is part of the editor; of keys it knows only those of files that have a schema. */
const ofJson: readonly Leave[] = ["syntax", "outline", "folding", "formatting"];

const isThere = (id: string): boolean => extensions.getExtension(id) !== undefined;

/** What the extensions of this window give, so that nothing is shown twice. */
export const leaves = (): Leaves => ({
  yaml: isThere("redhat.vscode-yaml") ? ofYaml : [],
  json: isThere("vscode.json-language-features") ? ofJson : [],
});

/** Calls `changed` when an extension has come or gone beside which more, or less, has to be left out. */
export function whenOthersChange(changed: () => void): Disposable {
  const now = () => JSON.stringify(leaves());
  let before = now();
  return extensions.onDidChange(() => {
    const after = now();
    if (after === before) return;
    before = after;
    changed();
  });
}
