import type { DocumentLink } from "vscode-languageserver-types";
import { render, say } from "../core/message";
import type { Span } from "../core/span";
import { opCalled } from "../derive/frameworks";
import { known } from "../derive/known";
import { rangeOf, type Snapshot } from "./snapshot";
import { ownSteps, usesIn } from "./use";

/** Where pages are; nothing where there are none. */
export interface Pages {
  /** That of something that is reported. */
  rule(id: string): string | undefined;
  /** That of an operator, by its own name; without it there is what its framework says. */
  operator(name: string): string | undefined;
}

/** From operators and from ids in comments to their pages. */
export function documentLinks(snapshot: Snapshot, pages: Pages): DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  const { lines, voice } = snapshot;
  const put = (span: Span, target: string, name: string): void => {
    const tooltip = render(say`Documentation of ${name}`, voice);
    links.set(span.from, { range: rangeOf(lines, span), target, tooltip });
  };
  for (const model of snapshot.isProgram ? [] : snapshot.analysis.models)
    for (const use of usesIn(model))
      for (const { node, spelling } of ownSteps(use)) {
        if (!spelling || node.opSpan.from !== use.row.opSpan.from) continue;
        const { op } = spelling;
        // A module that somebody declares has no page, though it may have the name of one that does.
        const target = (opCalled(op.name) === op ? pages.operator(op.name) : undefined) ?? op.source;
        if (target) put(use.row.opSpan, target, node.op);
      }
  for (const { id, span } of idsIn(snapshot.text)) {
    const target = pages.rule(id);
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
