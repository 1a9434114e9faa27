import type { InlayHint, Range } from "vscode-languageserver-types";
import { isKnown } from "../core/dim";
import type { Lines } from "../core/lines";
import type { Span } from "../core/span";
import { grouped, showImages } from "./figures";
import { activeModel, positionAt, type Snapshot, spanOf } from "./snapshot";
import { figuresOf, isLeftOut, outputsOf, type Use, usesIn, whereOf } from "./use";

/** What each row of the model that is looked at hands on, and how many parameters it has, behind the row. */
export function inlayHints(snapshot: Snapshot, range: Range): InlayHint[] {
  const { lines, text } = snapshot;
  const model = activeModel(snapshot);
  const wanted = spanOf(lines, range);
  const written = new Map<number, Use[]>();
  for (const use of model ? usesIn(model) : []) {
    const end = endOf(use.row.span, use.row.opSpan, text, lines);
    if (end < wanted.from || end > wanted.to) continue;
    const same = written.get(end);
    if (same) same.push(use);
    else written.set(end, [use]);
  }
  return [...written].flatMap(([end, uses]): InlayHint[] => {
    const label = labelOf(uses);
    if (label === undefined) return [];
    const tooltip = uses.length > 1 ? tooltipOf(uses) : undefined;
    return [{ position: positionAt(lines, end), label, paddingLeft: true, ...(tooltip && { tooltip }) }];
  });
}

/** A row that goes on below its first line has its hint where its operator is, not behind its last argument. */
function endOf({ to }: Span, opSpan: Span, text: string, { at, starts }: Lines): number {
  const { line } = at(opSpan.from);
  const next = starts[line + 1] ?? text.length + 1;
  if (to < next) return opSpan.from + text.slice(opSpan.from, to).trimEnd().length;
  return opSpan.from + text.slice(opSpan.from, next).replace(/(\s#.*)?\s*$/, "").length;
}

function labelOf(uses: readonly Use[]): string | undefined {
  const all = uses.map(fact);
  const known = all.find((one) => one && !one.leftOut) ?? all.find((one) => one !== undefined);
  if (!known) return undefined;
  if (all.every((one) => one?.whole === known.whole)) return known.whole;
  return `${known.shape} … (${uses.length}×)`;
}

interface Fact {
  readonly shape: string;
  readonly whole: string;
  readonly leftOut?: true;
}

function fact(use: Use): Fact | undefined {
  if (isLeftOut(use)) return { shape: "left out", whole: "left out", leftOut: true };
  const outputs = outputsOf(use);
  if (!outputs.length || outputs.some((shape) => !shape)) return undefined;
  const shape = `→ ${showImages(outputs)}`;
  const parameters = figuresOf(use)?.parameters ?? 0;
  const some = parameters !== 0 && isKnown(parameters);
  return { shape, whole: some ? `${shape} · ${grouped(parameters)}` : shape };
}

const tooltipOf = (uses: readonly Use[]): string => {
  const lines = uses.slice(0, 8).map((use) => `${whereOf(use)}: ${fact(use)?.whole ?? "unknown"}`);
  return [...lines, ...(uses.length > 8 ? ["…"] : [])].join("\n");
};
