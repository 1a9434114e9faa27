import type { Edge } from "../../core/graph";
import { listed, type Message, say } from "../../core/message";
import { problem, type Report } from "../../core/problem";
import type { Value } from "../../core/value";
import type { Item } from "./item";
import { listOf } from "./reached";

/** Inputs of a block that one call gives nothing for, and how that is told once a layer that is there reads one of them. */
export interface Lacking {
  readonly names: readonly string[];
  tell(): void;
}

/** Nothing where every input is given. What no layer reads in a call, such as a shortcut that is left out, need not be. */
export function lackingIn(
  { op, opSpan }: Item,
  names: readonly string[],
  inputs: readonly Edge[],
  isCopy: boolean,
  report: Report,
): Lacking | undefined {
  if (inputs.length >= names.length) return undefined;
  const isTold = inputs.some(({ node }) => node === undefined);
  return {
    names: names.slice(inputs.length),
    tell: () => isTold || report(problem("wrong-arity", opSpan, messageOf(op, names, inputs.length, isCopy))),
  };
}

function messageOf(op: string, names: readonly string[], given: number, isCopy: boolean): Message {
  const needs = say`reads ${names.length} layers, as ${listed(names.map((name) => say`${name}`))}`;
  return isCopy
    ? say`each copy of ${op} ${needs}, but the copy before it gives ${given}`
    : say`${op} ${needs}, but it is given ${given}`;
}

/** Where a layer, or what a block gives, is one of those. */
export function tellLacking(from: Value | undefined, lacking: Lacking | undefined): void {
  if (!lacking || !from) return;
  const isOne = (one: Value): boolean => one.kind === "text" && lacking.names.includes(one.value.split(".")[0]!);
  if (listOf(from).some(isOne)) lacking.tell();
}
