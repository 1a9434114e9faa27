import type { Model } from "../core/analysis";
import { canEqual, type Dim, isKnown, type Shape, showDim, showShape } from "../core/dim";
import { evaluate, symbolsIn } from "../core/evaluate";
import type { Comment, Row } from "../core/graph";
import { type Message, say } from "../core/message";
import { type Edit, type Fix, type Problem, problem, type Related } from "../core/problem";
import { type Figure, figures, isSaid, type Said, type ShapeComment, shapeComment } from "../core/shape-comment";
import type { Span } from "../core/span";
import { layersIn, rowsAt, type Use, useOf } from "./layer-facts";
import { placed } from "./placing";

/** A comment that is true at no place of use of its layer, with what is so at the first of them. */
interface Untrue {
  readonly wrong: Wrong;
  readonly row: Row;
  /** The size of the model, where the layer gives another shape in another. */
  readonly size?: string;
}

interface Wrong {
  readonly message: Message;
  readonly span: Span;
  readonly edits: readonly Edit[];
  /** Another shape than the layer gives, which those behind it may well follow from. */
  readonly isShape: boolean;
}

/**
 * Shapes and figures in comments that are not what the layers give. One mistake is one problem: where a layer gives
 * another shape than its comment says, comments behind it follow from that. `first` is the size of the model that is
 * spoken of where a comment is true at none.
 */
export function shapeComments(all: readonly Model[], comments: readonly Comment[], first?: string): Problem[] {
  // Of an input that nobody has stated whoever wrote them may have thought of another size.
  const models = all.filter(({ graph }) => !graph.presumed);
  const said = comments.flatMap((comment) => {
    const read = shapeComment(comment);
    return read ? [{ comment, read }] : [];
  });
  if (!said.length) return [];
  const shown = models.find(({ id }) => id === first);
  const inOrder = shown ? [shown, ...models.filter((model) => model !== shown)] : models;
  const layers = inOrder.map((model) => ({ model, rows: layersIn(model) }));
  const untrue = new Map<number, Untrue>();
  const shapeIsTrue = new Set<number>();
  for (const { comment, read } of said) {
    const uses = layers.map(({ model, rows }) => ({
      model,
      uses: rowsAt(comment, rows).flatMap((row) => useOf(model, row) ?? []),
    }));
    const [use] = uses.flatMap((one) => one.uses);
    const found = use && untrueOf(read, uses);
    const at = use?.row.opSpan.from;
    if (found) untrue.set(at!, found);
    if (at !== undefined && read.shapes.length && !found?.wrong.isShape) shapeIsTrue.add(at);
  }
  return inOrder[0] ? together(untrue, shapeIsTrue, inOrder[0]) : [];
}

/** True at one place of use, or where something is not known, it is true. */
function untrueOf(
  read: ShapeComment,
  uses: readonly { readonly model: Model; readonly uses: readonly Use[] }[],
): Untrue | undefined {
  let found: Untrue | undefined;
  const seen = new Set<string>();
  for (const { model, uses: here } of uses) {
    for (const use of here) {
      const wrong = use.steps.some(({ doubtful, outcome }) => doubtful || !outcome)
        ? undefined
        : wrongIn(read, use, model);
      if (!wrong) return undefined;
      found ??= { wrong, row: use.row, ...(model.id !== undefined && { size: model.id }) };
      seen.add(use.shapes.map(showShape).join(" ") + showDim(use.figures.params));
    }
  }
  if (!found || seen.size > 1) return found;
  const { size, ...anywhere } = found;
  return anywhere;
}

function wrongIn(read: ShapeComment, use: Use, model: Model): Wrong | undefined {
  const sizes = new Set(model.graph.nodes.flatMap(({ given = [] }) => given.flatMap(symbolsIn)));
  const isWrong = (said: Said, dim: Dim): boolean => isSaid(said) && differs(said.dim, dim, sizes);
  const spans: Span[] = [];
  const edits: Edit[] = [];
  const messages: Message[] = [];
  const put = (span: Span, text: string): void => void (spans.push(span), edits.push({ span, text }));
  const shapes = use.shapes.length ? read.shapes : [];
  shapes.forEach(({ span, dims }, i) => {
    const shape = use.shapes[i];
    const own = shape && (dims.length === shape.length + 1 && isBatch(dims[0]!) ? dims.slice(1) : dims);
    if (shape && own!.length === shape.length) {
      const wrong = own!.flatMap((said, axis) => (isWrong(said, shape[axis]!) ? [{ said, dim: shape[axis]! }] : []));
      for (const { said, dim } of wrong) put(said.span, showDim(dim));
      if (wrong.length) messages.push(say`${use.row.label} gives ${shape}, not ${shapeOf(dims)}`);
    } else if (shape) {
      put(span, showShape(shape));
      messages.push(say`${use.row.label} gives ${shape}, not ${shapeOf(dims)}`);
    }
  });
  if (shapes.length > use.shapes.length) {
    const [more, last] = [shapes[use.shapes.length]!, shapes.at(-1)!];
    put({ from: shapes[use.shapes.length - 1]!.span.to, to: last.span.to }, "");
    spans[spans.length - 1] = { from: more.span.from, to: last.span.to };
    messages.push(say`${use.row.label} gives ${use.shapes.length} and not ${shapes.length} shapes`);
  }
  const isShape = edits.length > 0;
  for (const figure of figures) {
    const said = read.figures[figure];
    if (!said || !isWrong(said, use.figures[figure])) continue;
    if (!isShape) spans.push(said.span);
    edits.push({ span: said.span, text: showDim(use.figures[figure]) });
    messages.push(inWords(figure, use, said));
  }
  if (!edits.length) return undefined;
  const span = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  return { message: messages.reduce((all, one) => say`${all}; ${one}`), span, edits, isShape };
}

const shapeOf = (dims: readonly Said[]): Shape => dims.map(({ dim }) => dim);

const inWords = (figure: Figure, { row, figures: known }: Use, { dim }: Said): Message =>
  figure === "macs"
    ? say`${row.label} takes ${known[figure]} MACs, not ${dim}`
    : figure === "trained"
      ? say`${row.label} has ${known[figure]} parameters that are trained, not ${dim}`
      : say`${row.label} has ${known[figure]} parameters, not ${dim}`;

/** Shapes are written without the batch, but whoever prints one copies it. */
const isBatch = (said: Said): boolean => !isSaid(said) || said.dim === 1 || typeof said.dim !== "number";

/** Whether a statement is certainly not true: of a number whatever the sizes are, of an expression for sizes that fit. */
function differs(said: Dim, is: Dim, sizes: ReadonlySet<string>): boolean {
  if (!isKnown(is)) return false;
  if (canEqual(said, is) === "no") return true;
  const words = symbolsIn(said);
  if (!words.length || words.some((word) => !sizes.has(word))) return false;
  // Images of such sizes can be halved ten times.
  const all = [...sizes];
  const large = (turn: number) => (word: string) => 1024 * (all.indexOf(word) * 4 + turn + 3);
  return [0, 1].some((turn) => evaluate(said, large(turn)) !== evaluate(is, large(turn)));
}

/** Those that follow from another are told with it, and updated with it. */
function together(untrue: ReadonlyMap<number, Untrue>, shapeIsTrue: ReadonlySet<number>, { graph }: Model): Problem[] {
  if (!untrue.size) return [];
  const rootOf = new Map<number, number>();
  const behind: (number | undefined)[] = [];
  const within = new Map<number, number>();
  for (const [at, { row }] of untrue) for (const id of row.gives ? row.nodes : []) within.set(id, at);
  for (const { id, row, inputs } of graph.nodes) {
    const from = inputs.map(({ node }) => behind[node ?? -1]).find((root) => root !== undefined);
    const rows = row ? withOuter(row) : [];
    const wrong = within.get(id) ?? rows.map(({ opSpan }) => opSpan.from).find((at) => untrue.has(at));
    if (wrong !== undefined && !rootOf.has(wrong)) rootOf.set(wrong, from ?? wrong);
    const shifts = wrong !== undefined && untrue.get(wrong)!.wrong.isShape;
    behind[id] = shifts ? rootOf.get(wrong) : row && shapeIsTrue.has(row.opSpan.from) ? undefined : from;
  }
  const groups = new Map<number, Untrue[]>();
  for (const [at, one] of untrue) {
    const root = rootOf.get(at) ?? at;
    groups.set(root, [...(groups.get(root) ?? []), one]);
  }
  return [...groups].map(([root, all]) => told(untrue.get(root)!, all));
}

const withOuter = (row: Row): readonly Row[] => (row.outer ? [row, ...withOuter(row.outer)] : [row]);

function told({ wrong, row, size }: Untrue, all: readonly Untrue[]): Problem {
  const message = size === undefined ? wrong.message : say`at ${size}, ${wrong.message}`;
  const others = all.filter((one) => one.wrong !== wrong);
  const related = others.map((one): Related => ({ span: one.wrong.span, message: say`so ${one.wrong.message}` }));
  const title = others.length ? say`Update this and ${others.length} behind it` : say`Update`;
  const edits = [wrong, ...others.map((one) => one.wrong)].flatMap((one) => one.edits);
  // The comment may be right, and the layer wrong.
  const fix: Fix = { title, edits, safe: false };
  const found = problem("stated-shape-wrong", wrong.span, message, fix);
  return placed(related.length ? { ...found, related } : found, row);
}
