import type { Arg, Node } from "../core/graph";
import { argumentMeant } from "../core/meant";
import { say } from "../core/message";
import { fillIn, isRequired, type Param, withArticle } from "../core/param";
import { problem, type Report } from "../core/problem";
import { parameterOf, type Spelling, type Vocabulary, wordFor } from "../core/vocabulary";
import { asPython } from "./python-value";
import { tooMany } from "./too-many";
import { unknownArgument } from "./unknown-word";

export type Bound = { readonly [name: string]: unknown };

/** Reads written arguments as the parameters of an operator, or reports why that cannot be done. */
export function bind(
  spelling: Spelling,
  node: Node,
  written: readonly Arg[],
  vocabulary: Vocabulary,
  report: Report,
): Bound | undefined {
  const surplus = written.filter(({ name }) => name === undefined);
  if (surplus.length) {
    report(tooMany(node, spelling, written, surplus));
    return undefined;
  }
  const { byParam, meant } = byParameter(spelling, node, written, vocabulary, report);
  const args: { [name: string]: unknown } = {};
  let complete = true;
  for (const name in spelling.params) {
    const param: Param<unknown> = spelling.params[name]!;
    const arg = byParam.get(name);
    if (!arg || (arg.value.kind === "null" && param.type.optional)) {
      if (!isRequired(param)) continue;
      complete = false;
      if (meant.has(wordFor(spelling, name))) continue;
      report(
        problem("missing-argument", node.opSpan, say`${node.op} needs ${wordFor(spelling, name)}: ${param.type.label}`),
      );
      continue;
    }
    const reading = param.type.read(vocabulary.python ? asPython(arg.value, param.type) : arg.value);
    if (reading !== "unknown" && "ok" in reading) {
      args[name] = reading.ok;
      continue;
    }
    complete = false;
    if (reading === "unknown") continue;
    const { span, expected, found } = reading.mismatch;
    const { note } = arg.value;
    const how = note && span === arg.value.span ? say` (${note})` : say``;
    const message = say`${wordFor(spelling, name)} is ${withArticle(expected)}, not ${found}${how}`;
    report(problem("wrong-argument", span, message));
  }
  return complete ? fillIn(spelling.params, args) : undefined;
}

const none: ReadonlySet<string> = new Set();

interface Sorted {
  readonly byParam: ReadonlyMap<string, Arg>;
  /** Words that somebody misspelt, so that they are not missing as well. */
  readonly meant: ReadonlySet<string>;
}

function byParameter(
  spelling: Spelling,
  node: Node,
  args: readonly Arg[],
  vocabulary: Vocabulary,
  report: Report,
): Sorted {
  const byParam = new Map<string, Arg>();
  let meant = none;
  for (const arg of args) {
    const { name, nameSpan } = arg;
    // What the format fills in has no name in the text; nobody else may give it.
    const allowed = name !== undefined && !(nameSpan && spelling.implied.includes(name));
    const param = allowed ? parameterOf(spelling, name) : undefined;
    if (param !== undefined) byParam.set(param, arg);
    else if (!allowed || !isPassedOver(spelling, name)) {
      if (name === undefined) continue;
      const word = argumentMeant(name, node.op, spelling, vocabulary);
      if (word.name !== undefined) meant = new Set([...meant, word.name]);
      report(unknownArgument(node, arg, word, vocabulary));
    }
  }
  return { byParam, meant };
}

const isPassedOver = ({ states, ignores, applies }: Spelling, name: string): boolean =>
  name in states || ignores.includes(name) || applies.includes(name);
