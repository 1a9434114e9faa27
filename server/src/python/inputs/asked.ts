import type { Shape } from "../../core/dim";
import { forwardOf, type ModelRun, parameterNames, runModel } from "../attempt";
import type { Machine } from "../run/machine";
import { type Arguments, type Given, isKind, type Obj } from "../values";
import { inputsOf } from "./needed";
import { rerunsOf } from "./rerun";

/** What somebody asks models to be run on, beside the program. */
export interface AskedInput {
  /** Without the axis of images: of the only input, or by the names that inputs have in `forward`. */
  readonly sizes: Shape | { readonly [name: string]: Shape };
  /** Also where the program says what its models are run on. */
  readonly instead: boolean;
}

const isShape = (sizes: AskedInput["sizes"]): sizes is Shape => Array.isArray(sizes);

/** A call of a model with inputs of the sizes that are asked for, where they have as many axes as those that the program gives. */
export function asAsked({ sizes, instead }: AskedInput, of: Obj, given: Arguments): Arguments {
  if (!instead) return given;
  const names = parameterNames(of);
  const isOnly = given.positional.length + given.named.size === 1;
  const other = (one: Given, name: string | undefined): Given => {
    const asked = isShape(sizes) ? (isOnly ? sizes : undefined) : sizes[name ?? ""];
    if (!asked || !isKind(one.value, "tensor") || one.value.shape?.length !== asked.length + 1) return one;
    return { ...one, value: { ...one.value, shape: [one.value.shape[0]!, ...asked] } };
  };
  const positional = given.positional.map((one, i) => other(one, names[i]));
  return { ...given, positional, named: new Map([...given.named].map(([name, one]) => [name, other(one, name)])) };
}

/** The run of a model that nobody runs on what is asked for; nothing where that does not say all of its inputs. */
export function runAsAsked(machine: Machine, of: Obj, { sizes }: AskedInput): ModelRun | undefined {
  const forward = forwardOf(of);
  const inputs = inputsOf(of);
  if (forward === undefined || !inputs?.length || (isShape(sizes) && inputs.length > 1)) return undefined;
  const at = (positional: readonly Given[]): Arguments => ({ ...of.made, positional, named: new Map(), open: false });
  const positional = inputs.flatMap(({ name, span }): readonly Given[] => {
    const asked = isShape(sizes) ? sizes : sizes[name];
    return asked ? [{ span, value: machine.trace.made([1, ...asked], { ...at([]), span, callee: span }, {}) }] : [];
  });
  if (positional.length < inputs.length) return undefined;
  let run: ModelRun | undefined;
  machine.journal.tried(() => {
    machine.depth++;
    run = runModel(machine, of, forward, at(positional));
    machine.depth--;
  });
  return run && { ...run, ...rerunsOf(machine, of, at(positional), run.exact) };
}
