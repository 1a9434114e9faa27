import type { CodeLens, Command } from "vscode-languageserver-types";
import type { Model } from "../core/analysis";
import type { Dim } from "../core/dim";
import { type Message, render, say } from "../core/message";
import { resolvedClassLens } from "./class-lens";
import { grouped } from "./figures";
import { activeModel, positionAt, type Snapshot } from "./snapshot";
import { figuresOf, usesIn } from "./use";

type Click = Omit<Command, "title">;

/** Above each block how often it is called, and what parameters a call has; only its name where that is worked out later. */
export function blockLenses(snapshot: Snapshot, model: Model, click: Click, later: boolean): CodeLens[] {
  const blocks = snapshot.names?.().filter(({ kind, whole }) => kind === "block" && whole) ?? [];
  const { lines } = snapshot;
  return blocks.map(({ name, span }) => {
    const start = positionAt(lines, lines.starts[lines.at(span.from).line]!);
    const lens = { range: { start, end: start } };
    return later ? { ...lens, data: { block: name } } : { ...lens, command: about(snapshot, model, name, click) };
  });
}

/** A lens with what it says of its block in the model that is looked at now. */
export function resolvedLens(snapshot: Snapshot, lens: CodeLens, click: Click): CodeLens {
  const ofClass = resolvedClassLens(snapshot, lens, click);
  if (ofClass) return ofClass;
  const model = activeModel(snapshot);
  const { block } = Object(lens.data) as { readonly block?: unknown };
  return model && typeof block === "string" ? { ...lens, command: about(snapshot, model, block, click) } : lens;
}

function about({ voice }: Snapshot, model: Model, block: string, click: Click): Command {
  const calls = usesIn(model).filter(({ row }) => row.op === block);
  return { ...click, title: render(said(calls.map((use) => figuresOf(use)?.parameters)), voice) };
}

/** What is not known of some call is said of none. */
function said(all: readonly (Dim | undefined)[]): Message {
  const [one] = all;
  if (!all.length) return say`not called`;
  const calls = all.length === 1 ? say`1 call` : say`${all.length} calls`;
  if (one === undefined || all.some((other) => other === undefined)) return calls;
  const shown = new Set(all.map((dim) => grouped(dim!)));
  if (shown.size === 1)
    return all.length === 1
      ? say`${calls} · ${grouped(one)} parameters`
      : say`${calls} · ${grouped(one)} parameters each`;
  const numbers = all.filter((dim) => typeof dim === "number");
  if (numbers.length < all.length) return calls;
  return say`${calls} · ${grouped(Math.min(...numbers))} to ${grouped(Math.max(...numbers))} parameters each`;
}
