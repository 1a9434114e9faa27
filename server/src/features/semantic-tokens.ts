import type { SemanticTokens } from "vscode-languageserver-types";
import type { Arg } from "../core/graph";
import type { Lines } from "../core/lines";
import type { Name } from "../core/name";
import type { Span } from "../core/span";
import type { Value } from "../core/value";
import { parametersIn } from "./parameters";
import { activeModel, type Snapshot } from "./snapshot";
import { isCall, ownSteps, type Use, usesIn } from "./use";

/** Clients remember them by their places, so that new ones come last. */
const types = ["class", "variable", "property", "parameter", "number", "function"] as const;
type Type = (typeof types)[number];
const modifiers = ["declaration", "modification", "unused"] as const;

export const legend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

interface Token {
  readonly span: Span;
  readonly type: Type;
  readonly declares?: true;
  /** What is written is not what counts. */
  readonly changed?: true;
  /** It changes nothing, or nothing here. */
  readonly unused?: true;
}

/** Operators, names, references, arguments and numbers that the model's size changes, in whatever order a format writes them. */
export function semanticTokens(snapshot: Snapshot, within?: Span): SemanticTokens {
  if (snapshot.isProgram) return { data: [] };
  const model = activeModel(snapshot);
  const tokens = new Map<number, Token>();
  for (const use of model ? usesIn(model) : [])
    for (const token of tokensOf(use, snapshot)) if (!tokens.has(token.span.from)) tokens.set(token.span.from, token);
  for (const token of namesIn(snapshot)) if (!tokens.has(token.span.from)) tokens.set(token.span.from, token);
  const idle = snapshot.analysis.problems.filter((problem) => problem.idle).map(({ span }) => span);
  const wanted = [...tokens.values()]
    .filter(({ span }) => span.to > span.from && (!within || (span.from < within.to && within.from < span.to)))
    .map((one) => (idle.some(({ from, to }) => from <= one.span.from && one.span.to <= to) ? unused(one) : one))
    .sort((a, b) => a.span.from - b.span.from)
    // Quotes around a word belong to it in one list and not in the other.
    .filter(({ span }, i, all) => !i || all[i - 1]!.span.to <= span.from);
  return { data: encode(wanted, snapshot.lines) };
}

function tokensOf(use: Use, { text }: Snapshot): readonly Token[] {
  const { op, opSpan, nameSpan, inputs, times } = use.row;
  return [
    ...(op ? [token(opSpan, text[opSpan.from] === "$" ? "parameter" : isCall(use.row) ? "function" : "class")] : []),
    ...(nameSpan ? [{ ...token(nameSpan, "variable"), declares: true as const }] : []),
    ...inputs.flatMap(({ span }) => (span ? [token(span, "variable")] : [])),
    ...(times ? changedToken(times, text) : []),
    ...ownSteps(use).flatMap(({ node, spelling }) =>
      node.args.flatMap((arg) => {
        const all = argumentTokens(arg, text);
        return arg.name !== undefined && spelling?.ignores.includes(arg.name) ? all.map(unused) : all;
      }),
    ),
  ];
}

const argumentTokens = ({ nameSpan, value }: Arg, text: string): readonly Token[] => [
  ...(nameSpan ? [token(nameSpan, "property")] : []),
  ...parametersIn(text, value.span).map((span) => token(span, "parameter")),
  ...changedToken(value, text),
];

/** A number that counts otherwise, or a word that stands for one. */
function changedToken({ span, note, kind }: Value, text: string): readonly Token[] {
  if (!note || kind === "text") return [];
  const written = text.slice(span.from, span.to);
  if (/^[\d._]+$/.test(written)) return [{ ...token(span, "number"), changed: true }];
  return /^[a-z_]\w*$/i.test(written) ? [token(span, "parameter")] : [];
}

/** Names that stand in no row: those of blocks and their parameters, and what outputs are made of. */
const namesIn = ({ names }: Snapshot): readonly Token[] =>
  (names?.() ?? []).flatMap(({ kind, span, whole, fixed }) => {
    const type = nameTypes[kind];
    if (!type || fixed) return [];
    return [{ ...token(span, type), ...(whole && { declares: true as const }) }];
  });

const nameTypes: { readonly [kind in Name["kind"]]?: Type } = {
  layer: "variable",
  block: "function",
  parameter: "parameter",
  input: "variable",
};

const unused = (one: Token): Token => ({ ...one, unused: true });

const token = (span: Span, type: Type): Token => ({ span, type });

/** Each token by its distance from the one before, as the protocol wants them. */
function encode(tokens: readonly Token[], lines: Lines): number[] {
  let [lastLine, lastColumn] = [0, 0];
  return tokens.flatMap(({ span, type, declares, changed, unused }) => {
    const { line, column } = lines.at(span.from);
    const distance = [line - lastLine, line === lastLine ? column - lastColumn : column];
    [lastLine, lastColumn] = [line, column];
    const marks = (declares ? 1 : 0) + (changed ? 2 : 0) + (unused ? 4 : 0);
    return [...distance, span.to - span.from, types.indexOf(type), marks];
  });
}
