import { say } from "../../core/message";
import { giving } from "../builtins/functions";
import { Fault } from "../fault";
import {
  type Arguments,
  firstOf,
  isKind,
  type Native,
  native,
  type Obj,
  type Run,
  tuple,
  unknown,
  type Value,
  valueAt,
} from "../values";
import { deleteAttribute, modulesIn, noParts } from "./attributes";
import { moduleClass } from "./module-class";
import { isOpen, knownParameters, parametersIn, setLearning } from "./parameters";

type Method = (self: Obj, given: Arguments, run: Run) => Value;

/** A method of instances: what it is called with stands behind its instance. */
export const method = (name: string, call: Method): Native =>
  native(name, (given, run) => {
    const [self, ...positional] = given.positional;
    return self && isKind(self.value, "object") ? call(self.value, { ...given, positional }, run) : unknown;
  });

const sequence = (items: readonly Value[]): Value => ({ kind: "sequence", items });
const partsOf = (self: Obj): readonly [string, Value][] => [...(self.module?.modules ?? [])];
const itself: Method = (self) => self;

function inMode(self: Obj, mode: Value, run: Run): Value {
  for (const [, one] of modulesIn(self)) run.set(one.attributes, "training", mode);
  return self;
}

const word = { buffers: "tensor", parameters: "param", modules: "module" } as const;

const register =
  (kind: "buffers" | "parameters" | "modules"): Method =>
  (self, given, run) => {
    const [name, value = null] = [
      firstOf(given.positional[0]?.value, given.named.get("name")?.value),
      firstOf(given.positional[1]?.value, given.named.get(word[kind])?.value, null)!,
    ];
    const isSwapped = kind === "modules" && typeof value === "string";
    if (isSwapped) run.raise("TypeError", say`add_module takes a name before the module`);
    const parts = (self.module ??= noParts())[kind];
    if (typeof name === "string") run.set(parts, name, value);
    else self.open = true;
    return null;
  };

const table: { readonly [name: string]: Method } = {
  __init__(self, { positional, named, open }) {
    const count = positional.length + named.size;
    if (count && !open && self.class.order.includes(moduleClass)) {
      const given = say`${"Module.__init__"} takes nothing`;
      const message =
        count === 1 ? say`${given}, but is given 1 argument` : say`${given}, but is given ${count} arguments`;
      throw new Fault("TypeError", { id: "wrong-call", message });
    }
    self.module ??= noParts();
    return null;
  },
  add_module: register("modules"),
  register_module: register("modules"),
  register_buffer: register("buffers"),
  register_parameter: register("parameters"),
  apply(self, given, run) {
    const call = given.positional[0]?.value;
    if (call !== undefined) for (const [, one] of modulesIn(self)) run.call(call, giving([one]));
    return self;
  },
  children: (self) => (isOpen(self) ? unknown : sequence(partsOf(self).map(([, part]) => part))),
  named_children: (self) => (isOpen(self) ? unknown : sequence(partsOf(self).map((part) => tuple(part)))),
  modules: (self) => (self.open ? unknown : sequence(modulesIn(self).map(([, one]) => one))),
  named_modules: (self) => (self.open ? unknown : sequence(modulesIn(self).map((part) => tuple(part)))),
  parameters(self, given, run) {
    const all = given.positional.length + given.named.size === 0 ? parametersIn(self, run) : undefined;
    return all ? sequence(all.map(([, value]) => value)) : unknown;
  },
  named_parameters(self, given, run) {
    const all = given.positional.length + given.named.size === 0 ? parametersIn(self, run) : undefined;
    return all ? sequence(all.map((part) => tuple(part))) : unknown;
  },
  requires_grad_(self, { positional, named }, run) {
    const value = firstOf(positional[0]?.value, named.get("requires_grad")?.value, true)!;
    for (const [, one] of knownParameters(self, run)) setLearning(one, value, run);
    return self;
  },
  get_submodule(self, given) {
    const path = given.positional[0]?.value;
    return modulesIn(self).find(([name]) => name === path)?.[1] ?? unknown;
  },
  eval: (self, _, run) => inMode(self, false, run),
  train(self, given, run) {
    return inMode(self, given.positional.length ? valueAt(given.positional, 0) : true, run);
  },
  __setattr__(self, { positional: [name, value] }, run) {
    if (value && typeof name?.value === "string") run.setAttribute(self, name.value, value.value);
    else self.open = true;
    return null;
  },
  __delattr__(self, given, run) {
    deleteAttribute(self, valueAt(given.positional, 0), run);
    return null;
  },
  load_state_dict: () => unknown,
  state_dict: () => unknown,
  zero_grad: () => null,
};

for (const [name, call] of Object.entries(table)) moduleClass.names.set(name, method(name, call));
const itselfToo = "to cuda cpu half float double bfloat16 type share_memory compile to_empty ipu xpu";
for (const name of itselfToo.split(" ")) moduleClass.names.set(name, method(name, itself));

/** What else every module has; nothing is known of what it gives. */
const others =
  "T_destination buffers dump_patches extra_repr get_buffer get_extra_state get_parameter named_buffers " +
  "register_backward_hook register_forward_hook register_forward_pre_hook register_full_backward_hook " +
  "register_full_backward_pre_hook register_load_state_dict_post_hook register_load_state_dict_pre_hook " +
  "register_state_dict_post_hook register_state_dict_pre_hook set_extra_state set_submodule";
for (const name of others.split(" "))
  moduleClass.names.set(
    name,
    native(name, () => unknown),
  );
