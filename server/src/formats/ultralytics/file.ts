import type { Problem } from "../../core/problem";
import { error } from "../../core/problem";
import type { Span } from "../../core/span";
import type { Value } from "../../core/value";
import { entries, get, items, parse, spanOf, type Tree, textOf, valueOf, type Yaml } from "../yaml-tree";
import { pythonScalar } from "./scalar";

/** `[from, repeats, module, args]` as written. */
export interface Row {
  readonly span: Span;
  readonly from: Value;
  readonly repeats: Value;
  readonly module: string;
  readonly moduleSpan: Span;
  readonly args: readonly Value[];
}

/** One size of the model. */
export interface Scale {
  readonly id?: string;
  readonly depth: number;
  readonly width: number;
  readonly maxChannels: number;
}

/** A model file as written, before anything is scaled. */
export interface ModelFile {
  readonly tree: Tree;
  readonly rows: readonly Row[];
  readonly scales: readonly Scale[];
  /** Top-level keys that rows may name: `nc`, `kpt_shape`, … */
  readonly settings: ReadonlyMap<string, Value>;
  readonly problems: readonly Problem[];
}

const value = (node: Yaml | null | undefined, at: Span): Value => valueOf(node, at, pythonScalar);
const nowhere: Span = { from: 0, to: 0 };

export function readFile(text: string): ModelFile {
  const tree = parse(text);
  const problems = [...tree.problems];
  const rows = ["backbone", "head"]
    .flatMap((part) => items(get(tree.root, part)))
    .flatMap((node) => {
      const [from, repeats, module, args, ...more] = items(node);
      const name = textOf(module);
      if (from && repeats && module && name !== undefined && args && !more.length)
        return [
          {
            span: spanOf(node),
            from: value(from, nowhere),
            repeats: value(repeats, nowhere),
            module: name,
            moduleSpan: spanOf(module),
            args: items(args).map((arg) => value(arg, spanOf(args))),
          },
        ];
      problems.push(
        error(
          "row-has-four-entries",
          spanOf(node),
          `a row is [from, repeats, module, args]; this one has ${items(node).length} of the four`,
        ),
      );
      // The row stays, so that those below keep their numbers; it has no name, so nothing else is said of it.
      const nothing: Value = { kind: "list", items: [], span: nowhere };
      return [{ span: spanOf(node), from: nothing, repeats: nothing, module: "", moduleSpan: spanOf(node), args: [] }];
    });
  const settings = new Map(entries(tree.root).map((e) => [e.key, value(e.node, e.keySpan)]));
  return { tree, rows, scales: scalesOf(tree.root, settings), settings, problems };
}

function scalesOf(root: Yaml | null, settings: ReadonlyMap<string, Value>): readonly Scale[] {
  const number = (given: Value | undefined) => (given?.kind === "number" ? given.value : undefined);
  const named = entries(get(root, "scales")).map(({ key, node, keySpan }): Scale => {
    const [depth, width, max] = items(node).map((item) => number(value(item, keySpan)));
    return { id: key, depth: depth ?? 1, width: width ?? 1, maxChannels: max ?? Infinity };
  });
  const single = {
    depth: number(settings.get("depth_multiple")) ?? 1,
    width: number(settings.get("width_multiple")) ?? 1,
    maxChannels: Infinity,
  };
  return named.length ? named : [single];
}
