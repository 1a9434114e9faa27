import type { Printed } from "./printed-value";

/** A row of a model as a library prints it while it builds the model, or would. */
export interface Line {
  readonly index: number;
  readonly from: readonly (number | string)[];
  readonly repeats: number | undefined;
  /** The class of the module, without the packages around it. */
  readonly module: string;
  /** Nothing where the line ends before they do. */
  readonly args: readonly Printed[] | undefined;
  /** Nothing where it is not known. */
  readonly parameters: number | undefined;
}

/** What stands below the rows; nothing where it is not said, or not known. */
export interface Sums {
  readonly layers?: number | undefined;
  readonly parameters?: number | undefined;
  readonly gradients?: number | undefined;
  readonly gflops?: number | undefined;
  /** How many digits stand behind the point of the GFLOPs. */
  readonly digits?: number | undefined;
}
