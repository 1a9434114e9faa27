import type { Range, TextEdit } from "vscode-languageserver-types";
import { applied } from "../core/edit";
import { empty, type Message, say } from "../core/message";
import type { Name } from "../core/name";
import type { Edit } from "../core/problem";
import { nameAt, sameAs } from "./names";
import { rangeOf, type Snapshot } from "./snapshot";

/** What would be called otherwise, and how it is called now; nothing where no name stands that can be changed. */
export function prepareRename(
  snapshot: Snapshot,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const name = nameAt(snapshot, offset);
  return name && !name.fixed ? { range: rangeOf(snapshot.lines, name.span), placeholder: name.name } : undefined;
}

/** Another name everywhere, or why that cannot be: a model is the same afterwards, but for the name. */
export function rename(snapshot: Snapshot, offset: number, to: string): readonly TextEdit[] | Message {
  const name = nameAt(snapshot, offset);
  if (!name) return say`no name stands here that can be changed`;
  if (name.name === to) return [];
  const refusal = refusalOf(snapshot, name, to);
  if (refusal) return refusal;
  const edits = sameAs(snapshot, name).map(({ span }): Edit => ({ span, text: to }));
  const unlike = snapshot.unlike?.(applied(snapshot.text, edits));
  return unlike ?? edits.map(({ span, text }) => ({ range: rangeOf(snapshot.lines, span), newText: text }));
}

function refusalOf(snapshot: Snapshot, name: Name, to: string): Message | undefined {
  if (name.fixed) return say`${name.name} is a word of the format, and keeps its name`;
  if (to === "") return say`a name has at least one letter`;
  if (!/^[A-Za-z_]\w*$/.test(to))
    return say`${to} is no name: a name has letters, digits and _, and begins with no digit`;
  if (/^(?:true|false|null|and|or|not)$/i.test(to)) return say`${to} is a word with a meaning of its own, and no name`;
  const other = snapshot.names?.().find((one) => one.scope === name.scope && one.name === to && one.of !== name.of);
  if (other) return takenBy(other.kind, to);
  const [model] = snapshot.analysis.models;
  if (name.kind === "block" && model?.graph.vocabulary.spellings.has(to))
    return say`${to} is an operator, and a block needs a name of its own`;
  return undefined;
}

function takenBy(kind: Name["kind"], to: string): Message {
  switch (kind) {
    case "layer":
      return say`another layer is called ${to}`;
    case "input":
      return say`an input is called ${to}`;
    case "block":
      return say`another block is called ${to}`;
    case "parameter":
      return say`another parameter is called ${to}`;
    case "scale":
      return say`another scale is called ${to}`;
    default:
      return empty;
  }
}
