/** A call of an operator as PyTorch itself answered it. */
export interface TorchCall {
  readonly op: string;
  readonly args: { readonly [name: string]: unknown };
  readonly input: readonly number[] | readonly (readonly number[])[];
  /** One shape, or several of an operator that gives several tensors. */
  readonly output?: readonly number[] | readonly (readonly number[])[];
  readonly error?: string;
}

/** A line a call, where the record lies beside the project. */
export const torchCalls = "../shared/pytorch/op-shapes.jsonl";
