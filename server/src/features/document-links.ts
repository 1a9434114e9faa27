import type { DocumentLink } from "vscode-languageserver-types";
import { render, say } from "../core/message";
import type { Span } from "../core/span";
import { known } from "../derive/known";
import { rangeOf, type Snapshot } from "./snapshot";
import { ownSteps, usesIn } from "./use";

/** Where pages are: that of an id of ours, nothing where there are none. */
export type PageOf = (id: string) => string | undefined;

/** From operators to what their framework says of them, and from ids in comments to their pages. */
export function documentLinks(snapshot: Snapshot, pageOf: PageOf): DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  const { lines, voice } = snapshot;
  const put = (span: Span, target: string, name: string): void => {
    const tooltip = render(say`Documentation of ${name}`, voice);
    links.set(span.from, { range: rangeOf(lines, span), target, tooltip });
  };
  for (const model of snapshot.analysis.models)
    for (const use of usesIn(model))
      for (const { node, spelling } of ownSteps(use))
        if (spelling?.op.source && node.opSpan.from === use.row.opSpan.from)
          put(use.row.opSpan, spelling.op.source, node.op);
  for (const { id, span } of idsIn(snapshot.text)) {
    const target = pageOf(id);
    if (target !== undefined) put(span, target, id);
  }
  return [...links.values()];
}

/** Ids in comments that silence something, up to what says why. */
function idsIn(text: string): readonly { readonly id: string; readonly span: Span }[] {
  const ids = new Set(known().ids);
  return [...text.matchAll(/#[ \t]*convlint-(?:disable|enable)[\w-]*[ \t]+([^\r\n]*)/g)].flatMap(
    ({ 0: all, 1: rest, index }) => {
      const start = index + all.length - rest!.length;
      return [...rest!.replace(/\s--\s.*/, "").matchAll(/[\w-]+/g)]
        .filter(([id]) => ids.has(id))
        .map(({ 0: id, index: at }) => ({ id, span: { from: start + at, to: start + at + id.length } }));
    },
  );
}
