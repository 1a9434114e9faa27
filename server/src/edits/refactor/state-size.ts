import type { Model, Step } from "../../core/analysis";
import { shapeAt } from "../../core/analysis";
import { named, portsOf } from "../../core/axes";
import { lineBreakIn } from "../../core/lines";
import { say } from "../../core/message";
import type { Edit } from "../../core/problem";
import { type Entry, entriesOf } from "../../tree/tree";
import { editCall } from "../edit-call";
import { itemOf, stepsAt } from "../items";
import { key } from "../write";
import { isSameThroughout } from "./proof";
import type { Refactoring, Site } from "./refactoring";

/** A layer says what arrives, as PyTorch wants it to: the file becomes code more easily. Or it no longer says so. */
export function stateSize(site: Site): readonly Refactoring[] {
  const { sheet, first, last, model } = site;
  if (sheet.counts || first !== last) return [];
  const item = itemOf(sheet.rows[first]!.tree);
  const steps = stepsAt(model, item.at).filter(({ spelling }) => spelling);
  const states = steps[0]?.spelling?.states ?? {};
  const args = entriesOf(item.call?.value);
  const written = args.filter(({ key }) => Object.hasOwn(states, key));
  const lacking = Object.keys(states).filter((word) => !written.some(({ key }) => key === word));
  return [...(lacking.length ? [adding(lacking, steps, site)] : []), ...leavingOut(written, args, site)];
}

function adding(words: readonly string[], steps: readonly Step[], { sheet, first, model }: Site): Refactoring {
  const { text, json } = sheet;
  const { tree } = sheet.rows[first]!;
  const item = itemOf(tree);
  const about = { kind: "refactor.rewrite.in-features.add", holds: isSameThroughout };
  const sizes = words.map((word) => new Set(steps.map((step) => sizeFor(word, step, model))));
  const list = words.join(", ");
  const several = sizes.find((all) => all.size > 1);
  if (several)
    return {
      ...about,
      title: say`State ${list}`,
      edits: say`it is ${[...several].slice(0, 3).join(", ")} from one use of the block to the next`,
    };
  const values = sizes.map((all) => [...all][0]);
  if (values.some((value) => value === undefined))
    return { ...about, title: say`State ${list}`, edits: say`it is not known how many arrive` };
  const said = words.map((word, i) => ({ word, text: String(values[i]) }));
  const title = say`State ${said.map((one) => `${one.word}: ${one.text}`).join(", ")}`;
  const [before] = entriesOf(item.call?.value);
  const put = said.map((one) => `${key(one.word, json)}: ${one.text}`);
  const edits = before
    ? leading(before, put, item.call!, text)
    : editCall(tree, item.call, { op: item.op, args: said }, text, json);
  return { ...about, title, edits: edits ?? say`its arguments stand elsewhere` };
}

/** In front of the arguments that are there, between braces or on lines of their own. */
function leading({ keySpan }: Entry, put: readonly string[], { value }: Entry, text: string): readonly Edit[] {
  const at = keySpan.from - (/["']/.test(text[keySpan.from - 1] ?? "") ? 1 : 0);
  const indent = /[^\r\n]*$/.exec(text.slice(0, at))![0];
  const isFlow = value.kind === "map" && value.flow;
  const behind = isFlow ? ", " : `${lineBreakIn(text)}${indent}`;
  return [{ span: { from: at, to: at }, text: put.map((one) => one + behind).join("") }];
}

/** The size of the axis that a word states, in one call. */
function sizeFor(word: string, { node, spelling }: Step, model: Model): number | undefined {
  const [name, axis] = String(spelling!.states[word]).split(".") as [string, string];
  const ports = portsOf(spelling!.op.inputs);
  const at = ports.findIndex((port) => port.name === name);
  const edge = ports[at]?.many ? undefined : node.inputs[at];
  const shape = edge && shapeAt(model, edge);
  const tensor = shape && named(ports[at]!.axes, shape, model.graph.vocabulary.layout);
  const size = (tensor as { readonly [axis: string]: unknown } | undefined)?.[axis];
  return typeof size === "number" && Number.isInteger(size) ? size : undefined;
}

function leavingOut(written: readonly Entry[], args: readonly Entry[], { sheet, first }: Site): readonly Refactoring[] {
  if (!written.length) return [];
  const { tree } = sheet.rows[first]!;
  const { call, op } = itemOf(tree);
  const kept = args.filter((entry) => !written.includes(entry)).map((entry) => ({ word: entry.key, entry }));
  const edits = editCall(tree, call, { op, args: kept }, sheet.text, sheet.json);
  const words = written.map(({ key }) => key).join(", ");
  if (!edits) return [];
  return [
    {
      kind: "refactor.rewrite.in-features.remove",
      title: say`Leave out ${words}, which follows from what arrives`,
      edits,
      holds: isSameThroughout,
    },
  ];
}
