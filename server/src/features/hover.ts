import { type Hover, MarkupKind } from "vscode-languageserver-types";
import { memoryInWords } from "../analysis/memory-words";
import { type HoverSection, hoverSections } from "../core/display";
import { type Node, placesOf, type Row } from "../core/graph";
import { render, say } from "../core/message";
import { contains, type Span } from "../core/span";
import { trainingMemory } from "../core/training-memory";
import { parameterOf, sourceIn } from "../core/vocabulary";
import { pathOf } from "./calls";
import { aboutArgument, aboutTimes } from "./hover-argument";
import { aboutParameter } from "./hover-block";
import { aboutLayer } from "./hover-layer";
import { aboutModules, modulesAt } from "./hover-module";
import { aboutName } from "./hover-name";
import { aboutBlock, aboutClass, aboutOperator, definitionOf } from "./hover-operator";
import { onRule } from "./hover-rule";
import { aboutInput, aboutReference } from "./hover-source";
import { plain } from "./plain";
import { rangeOf, type Snapshot } from "./snapshot";
import { totalsOf } from "./totals";
import { isCall, ownSteps, type Use, usesAt } from "./use";

/** What the reader at the other end can show. */
export interface Look {
  readonly markdown: boolean;
  /** Parts that somebody wants to read; all of them where nothing is said. */
  readonly sections?: ReadonlySet<HoverSection>;
  /** For clients that ask flashcards: what is shown of those about something, as Markdown with a link. */
  readonly quiz?: (about: About) => string | undefined;
}

/** What a card may be about: operators by their own names, or a rule, the nearest first. */
export interface About {
  readonly names: readonly string[];
  /** The argument that is looked at, as the operator calls it. */
  readonly argument?: string;
}

const every: ReadonlySet<HoverSection> = new Set(hoverSections);

interface Found {
  readonly span: Span;
  readonly parts: readonly string[];
  readonly about?: About;
}

/** What is known of the words at an offset, in each model and each call of a block they belong to. */
export function hover(
  snapshot: Snapshot,
  offset: number,
  { markdown, sections = every, quiz }: Look,
): Hover | undefined {
  const uses = usesAt(snapshot.analysis.models, offset);
  const found: Found | undefined =
    inModule(snapshot, uses, offset) ??
    (uses.length
      ? inRow(snapshot, uses, offset, sections)
      : (inInput(snapshot, offset) ?? onTraining(snapshot, offset))) ??
    onRule(snapshot, offset) ??
    aboutName(snapshot, offset) ??
    onKey(snapshot, offset);
  if (!found || snapshot.isRewritten?.(found.span)) return undefined;
  const asked = markdown && quiz && sections.has("quiz") ? cardOn(found, snapshot, offset, quiz) : undefined;
  const text = [...found.parts, ...(asked === undefined ? [] : [asked])].join("\n\n");
  return {
    contents: markdown
      ? { kind: MarkupKind.Markdown, value: text }
      : { kind: MarkupKind.PlainText, value: plain(text) },
    range: rangeOf(snapshot.lines, found.span),
  };
}

/** Where something is wrong, a card that explains the mistake comes before any other. */
function cardOn(
  { about }: Found,
  { analysis: { problems } }: Snapshot,
  offset: number,
  quiz: (about: About) => string | undefined,
): string | undefined {
  const wrong = problems.filter(({ span }) => contains(span, offset)).map(({ id }) => quiz({ names: [id] }));
  return wrong.find((card) => card !== undefined) ?? (about && quiz(about));
}

type Sections = ReadonlySet<HoverSection>;

/** The class of a module, or where one is made or called; layers whose words are shorter come before. */
function inModule(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  const found = modulesAt(snapshot.analysis.models, offset);
  if (!found) return undefined;
  const { span, parts } = found;
  const isNearer = uses.some(({ row }) =>
    placesOf(row).some((place) => contains(place, offset) && place.to - place.from < span.to - span.from),
  );
  return isNearer ? undefined : { span, parts: aboutModules(snapshot, parts) };
}

function inRow(snapshot: Snapshot, uses: readonly Use[], offset: number, sections: Sections): Found | undefined {
  return (
    onCall(snapshot, uses, offset, sections) ??
    onOperator(snapshot, uses, offset, sections) ??
    onTimes(snapshot, uses, offset) ??
    onArgument(snapshot, uses, offset) ??
    onReference(snapshot, uses, offset) ??
    onName(snapshot, uses, offset, sections) ??
    onBlockArgument(snapshot, uses, offset)
  );
}

/** The words that call a layer which is made in another place. */
function onCall(snapshot: Snapshot, uses: readonly Use[], offset: number, sections: Sections): Found | undefined {
  const called = uses.filter(({ row: { call, opSpan } }) => {
    const isMade = contains(opSpan, offset) && opSpan.from !== call?.callee.from;
    return call && !isMade && contains(call.callee, offset);
  });
  const [first] = called;
  if (!first) return undefined;
  const ops = [...new Set(called.map(({ row }) => row.op))];
  const title = say`**${ops.join(", ")}**`;
  // Of several their names follow with what they do.
  const heading = called.length > 1 ? title : say`${title} ${pathOf(first)}`;
  const parts = [
    render(heading, snapshot.voice),
    ...aboutLayer(snapshot, called, sections),
    ...wrongIn(first.row, snapshot),
  ];
  const operators = called.flatMap((use) => ownSteps(use).flatMap(({ spelling }) => spelling?.op.name ?? []));
  return { span: first.row.call!.callee, parts, about: { names: [...new Set(operators)] } };
}

/** The operator of the row, or one that an argument applies to its result. */
function onOperator(snapshot: Snapshot, uses: readonly Use[], offset: number, sections: Sections): Found | undefined {
  const { row, model } = uses[0]!;
  const step = firstNode(uses, ({ opSpan }) => contains(opSpan, offset));
  const span = step?.node.opSpan ?? (contains(row.opSpan, offset) ? row.opSpan : undefined);
  if (!span) return undefined;
  const own = span.from === row.opSpan.from;
  const { vocabulary } = model.graph;
  const spelling = vocabulary.spellings.get(step?.node.op ?? row.op);
  const { voice } = snapshot;
  const source = own ? sourceIn(vocabulary, row.op) : undefined;
  const what =
    own && isCall(row)
      ? aboutBlock(row, voice)
      : source
        ? aboutClass(row.op, source, voice)
        : spelling && aboutOperator(spelling, sections, voice);
  if (!what) return undefined;
  const layer = own ? [...aboutLayer(snapshot, uses, sections), ...wrongIn(row, snapshot)] : [];
  // Of a long hover little is seen at first: a table of all sizes comes before what is the same at each of them.
  const [first, ...rest] = what;
  const parts = uses.length > 1 ? [first!, ...layer, ...rest] : [...what, ...layer];
  const names = [spelling?.op.name ?? "", ...(step?.outcome?.calls ?? []).map(({ op }) => op.name)];
  return spelling && !(own && isCall(row)) ? { span, parts, about: { names } } : { span, parts };
}

/** Why nothing is known of a row, for whoever asks what it gives. */
const wrongIn = (row: Row, { analysis, voice }: Snapshot): readonly string[] =>
  analysis.problems
    .filter(
      (one) =>
        one.severity === "error" &&
        placesOf(row).some((span) => contains(span, one.span.from) && contains(span, one.span.to)),
    )
    .slice(0, 1)
    .map(({ message }) => render(message, voice));

const firstNode = (uses: readonly Use[], wanted: (node: Node) => boolean) => {
  for (const use of uses) {
    const step = ownSteps(use).find(({ node }) => node.op !== "" && wanted(node));
    if (step) return step;
  }
  return undefined;
};

function onTimes(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  const span = uses[0]!.row.times?.span;
  if (!span || !contains(span, offset)) return undefined;
  return { span, parts: aboutTimes(snapshot, span, uses) };
}

function onArgument(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  for (const [i, use] of uses.entries())
    for (const { node, spelling } of ownSteps(use)) {
      // What is worked out of all of a call stands nowhere in it.
      const isAll = ({ from, to }: Span): boolean => from === use.row.span.from && to === use.row.span.to;
      const arg = node.args.find(({ nameSpan, value }) =>
        [nameSpan, value.span].some((at) => at && contains(at, offset) && !isAll(at)),
      );
      if (!arg?.name || !spelling) continue;
      const { nameSpan, value } = arg;
      const span = nameSpan && contains(nameSpan, offset) ? nameSpan : value.span;
      const steps = uses.slice(i).flatMap((other) => ownSteps(other).map((step) => ({ ...step, use: other })));
      const parts = aboutArgument(snapshot, spelling, arg.name, steps);
      const argument = parameterOf(spelling, arg.name);
      const about = { names: [spelling.op.name], ...(argument !== undefined && { argument }) };
      return parts.length ? { span, parts, about } : undefined;
    }
  return undefined;
}

function onReference(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  const edges = uses.flatMap((use) =>
    use.row.inputs.filter(({ span }) => span && contains(span, offset)).map((edge) => ({ use, edge })),
  );
  const parts = aboutReference(snapshot, edges);
  return parts.length ? { span: edges[0]!.edge.span!, parts } : undefined;
}

function onName(snapshot: Snapshot, uses: readonly Use[], offset: number, sections: Sections): Found | undefined {
  const { name, nameSpan, op } = uses[0]!.row;
  if (!nameSpan || !contains(nameSpan, offset)) return undefined;
  return { span: nameSpan, parts: [`**${name}** ${op}`, ...aboutLayer(snapshot, uses, sections)] };
}

/** An argument of a call of a block, as the block has it. */
function onBlockArgument(snapshot: Snapshot, uses: readonly Use[], offset: number): Found | undefined {
  const place = snapshot.place(offset);
  if (!place?.call || place.span.from === place.span.to) return undefined;
  const parts = aboutParameter(snapshot, place.call, uses);
  return parts.length ? { span: place.span, parts } : undefined;
}

function inInput(snapshot: Snapshot, offset: number): Found | undefined {
  for (const model of snapshot.analysis.models)
    for (const node of model.graph.nodes)
      if (node.given && node.opSpan.to > 0 && [node.opSpan, node.span].some((span) => contains(span, offset))) {
        const parts = aboutInput(node, model, snapshot);
        return parts.length ? { span: node.opSpan, parts } : undefined;
      }
  return undefined;
}

/** A key of the format, or an entry of a list in which each has a meaning of its own. */
function onKey(snapshot: Snapshot, offset: number): Found | undefined {
  const place = snapshot.place(offset);
  if (!place || place.span.from === place.span.to) return undefined;
  const { span, list } = place;
  const word = snapshot.text.slice(span.from, span.to);
  const key = place.kind === "key" ? place.keys.find(({ name }) => name === word) : list?.entries[list.active];
  if (!key) return undefined;
  const model = snapshot.analysis.models.find(({ id }) => id !== undefined && id === key.model);
  const { voice } = snapshot;
  const parts = [`**${key.name}** ${definitionOf(key.doc, voice)}`, ...(model ? [totalsOf(model, voice)] : [])];
  return { span, parts };
}

function onTraining({ analysis: { models }, voice }: Snapshot, offset: number): Found | undefined {
  const model = models[0];
  const span = model?.graph.training?.span;
  if (!model || !span || !contains(span, offset)) return undefined;
  const memory = trainingMemory(model);
  return memory && { span, parts: [render(say`Estimate for ${memoryInWords(memory)}.`, voice)] };
}
