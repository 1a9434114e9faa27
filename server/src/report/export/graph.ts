import type { Figure, Sizes } from "../../analysis/summarise";

/** What a layer does, as far as a picture tells it. */
export type Look =
  | "activation"
  | "block"
  | "convolution"
  | "dense"
  | "head"
  | "input"
  | "join"
  | "normalisation"
  | "other"
  | "pooling"
  | "reshape";

/** A layer, an input of the model, or a block whose inside is not shown. */
export interface DrawnNode {
  /** Its place: `4`, or `4.1.0` inside of what stands there; an input has its name. */
  readonly id: string;
  readonly look: Look;
  readonly operator: string;
  readonly name: string | null;
  readonly repeats: number;
  readonly arguments: readonly { readonly name: string; readonly value: string }[];
  readonly line: number | null;
  readonly outputs: readonly Sizes[];
  readonly parameters: Figure;
  readonly macs: Figure;
  /** The innermost group it stands in. */
  readonly group: string | null;
  /** The model gives what it gives. */
  readonly isOutput: boolean;
  /** It is computed while the model is trained only. */
  readonly isTraining: boolean;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  /** Which of the outputs. */
  readonly port: number;
  readonly shape: Sizes;
}

/** A call of a block, with what is inside of it. */
export interface DrawnGroup {
  readonly id: string;
  readonly operator: string;
  readonly name: string | null;
  readonly group: string | null;
  readonly outputs: readonly Sizes[];
  readonly parameters: Figure;
  readonly macs: Figure;
}

/** A model as a graph of layers, each after those that it reads. */
export interface Drawn {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly groups: readonly DrawnGroup[];
}
