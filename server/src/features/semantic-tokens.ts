import type { SemanticTokens } from "vscode-languageserver-types";
import type { Arg } from "../core/graph";
import type { Lines } from "../core/lines";
import type { Span } from "../core/span";
import type { Value } from "../core/value";
import { parametersIn } from "./parameters";
import { activeModel, type Snapshot } from "./snapshot";
import { ownSteps, type Use, usesIn } from "./use";

const types = ["class", "variable", "property", "parameter", "number"] as const;
type Type = (typeof types)[number];

export const legend = { tokenTypes: [...types], tokenModifiers: ["declaration", "modification"] };

interface Token {
  readonly span: Span;
  readonly type: Type;
  readonly declares?: true;
  /** What is written is not what counts. */
  readonly changed?: true;
}

/** Operators, names, references, arguments and numbers that the model's size changes, in whatever order a format writes them. */
export function semanticTokens(snapshot: Snapshot, within?: Span): SemanticTokens {
  const model = activeModel(snapshot);
  const tokens = new Map<number, Token>();
  for (const use of model ? usesIn(model) : [])
    for (const token of tokensOf(use, snapshot)) if (!tokens.has(token.span.from)) tokens.set(token.span.from, token);
  const wanted = [...tokens.values()]
    .filter(({ span }) => span.to > span.from && (!within || (span.from < within.to && within.from < span.to)))
    .sort((a, b) => a.span.from - b.span.from);
  return { data: encode(wanted, snapshot.lines) };
}

function tokensOf(use: Use, { text }: Snapshot): readonly Token[] {
  const { op, opSpan, nameSpan, inputs, times } = use.row;
  return [
    ...(op ? [token(opSpan, text[opSpan.from] === "$" ? "parameter" : "class")] : []),
    ...(nameSpan ? [{ ...token(nameSpan, "variable"), declares: true as const }] : []),
    ...inputs.flatMap(({ span }) => (span ? [token(span, "variable")] : [])),
    ...(times ? changedToken(times, text) : []),
    ...ownSteps(use).flatMap(({ node }) => node.args.flatMap((arg) => argumentTokens(arg, text))),
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

const token = (span: Span, type: Type): Token => ({ span, type });

/** Each token by its distance from the one before, as the protocol wants them. */
function encode(tokens: readonly Token[], lines: Lines): number[] {
  let [lastLine, lastColumn] = [0, 0];
  return tokens.flatMap(({ span, type, declares, changed }) => {
    const { line, column } = lines.at(span.from);
    const distance = [line - lastLine, line === lastLine ? column - lastColumn : column];
    [lastLine, lastColumn] = [line, column];
    return [...distance, span.to - span.from, types.indexOf(type), (declares ? 1 : 0) + (changed ? 2 : 0)];
  });
}
