import { batch } from "../../core/batch";
import type { Dim } from "../../core/dim";
import { classOf } from "../run/classes";
import type { Machine } from "../run/machine";
import {
  type Arguments,
  type Class,
  dimOf,
  firstOf,
  type Given,
  isKind,
  native,
  type Obj,
  type Run,
  type Tensor,
  unknown,
  type Value,
} from "../values";
import { type Layers, tensorsIn } from "./layers";

/** A model that is put together: what goes in, and what comes out. */
export interface Built {
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly at: Arguments;
}

interface Chain {
  readonly parts: Value[];
  readonly at: Arguments;
  isUsed: boolean;
}

/** `Input`, `Model` and `Sequential`, and the models that a program makes of them. */
export class Models {
  readonly built: Built[] = [];
  readonly model: Class = classOf("Model", [], { open: true, make: (given, _, cls) => this.make(given, cls) });
  readonly sequential: Class = classOf("Sequential", [], {});
  readonly input = native("Input", (given, run) => this.begin(given, run));
  private readonly chains = new Map<Obj, Chain>();

  constructor(private readonly layers: Layers) {
    const method = (name: string, call: (chain: Chain, given: Arguments, run: Run) => Value): void => {
      this.sequential.names.set(
        name,
        native(name, ({ positional: [self, ...positional], ...given }, run) => {
          const chain = self && isKind(self.value, "object") ? this.chainOf(self.value, given) : undefined;
          return chain ? call(chain, { ...given, positional }, run) : unknown;
        }),
      );
    };
    method("__init__", (chain, given) => {
      const said = firstOf(given.positional[0]?.value, given.named.get("layers")?.value);
      chain.parts.push(...(said === undefined || said === null ? [] : (tensorsIn(said) ?? [unknown])));
      return null;
    });
    method("add", (chain, given) => {
      chain.parts.push(given.positional[0]?.value ?? unknown);
      return null;
    });
    method("__call__", (chain, given, run) => {
      chain.isUsed = true;
      return this.through(chain, given.positional[0]?.value ?? unknown, given, run);
    });
    for (const name of ["summary", "compile", "build"]) method(name, () => null);
  }

  /** Chains that nobody has called are models of their own, where they say what they read. */
  finish(run: Run): void {
    for (const chain of this.chains.values()) {
      if (chain.isUsed) continue;
      const [first, ...rest] = chain.parts;
      const input = first === undefined ? undefined : this.inputOf(first, chain.at, run);
      if (!input) continue;
      const parts = isKind(first!, "tensor") ? rest : chain.parts;
      const output = this.through({ ...chain, parts }, input, chain.at, run);
      if (isKind(output, "tensor")) this.built.push({ inputs: [input], outputs: [output], at: chain.at });
    }
  }

  private chainOf(self: Obj, at: Omit<Arguments, "positional">): Chain {
    const known = this.chains.get(self) ?? { parts: [], at: { ...at, positional: [] }, isUsed: false };
    this.chains.set(self, known);
    return known;
  }

  private inputOf(first: Value, at: Arguments, run: Run): Tensor | undefined {
    if (isKind(first, "tensor")) return first;
    const said = this.layers.isMade(first) ? this.layers.inputOf(first) : undefined;
    return said && this.tensor(said, "input", at, run);
  }

  private through({ parts }: Chain, from: Value, at: Arguments, run: Run): Value {
    return parts.reduce((value, part): Value => {
      if (isKind(part, "tensor")) return value;
      return run.call(part, { ...at, positional: [{ value, span: at.span }], named: new Map() });
    }, from);
  }

  private begin(given: Arguments, run: Run): Value {
    const shape = given.named.get("shape") ?? given.positional[0];
    const name = given.named.get("name")?.value;
    return (shape && this.tensor(shape, typeof name === "string" ? name : "input", given, run)) ?? unknown;
  }

  /** With any number of images. */
  private tensor({ value, span }: Given, name: string, at: Arguments, run: Run): Tensor | undefined {
    const items = run.items(value);
    const sizes = items?.map((one): Dim => dimOf(one) ?? Number.NaN);
    return sizes && (run as Machine).trace.input(name, [batch, ...sizes], span ?? at.span);
  }

  private make(given: Arguments, cls: Class): Value {
    const all = (name: string, at: number): readonly Tensor[] => {
      const value = firstOf(given.named.get(name)?.value, given.positional[at]?.value) ?? null;
      const found = value === null ? undefined : tensorsIn(value);
      return found?.every((one) => isKind(one, "tensor")) ? (found as readonly Tensor[]) : [];
    };
    const [inputs, outputs] = [all("inputs", 0), all("outputs", 1)];
    if (cls === this.model && inputs.length && outputs.length) this.built.push({ inputs, outputs, at: given });
    return { kind: "object", class: cls, attributes: new Map(), open: true, made: given };
  }
}
