import type { Arg, Node } from "../core/graph";
import { argumentMeant, type Meant, type MeantArgument, oneOf, operatorMeant } from "../core/meant";
import { type Message, say } from "../core/message";
import { didYouMean, nearest } from "../core/nearest";
import { changeTo, type Edit, type Fix, type Problem, problem } from "../core/problem";
import type { Span } from "../core/span";
import type { Spelling, Vocabulary } from "../core/vocabulary";

/** Says that a word names no operator, and which one is meant. `rank` is the number of axes of what it reads. */
export function unknownOperator(node: Node, vocabulary: Vocabulary, rank: number | undefined): Problem {
  const { op, opSpan } = node;
  const stranger = vocabulary.stranger?.(op);
  if (stranger) {
    const { severity, message, near, source } = stranger;
    const undeclared = source && { name: op, source, given: node.args.length };
    const found = problem("unknown-operator", opSpan, message, changeTo(near, opSpan));
    return { ...found, severity, ...(undeclared && { undeclared }) };
  }
  const gone = vocabulary.gone?.get(op);
  if (gone) return problem("unknown-operator", opSpan, gone);
  const meant = operatorMeant(op, vocabulary, rank);
  if (meant.applied) {
    const layer = layerThatApplies(vocabulary, meant.names[0]!);
    const message = say`no operator is called ${op}; ${vocabulary.title} has it as ${layer ?? say`an activation`}`;
    return problem("unknown-operator", opSpan, message, layer === undefined ? undefined : alone(node, layer));
  }
  return problem(
    "unknown-operator",
    opSpan,
    sentence(op, meant, vocabulary),
    ...imagesFirst(meant.names, node.op, vocabulary).map(fixes(node, vocabulary)),
  );
}

function sentence(op: string, { names, from }: Meant, { title }: Vocabulary): Message {
  if (names.length) return say`no operator is called ${op}; did you mean ${oneOf(names)}?`;
  return from
    ? say`no operator is called ${op} here: it is one of ${from.title}, and the file is for ${title}`
    : say`no operator is called ${op}`;
}

/** Where the number of axes is unknown, that of images is the best guess. */
function imagesFirst(names: readonly string[], op: string, vocabulary: Vocabulary): readonly string[] {
  if (names.length < 2) return names;
  const first = operatorMeant(op, vocabulary, imageRank).names;
  return [...new Set([...(first.length < names.length ? first : []), ...names])];
}

const imageRank = 4;

/** The same of a word that stands where an argument names what is applied to the result. */
export function unknownActivation({ op, opSpan }: Node, { activations }: Vocabulary): Problem {
  const near = nearest(op, activations?.keys() ?? []);
  return problem(
    "unknown-operator",
    opSpan,
    say`no activation is called ${op}${didYouMean(near)}`,
    changeTo(near, opSpan),
  );
}

/** `Activation: { activation: tanh }`, in the words of a framework that has a layer for it. */
function layerThatApplies({ spellings }: Vocabulary, activation: string): string | undefined {
  const found = [...spellings].find(([, { applies, order }]) => applies.length > 0 && applies[0] === order[0]);
  return found && `${found[0]}: { ${found[1].order[0]}: ${activation} }`;
}

/** Only a name that stands by itself can become a layer with an argument. */
const alone = ({ op, opSpan, span }: Node, layer: string): Fix | undefined =>
  span.from === opSpan.from && span.to === opSpan.to && span.to - span.from === op.length
    ? { title: say`Write ${layer}`, edits: [{ span, text: layer }], safe: false }
    : undefined;

/** A framework's name for an operator, and for the arguments that it calls otherwise. */
const fixes =
  ({ op, opSpan, args }: Node, vocabulary: Vocabulary) =>
  (name: string): Fix => {
    const spelling = vocabulary.spellings.get(name)!;
    const words = args.flatMap((arg): readonly Edit[] => {
      if (arg.name === undefined || !arg.nameSpan || takes(spelling, arg.name)) return [];
      const meant = argumentMeant(arg.name, name, spelling, vocabulary);
      return meant.name !== undefined && meant.there?.kind === "same"
        ? [{ span: bare(arg.nameSpan, arg.name), text: meant.name }]
        : [];
    });
    return { title: say`Change to ${name}`, edits: [{ span: bare(opSpan, op), text: name }, ...words], safe: false };
  };

/** Without quotes. */
const bare = ({ from, to }: Span, word: string): Span =>
  to - from === word.length + 2 ? { from: from + 1, to: to - 1 } : { from, to };

const takes = ({ parameters, states, ignores, applies }: Spelling, word: string): boolean =>
  parameters.has(word) || Object.hasOwn(states, word) || ignores.includes(word) || applies.includes(word);

/** Says that an operator has no argument of this name, and what it is called, if anything. */
export function unknownArgument(
  { op }: Node,
  { name = "", nameSpan, value }: Arg,
  meant: MeantArgument,
  { title }: Vocabulary,
): Problem {
  const has = say`${op} has no argument ${name}`;
  const { there } = meant;
  const words = (): Message => {
    if (there?.kind === "same") return say`${has}; ${title} calls it ${meant.name!}`;
    if (there?.kind === "like") return say`${has}; ${title} calls it ${meant.name!}, and counts otherwise`;
    if (there?.kind === "stated") return say`${has}: ${title} takes it from what arrives`;
    if (there?.kind === "other") return say`${has}: it is one of ${there.from.title}, and the file is for ${title}`;
    if (there?.kind === "applied") return say`${has}: in ${title} an activation is a layer of its own`;
    return say`${has}${didYouMean(meant.name)}`;
  };
  return problem(
    "unknown-argument",
    nameSpan ?? value.span,
    words(),
    there?.kind === "like" ? undefined : changeTo(meant.name, nameSpan),
  );
}
