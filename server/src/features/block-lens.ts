import type { CodeLens, Command } from "vscode-languageserver-types";
import type { Model } from "../core/analysis";
import type { Dim } from "../core/dim";
import { type Message, render, say } from "../core/message";
import { grouped } from "./figures";
import { positionAt, type Snapshot } from "./snapshot";
import { figuresOf, usesIn } from "./use";

/** Above each block how often it is called, and what parameters a call has. */
export function blockLenses(snapshot: Snapshot, model: Model, click: Omit<Command, "title">): CodeLens[] {
  const blocks = snapshot.names?.().filter(({ kind, whole }) => kind === "block" && whole) ?? [];
  const { lines, voice } = snapshot;
  return blocks.map(({ name, span }) => {
    const calls = usesIn(model).filter(({ row }) => row.op === name);
    const known = calls.map((use) => figuresOf(use)?.parameters);
    const start = positionAt(lines, lines.starts[lines.at(span.from).line]!);
    return { range: { start, end: start }, command: { ...click, title: render(said(known), voice) } };
  });
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
