import type { Obj } from "../objects";
import { classOf, lookUpIn } from "../run/classes";
import { sizesIn } from "../torch/sizes";
import { type Class, firstOf, isKind, type Native, native, tuple, unknown, type Value, whole } from "../values";

/** What a layer of somebody's own learns, by the node of the tensor. */
export interface Learned {
  readonly name: string;
  readonly kind: "trainable" | "frozen";
}

/** The class that people make layers of their own from: `build` is called once, by what comes in, and then `call`. */
export function layerClass(learned: Map<number, Learned>): Class {
  const base = classOf("Layer", [], { open: true });
  const built = new WeakSet<Obj>();
  const method = (name: string, call: (self: Obj, ...of: Parameters<Native["call"]>) => Value): void => {
    base.names.set(
      name,
      native(name, ({ positional: [self, ...positional], ...given }, run) =>
        self && isKind(self.value, "object") ? call(self.value, { ...given, positional }, run) : unknown,
      ),
    );
  };
  method("__init__", () => null);
  method("build", () => null);
  method("add_weight", (_, given, run) => {
    const said = firstOf(given.named.get("shape")?.value, given.positional[0]?.value);
    const sizes = sizesIn(said, run);
    const tensor = run.tensor(sizes, { ...given, positional: [] }, { parameter: true });
    const name = given.named.get("name")?.value;
    const kind = given.named.get("trainable")?.value === false ? "frozen" : "trainable";
    learned.set(tensor.node, { name: typeof name === "string" ? name : "weight", kind });
    return tensor;
  });
  method("__call__", (self, given, run) => {
    const [first] = given.positional;
    const { order } = self.class;
    const [build, call] = [lookUpIn(order, "build"), lookUpIn(order, "call")];
    if (!call || !build || !first) return unknown;
    const own = { value: self, span: given.span };
    if (!built.has(self)) {
      built.add(self);
      const { value } = first;
      const shape = isKind(value, "tensor") && value.shape ? tuple(value.shape.map(whole)) : unknown;
      run.call(build, { ...given, positional: [own, { value: shape, span: first.span }], named: new Map() });
    }
    return run.call(call, { ...given, positional: [own, ...given.positional] });
  });
  return base;
}
