import { outputsOf, type Step } from "../core/analysis";
import { compare, isKnown, type Shape } from "../core/dim";
import type { Arg, Node } from "../core/graph";
import { say } from "../core/message";
import { type Problem, problem, type Report } from "../core/problem";
import { bool } from "../core/types";
import { numberOf, show, type Value } from "../core/value";
import type { Spelling } from "../core/vocabulary";

/** Infers another call in place of one. */
type Infer = (call: Node, report: Report) => Step;

/**
 * Arguments by position that are all one place off, since the channels of the input are written before them where
 * the format puts them in by itself, or are not where it does not. Said only where the row fits otherwise.
 */
export function slidArguments(
  node: Node,
  spelling: Spelling,
  [source]: readonly (Shape | undefined)[],
  found: readonly Problem[],
  infer: Infer,
): Problem | undefined {
  // What is refused nowhere is looked at only where its second argument can be nothing but a slip.
  if (!found.length && !isAbsurd(node, spelling)) return undefined;
  const word = Object.keys(spelling.states)[0];
  const [first] = positional(node, spelling);
  if (word === undefined || !first || found.some(({ id }) => id === "copies-fit-each-other")) return undefined;
  if (spelling.implied.includes(word)) {
    const told = numberOf(node.args.find(({ name }) => name === word)?.value);
    const says = told !== undefined && (numberOf(first.value) === told || first.value.written === told);
    if (!says || areChannels(spelling, 1)) return undefined;
    const twice = toldTwice(node, spelling, first.value, infer);
    return twice && !found.length ? { ...twice, severity: "warning" } : twice;
  }
  if (!found.length) return undefined;
  const size = source?.[1];
  if (typeof size !== "number" || !isKnown(size) || found.every(({ id }) => id === "stated-size")) return undefined;
  return untold(node, spelling, first.value, size, infer);
}

/** Nobody has a filter of so many pixels, or says yes by so many. */
const isAbsurd = ({ args }: Node, { order, parameters, params }: Spelling): boolean => {
  const second = args[1];
  if (!second || second.name !== order[1] || !isMany(second.value)) return false;
  const param = params[parameters.get(second.name ?? "") ?? ""];
  return param?.unit === "px" || param?.type === bool;
};

/** Channels are told from the sides of filters and the like by their size. */
const isMany = (value: Value): boolean => (value.written ?? numberOf(value) ?? 0) >= 16;

/** Where a module takes several numbers of channels, one of them in the place of another proves nothing. */
const areChannels = ({ order, params, parameters }: Spelling, at: number): boolean =>
  params[parameters.get(order[at] ?? "") ?? ""]?.unit === "channels";

/** What stands in the text, by its place in the list. */
const positional = ({ args }: Node, { order }: Spelling): readonly Arg[] =>
  args.filter(({ name, nameSpan }) => !nameSpan && (name === undefined || order.includes(name)));

/** The same call with other arguments by position. */
function calledWith(node: Node, spelling: Spelling, values: readonly Value[]): Node {
  const written = positional(node, spelling);
  const args = values.map((value, i): Arg => {
    const name = spelling.order[i];
    return { ...(name !== undefined && { name }), value };
  });
  return { ...node, args: [...args, ...node.args.filter((arg) => !written.includes(arg))] };
}

/** The call as it would be inferred, if nothing is wrong with it. */
function fitting(call: Node, infer: Infer): Step | undefined {
  let fits = true;
  const step = infer(call, () => {
    fits = false;
  });
  return fits ? step : undefined;
}

function toldTwice(node: Node, spelling: Spelling, first: Value, infer: Infer): Problem | undefined {
  const [, ...rest] = positional(node, spelling).map(({ value }) => value);
  const [next] = rest;
  if (!next || !isMany(next) || !fitting(calledWith(node, spelling, rest), infer)) return undefined;
  const { span } = first;
  return problem(
    "told-channels",
    span,
    say`the parser itself tells ${node.op} how many channels come in: without the first argument the row fits`,
    {
      title: say`Take out the first argument`,
      edits: [{ span: { from: span.from, to: next.span.from }, text: "" }],
      safe: false,
    },
  );
}

function untold(node: Node, spelling: Spelling, first: Value, size: number, infer: Infer): Problem | undefined {
  const written = positional(node, spelling).map(({ value }) => value);
  if (written[1] && isMany(written[1])) return undefined;
  const inserted: Value = { kind: "number", value: size, span: first.span };
  const step = fitting(calledWith(node, spelling, [inserted, ...written]), infer);
  if (!step) return undefined;
  const gives = outputsOf(step)?.[0]?.[1];
  const counted = node.counted;
  const told = say`the parser does not tell ${node.op} how many channels come in, so that ${show(first)} is read as that`;
  if (gives !== undefined && counted !== undefined && compare(gives, counted) === "no")
    return problem(
      "untold-channels",
      node.opSpan,
      say`${told}; it also counts ${counted} behind it, not ${gives}: use a module whose channels the parser counts`,
    );
  const { from } = first.span;
  return problem("untold-channels", node.opSpan, say`${told}: write ${size} before it`, {
    title: say`Write ${size} first`,
    edits: [{ span: { from, to: from }, text: `${size}, ` }],
    safe: false,
  });
}
