import type { Step } from "./analysis";
import type { Dim, Shape } from "./dim";
import type { Weight } from "./op";
import type { Problem } from "./problem";
import type { Call, Program } from "./program";
import type { Span } from "./span";
import type { Result, Sizes, Value } from "./value";
import type { Vocabulary } from "./vocabulary";

/** An argument of a call, under the name the vocabulary gives it; one position too many has no name. */
export interface Arg {
  readonly name?: string;
  /** Where the name is written; absent for an argument by position or one the format filled in. */
  readonly nameSpan?: Span;
  readonly value: Value;
}

/** Output `port` of a node. The node is absent where the text names one that does not exist. */
export interface Edge {
  readonly node?: number;
  readonly port: number;
  /** Where the connection is written; absent where it follows from order. */
  readonly span?: Span;
}

/** How a new row is put before this one: it goes to `at` in `quotes` of the file, and `after` separates it from what stands there. */
export interface Lead {
  readonly at: number;
  readonly after: string;
  readonly quotes: string;
}

/** How one more argument is written: it goes to `at`, between `before` and `after`, its name in `quotes` of the file. */
export interface Slot {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly quotes: string;
}

/**
 * One row of the model as written, at one place of use: a row of a block is one for every call of the
 * block, and a repeated row has one row inside it for every copy.
 */
export interface Row {
  /** Position in its list. */
  readonly index: number;
  readonly label: string;
  /** The operator or block as written; empty where the format could not tell, and has said so. */
  readonly op: string;
  readonly name?: string;
  readonly nameSpan?: Span;
  /** What it reads, as written. */
  readonly from: readonly (number | string)[];
  readonly repeats: number;
  /** The same where it is written, with a note how one became the other. */
  readonly times?: Value;
  readonly span: Span;
  readonly opSpan: Span;
  /** Where it is called, of a layer of a program that is made in another place. */
  readonly call?: Call;
  /** The row around it, whose block or repetition it belongs to. */
  readonly outer?: Row;
  readonly rows: readonly Row[];
  /** The nodes that are this row's own, by id; those of the rows inside are not. */
  readonly nodes: readonly number[];
  readonly inputs: readonly Edge[];
  /** What it hands on: of a row that is left out, what it would have read. */
  readonly outputs: readonly Edge[];
  /** The shapes of that, of what has no outputs of its own, such as a statement. */
  readonly gives?: readonly (Shape | undefined)[];
  /** Of a call of a block: the values of the block's parameters in it, whether written or by default. */
  readonly params?: ReadonlyMap<string, Value>;
  readonly lead?: Lead;
  readonly slot?: Slot;
  /** The row in the table that a library prints while it builds the model; absent where nothing prints one. */
  printed?(): Printed;
}

/** What a library prints of a row beside what it reads and its weights. */
export interface Printed {
  readonly repeats: number;
  /** As the library resolves them: scaled, and with what it puts in by itself. */
  readonly args: readonly Value[];
}

/** A condition that only inference can decide. */
export type Guard = (sizes: Sizes) => Result;

export interface Made {
  readonly shape: Shape;
  readonly weights: readonly Weight[];
}

/** One call of an operator. Nodes share spans where the text has one line for several of them. */
export interface Node {
  readonly id: number;
  readonly label: string;
  readonly op: string;
  readonly span: Span;
  readonly opSpan: Span;
  /** Absent for the inputs of the model. */
  readonly row?: Row;
  readonly inputs: readonly Edge[];
  readonly args: readonly Arg[];
  /** An input of the model has a shape instead of an operator. */
  readonly given?: Shape;
  /** A tensor that no operator gives, such as a learned parameter, has a shape and weights instead of one. */
  readonly made?: Made;
  /** All must hold, or the node is not there. */
  readonly guards?: readonly Guard[];
  /** Instead of an operator: the first input where the guard holds, else the second. */
  readonly either?: Guard;
  /** Weights count, operations and activations do not. */
  readonly training?: true;
  /** How many channels the format itself counts behind it, to tell those that read it; inference compares. */
  readonly counted?: number;
  /** The node whose weights this one uses instead of its own. */
  readonly shares?: number;
  /** Names of weights that the program does not train. */
  readonly frozen?: readonly string[];
  /** Names of weights that are those of another layer, with which they count. */
  readonly tied?: readonly string[];
}

/** How the model is trained, as far as the file says. */
export interface Training {
  /** The key that says so. */
  readonly span: Span;
  readonly batch_size?: number;
  readonly precision?: string;
  readonly optimizer?: string;
  readonly loss?: { readonly value: string; readonly span: Span };
}

/** A number as somebody has written it. */
export interface Claimed {
  readonly span: Span;
  readonly text: string;
}

/** What a comment says of the size of the model. */
export interface Claim {
  readonly parameters: Claimed;
  readonly trainable?: Claimed;
}

/** An input of the model or of a block that nothing in the list of its layers reads. */
export interface UnreadInput {
  readonly name: string;
  readonly span: Span;
  /** Its place among the inputs. */
  readonly index: number;
  /** Absent for an input of the model. */
  readonly block?: string;
}

/** A block that says the same as one above it, in names of its own. */
export interface SameBlock {
  readonly name: string;
  readonly span: Span;
  readonly first: { readonly name: string; readonly span: Span };
  readonly layers: number;
  /** Parameters that have another name in the first. */
  readonly renamed: readonly { readonly own: string; readonly first: string }[];
}

/** What only the text of lists of layers tells, since a block that nobody calls has no nodes. Worked out when asked. */
export interface Wording {
  unreadInputs(): readonly UnreadInput[];
  sameBlocks(): readonly SameBlock[];
}

/** Runs the program that makes a model again, with other images, where a graph of one run does not tell what it does with them. */
export interface Reruns {
  /** The sides of the images that it reads. */
  readonly image: Shape;
  /** What it does with images of other sides; nothing where it does not take them. */
  at(sizes: readonly Dim[]): readonly Step[] | undefined;
  /** What it has said since is worth nothing: the work it was given is used up. */
  isExhausted(): boolean;
}

/** What every format produces and all that analysis knows of a file. */
export interface Graph {
  readonly vocabulary: Vocabulary;
  /** The words are taken for those of another framework than the file says, so that nothing which follows is certain. */
  readonly assumed?: true;
  /** Values also go ways that the graph does not show, so that nothing is certain of who reads them. */
  readonly loose?: true;
  /** Every node comes after the nodes it reads. */
  readonly nodes: readonly Node[];
  /** The rows of the model's own list. */
  readonly rows: readonly Row[];
  readonly outputs: readonly Edge[];
  readonly training?: Training;
  readonly claims?: readonly Claim[];
  readonly reruns?: Reruns;
  /** Nothing says how large the input is: this is a size that the model takes. */
  readonly presumed?: true;
  /** Absent where the format has neither blocks nor several inputs, or the file none. */
  readonly wording?: Wording;
  /** Absent where the text is no program. */
  readonly program?: Program;
}

export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** The line it stands on, and the one after that. */
  readonly line: Span;
  readonly next: Span;
  /** What goes with it when it goes: the blanks before it, or its line where it stands there alone. */
  readonly whole: Span;
}

/** One size of a model as read, with what is wrong in this one. */
export interface ReadModel {
  readonly id?: string;
  readonly graph: Graph;
  readonly problems?: readonly Problem[];
  /** Where a problem of a node is to be mended, if the format knows of a better place than the node. */
  blame?(problem: Problem, node: Node): Problem;
  /** Of nodes that were inferred as the model was read, and of which nothing is to be told, what came of it. */
  readonly inferred?: ReadonlyMap<number, Step>;
}

/** A file as read. Where one text describes several sizes of a model, there is a graph for each. */
export interface Reading {
  readonly models: readonly ReadModel[];
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  /** The size of the model that the name of the file asks for. */
  readonly scale?: string;
  /** Names of a library that a program asks for and of which nothing is known, with how many places do. */
  readonly unread?: ReadonlyMap<string, number>;
  /** It is read for other images or data than the file has, so that what comments say of them is not about this. */
  readonly altered?: true;
}

/** The places of the text that a row has. */
export const placesOf = ({ span, call }: Row): readonly Span[] => (call ? [span, call.span] : [span]);

/** The row of the model's own list that a row belongs to. */
export function layerOf(row: Row): Row {
  let top = row;
  while (top.outer) top = top.outer;
  return top;
}
