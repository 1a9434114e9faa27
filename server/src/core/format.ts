import type { Beside, DataFile } from "./beside";
import type { DeclaredModules } from "./declared";
import type { Shape } from "./dim";
import type { Message } from "./message";
import type { Edit } from "./problem";
import type { PythonClass } from "./python-class";
import type { Span } from "./span";
import type { Vocabulary } from "./vocabulary";

/** A word that fits somewhere, and what it means. */
export interface Choice {
  readonly name: string;
  readonly doc: string;
  /** What stands behind it, or in place of it. */
  readonly value?: string;
  /** The size of the model that it names. */
  readonly model?: string;
}

/** What a person at some offset is writing: formats say where one is, features say what fits there. */
export type Place = {
  /** The word that is being written, up to its end behind the cursor. */
  readonly span: Span;
  readonly vocabulary: Vocabulary;
  /** Texts need double quotes here, and stand in none yet. */
  readonly quotes?: true;
  /** The list that is being written, where each of its entries has a meaning of its own. */
  readonly list?: { readonly entries: readonly Choice[]; readonly active: number };
  /** What stands before whatever is put in: a dash, in the column of the list. */
  readonly lead?: string;
  /** What else fits here, which is less likely. */
  readonly also?: Place;
  /** The call of a block that one is in; a parameter with a default has it as its value. */
  readonly call?: { readonly block: string; readonly params: readonly Choice[]; readonly active?: string };
} & (
  | {
      readonly kind: "op";
      /** Blocks of the file, with the arguments that each must be given. */
      readonly more: readonly {
        readonly name: string;
        readonly stops: readonly { readonly name: string; readonly values: readonly string[] }[];
      }[];
      /** Arguments have no names, so that each needs those before it. */
      readonly byPosition?: true;
      /** A call in full, to stand in place of the word; absent where arguments follow already. */
      write?(op: string, args: readonly { readonly name: string; readonly value: string }[]): string;
    }
  | { readonly kind: "arg-name"; readonly op: string; readonly given: readonly string[] }
  /** `more` are names that stand for values here: the parameters of a block, or keys of the file. */
  | { readonly kind: "arg-value"; readonly op: string; readonly arg: string; readonly more?: readonly Choice[] }
  /** A key of the format itself, or a parameter of a block, which stands beside those that are given. */
  | { readonly kind: "key"; readonly keys: readonly Choice[] }
  /** A value that is one of some words. */
  | { readonly kind: "word"; readonly words: readonly Choice[] }
  /** A layer can begin here: whole ones, with stops of the tab key. */
  | {
      readonly kind: "start";
      readonly starts: readonly Choice[];
      /** One with this operator, which reads the layer above, or several. */
      row(op: string, args: string, several: boolean): string;
    }
  /** All arguments of a call. */
  | {
      readonly kind: "args";
      readonly op: string;
      readonly byPosition?: true;
      /** Of a block: what each of its calls must give. */
      readonly stops?: readonly { readonly name: string; readonly values: readonly string[] }[];
      write(args: readonly { readonly name: string; readonly value: string }[]): string;
    }
  | {
      readonly kind: "from";
      readonly layers: readonly {
        readonly name: string;
        readonly op: string;
        /** In the list of the model; −1 for its input. Absent where the name tells. */
        readonly index?: number;
        /** What gives it the name, where it has none yet. */
        readonly naming?: readonly Edit[];
      }[];
    }
);

export interface ReadOptions {
  /** Shapes of one image as the framework orders axes: of the only input, or by the name of an input. */
  readonly input?: Shape | { readonly [name: string]: Shape };
  /** The model to read of a file that describes several sizes; all of them when absent. */
  readonly scale?: string;
  /** What a trainer puts in the place of keys of the file, as it knows of the data. */
  readonly replaced?: DataFile;
  /** Modules of somebody's own that files of Ultralytics may use. */
  readonly modules?: DeclaredModules;
  /** Classes of the workspace that rows may name, as far as their text tells what they take. */
  readonly offered?: DeclaredModules;
  /** The data file beside the file, where there is one. */
  readonly data?: Beside;
  /** Classes of the workspace by the names of modules that nobody declares. */
  readonly sources?: ReadonlyMap<string, PythonClass>;
  /** The dialect was asked for, not found: what it does not know is then wrong. */
  readonly pinned?: boolean;
  /** The path of the file, where it has one: some libraries find in it which model is meant. */
  readonly name?: string;
}

/** A change of the whole text that somebody can ask for, which is only worked out then. */
export interface Rewrite {
  /** Of what kind it is, as the protocol has it, in words from wide to narrow: `refactor.rewrite.row.insert-above`. */
  readonly kind: string;
  readonly title: Message;
  /** Why it cannot be done here. It is shown, and cannot be chosen. */
  readonly cannot?: Message | undefined;
  /** It takes a while to work out, and is not worth that where nobody has asked for it. */
  readonly slow?: true;
  /** It makes another file, and leaves this one as it is: for those who ask for rewrites, and whether it can be done is only found out then. */
  readonly makes?: true;
  /** Nothing where it turns out that it cannot be done. */
  say(): Rewritten | undefined;
}

export interface Rewritten {
  readonly edits: readonly Edit[];
  /** What is only known now; belongs behind the title. */
  readonly note?: Message;
  readonly made?: Made;
}

/** A new file, beside the one that it is made of. */
export interface Made {
  readonly name: string;
  readonly text: string;
}
