import { say } from "../../core/message";
import { freeName, withSibling } from "../../formats/native/naming";
import { referencesIn } from "../rows/sheet";
import { isSameThroughout } from "./proof";
import type { Refactoring, Site } from "./refactoring";

/** A layer has a name from now on, and whoever counted back to it says that instead. */
export function nameLayer({ sheet, first, last }: Site): readonly Refactoring[] {
  const row = sheet.rows[first]!;
  if (sheet.counts || first !== last || !/^[$]?[A-Za-z]\w*$/.test(row.op)) return [];
  const { text, json } = sheet;
  const taken = new Set(text.match(/[A-Za-z_]\w*/g));
  const name = row.name ?? freeName(row.op.replace("$", ""), new Set([...taken, "input"]));
  const readers = referencesIn(sheet).filter(({ ref }) => ref.target === first && ref.written === "relative");
  const naming = row.name === undefined ? withSibling(row.tree, "name", name, text) : undefined;
  if (row.name === undefined ? !naming : !readers.length) return [];
  const word = json || naming?.text.includes('"') ? JSON.stringify(name) : name;
  const reads = readers.map(({ ref: { span } }) => ({ span, text: word }));
  return [
    {
      kind: "refactor.rewrite.name",
      title: !naming
        ? say`Read ${name} by its name`
        : reads.length
          ? say`Name this layer ${name}, and read it by that`
          : say`Name this layer ${name}`,
      edits: naming ? [naming, ...reads] : reads,
      holds: isSameThroughout,
    },
  ];
}
