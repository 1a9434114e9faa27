import type { Arg } from "../../core/graph";
import { didYouMean, nearest } from "../../core/nearest";
import { error, type Report } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { type Entry, entries, get, items, spanOf, textOf, valueOf, type Yaml } from "../yaml-tree";

/** One entry of `layers:` as written. */
export interface Item {
  readonly span: Span;
  readonly op: string;
  readonly opSpan: Span;
  readonly args: readonly Arg[];
  readonly name?: Named;
  readonly from?: Value;
  readonly repeat?: Value;
  readonly when?: Value;
}

interface Named {
  readonly text: string;
  readonly span: Span;
}

const siblings = ["name", "from", "repeat", "when"];

/** The layers of the model, or of a block. */
export interface Body {
  readonly items: readonly Item[];
  readonly outputs?: Value;
}

/** Read once, however often a block is called. */
export function readBody(node: Yaml | null | undefined, report: Report): Body {
  const outputs = get(node, "outputs");
  return {
    items: items(get(node, "layers")).map((item) => readItem(item, report)),
    ...(outputs && { outputs: valueOf(outputs, spanOf(outputs)) }),
  };
}

const argOf = ({ key, keySpan, node }: Entry): Arg => ({ name: key, nameSpan: keySpan, value: valueOf(node, keySpan) });

/** An operator's name, or a map that begins with one; siblings say how the layer is used. */
function readItem(node: Yaml, report: Report): Item {
  const span = spanOf(node);
  const [call, ...rest] = entries(node);
  if (!call) return { span, op: textOf(node) ?? "", opSpan: span, args: [] };
  for (const { key, keySpan } of rest)
    if (!siblings.includes(key))
      report(
        error(
          "unknown-key",
          keySpan,
          `a layer has ${siblings.join(", ")}; ${key} is none of them${didYouMean(nearest(key, siblings))}`,
        ),
      );
  const sibling = (key: string): Value | undefined => {
    const found = rest.find((entry) => entry.key === key);
    return found && valueOf(found.node, found.keySpan);
  };
  const name = rest.find((entry) => entry.key === "name");
  const [from, repeat, when] = ["from", "repeat", "when"].map(sibling);
  return {
    span,
    op: call.key,
    opSpan: call.keySpan,
    args: entries(call.node).map(argOf),
    ...(name?.node && { name: { text: textOf(name.node) ?? "", span: spanOf(name.node) } }),
    ...(from && { from }),
    ...(repeat && { repeat }),
    ...(when && { when }),
  };
}

/** `- Add` above `from:` is not YAML, but everybody writes it once; the parser's own message does not help. */
export function missingColons(
  text: string,
): readonly { readonly span: Span; readonly op: string; readonly upTo: number }[] {
  return [...text.matchAll(/^( *)- (\w+)[ \t]*\n\1 {2}(?:name|from|repeat|when):.*$/gm)].map(
    ({ 0: whole, 1: indent, 2: op, index }) => {
      const from = index + indent!.length + 2;
      return { op: op!, span: { from, to: from + op!.length }, upTo: index + whole.length };
    },
  );
}
