import type { Shape } from "../core/dim";
import type { Arg } from "../core/graph";
import type { Message } from "../core/message";
import type { Weight } from "../core/op";
import type { Arguments, Layer, List, Obj, Tensor, Value } from "./values";

/** What natives may ask of the run. All changes go through it, so that a branch of which nobody knows whether it is taken can be undone. */
export interface Run {
  /** Whether modules are run as they are while they learn. */
  readonly training: boolean;
  /**
   * Calls an operator under its name in the vocabulary, with arguments under their written names. Gives its outputs;
   * none where nothing is known of them. Raises what is wrong with the call.
   */
  operator(op: string, inputs: readonly Value[], args: readonly Arg[], at: Arguments, layer?: Obj): readonly Tensor[];
  /** A tensor that no operator gives, such as the result of `torch.zeros`. */
  tensor(
    shape: Shape | undefined,
    at: Arguments,
    more?: Partial<Pick<Tensor, "learning" | "parameter" | "values" | "whole">>,
  ): Tensor;
  /** Whether its values certainly lie in memory in the order of its axes. */
  isPacked(of: Tensor): boolean;
  /** The parameters of a layer by the names that torch has for them; nothing where they hang on what is not known. */
  weights(layer: Layer): readonly Weight[] | undefined;
  call(callee: Value, given: Arguments): Value;
  attribute(of: Value, name: string, or?: Value): Value;
  setAttribute(of: Value, name: string, value: Value): void;
  item(of: Value, index: Value): Value;
  /** All that is gone through in a loop; nothing where that is not known. */
  items(value: Value): readonly Value[] | undefined;
  truth(value: Value): boolean | undefined;
  equal(a: Value, b: Value): boolean | undefined;
  binary(op: string, left: Value, right: Value): Value;
  /** As `str` writes it; nothing where that is not known. */
  text(value: Value): string | undefined;
  raise(type: string, message?: Message): never;
  /** Counts a step, or several, of which a run may take so many and no more. */
  step(steps?: number): void;
  set<K, V>(map: Map<K, V>, key: K, value: V): void;
  remove<K, V>(map: Map<K, V>, key: K): void;
  /** To be said before the items of a list are changed. */
  change(list: List): void;
}
