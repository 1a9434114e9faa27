import { argOf, type Model, type Step, shapeAt } from "../../core/analysis";
import { orderOf, portsOf } from "../../core/axes";
import { add, compare, mul, type Shape, showDim } from "../../core/dim";
import { type Message, say } from "../../core/message";
import type { ParamType } from "../../core/param";
import type { Edit } from "../../core/problem";
import { setArgument } from "../../core/set-argument";
import { wordFor } from "../../core/vocabulary";
import { entriesOf } from "../../tree/tree";
import { editCall } from "../edit-call";
import { equal } from "../equal";
import { itemOf, stepsAt } from "../items";
import { plainValue } from "../shown";
import { figuresOf } from "./proof";
import type { Refactoring, Site } from "./refactoring";

/** A window gets as much of a border as it takes for the image to keep its size. */
export function padding(site: Site): readonly Refactoring[] {
  const { sheet, first, last, model } = site;
  if (sheet.counts || first !== last) return [];
  const { at } = itemOf(sheet.rows[first]!.tree);
  const steps = stepsAt(model, at).filter(({ spelling }) => spelling);
  const sides = steps.map((step) => sidesOf(step, model));
  const [one] = sides;
  const param = steps[0]?.spelling?.params["padding"];
  if (!one || !param || sides.some((each) => !each)) return [];
  if (sides.every((each) => each!.every(([before, after]) => compare(before!, after!) === "yes"))) return [];
  const about = { kind: "refactor.rewrite.padding", unsure: true, holds: holds(at) } as const;
  const said = wanted(one, steps[0]!, param.type).flatMap((value): Refactoring[] => {
    const edits = written(value, steps[0]!, site);
    const title = say`Set ${wordFor(steps[0]!.spelling!, "padding")} to ${value}, which keeps ${sizesOf(one)}`;
    return edits ? [{ ...about, title, edits }] : [];
  });
  const cannot = stays(one, steps[0]!);
  return cannot ? [{ ...about, title: say`Keep the size by padding`, edits: cannot }] : said;
}

type Side = readonly [before: Shape[number], after: Shape[number]];

/** Each side of the image before and after; nothing where it is none, or a size is not known. */
function sidesOf({ node, spelling, outcome }: Step, model: Model): readonly Side[] | undefined {
  const [port] = portsOf(spelling?.op.inputs ?? {});
  const before = node.inputs[0] && shapeAt(model, node.inputs[0]);
  const after = outcome?.outputs[0];
  if (!port || !before || !after || before.length !== after.length) return undefined;
  const names = orderOf(port.axes, model.graph.vocabulary.layout);
  if (!names.includes("C") || names.length !== before.length) return undefined;
  return names.flatMap((name, i): Side[] => (name === "N" || name === "C" ? [] : [[before[i]!, after[i]!]]));
}

const sizesOf = (sides: readonly Side[]): string => sides.map(([before]) => showDim(before)).join("×");

/** Steps make the image smaller by half or more, and no border makes up for that. */
function stays(sides: readonly Side[], { args, spelling }: Step): Message | undefined {
  const steps = listOf(args?.["stride"]);
  const at = steps.findIndex((step) => step > 1);
  const [before, after] = sides[Math.min(at, sides.length - 1)] ?? [];
  if (before === undefined || after === undefined) return undefined;
  const word = wordFor(spelling!, "stride");
  return say`${word}: ${steps[at]!} makes ${before} into ${after}, and padding does not make up for that`;
}

const listOf = (value: unknown): readonly number[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "number");

/** Half of what is lost on every side more than now; or the word for that, where the framework has one. */
function wanted(sides: readonly Side[], { args }: Step, type: ParamType<any>): readonly string[] {
  const reads = (value: unknown): boolean => {
    const reading = type.read(plainValue(value));
    return typeof reading === "object" && "ok" in reading;
  };
  const now = listOf(args?.["padding"]);
  const sizes = sides.map(([before, after], i) => {
    const lost = add(before, mul(after, -1));
    return (now[i] ?? now[0] ?? Number.NaN) + (typeof lost === "number" ? lost / 2 : Number.NaN);
  });
  const isHalf = sizes.every((each) => Number.isInteger(each) && each >= 0);
  const numbers = sizes.every((each) => each === sizes[0]) ? sizes[0]! : sizes;
  if (isHalf && reads(numbers)) return [Array.isArray(numbers) ? `[${numbers.join(", ")}]` : String(numbers)];
  return reads("same") ? ["same"] : [];
}

function written(value: string, step: Step, { sheet, first }: Site): readonly Edit[] | undefined {
  const { text, json } = sheet;
  const { tree } = sheet.rows[first]!;
  const arg = argOf(step, "padding");
  const put = json && /[a-z]/.test(value) ? JSON.stringify(value) : value;
  if (arg && (arg.value.span.from < tree.span.from || arg.value.span.to > tree.span.to)) return undefined;
  if (arg && text.slice(arg.value.span.from, arg.value.span.to).includes("$")) return undefined;
  const item = itemOf(tree);
  const set = setArgument(step, "padding", put);
  if (set) return set.edits;
  return entriesOf(item.call?.value).length
    ? undefined
    : editCall(tree, item.call, { op: item.op, args: [{ word: "padding", text: put }] }, text, json);
}

/** This layer keeps the size at no other cost, and all before it is what it was. */
const holds =
  (at: number) =>
  (before: Model, after: Model): boolean => {
    const first = before.steps.findIndex(({ node }) => node.row && node.opSpan.from === at);
    return (
      before.steps.length === after.steps.length &&
      before.steps.every((step, i) => {
        const now = after.steps[i]!;
        if (i < first) return figuresOf(step) === figuresOf(now);
        if (step.node.opSpan.from !== at) return step.node.op === now.node.op;
        const sides = sidesOf(now, after);
        const isSame = step.outcome?.counts && equal(step.outcome.counts, now.outcome?.counts);
        return !!isSame && !!sides?.every(([was, is]) => compare(was!, is!) === "yes");
      })
    );
  };
