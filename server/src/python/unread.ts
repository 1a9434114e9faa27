import type { Machine } from "./run/machine";
import { isKind, type Value } from "./values";

/** What has no part in shapes: types, devices, modes, and what goes on around a model. */
const aside =
  /^torch\.(?:Tensor\.)?(?:u?int\d+|b?float\d*|half|double|short|long|int|bool|complex\d*|device|dtype|layout|(?!Tensor\.)[A-Z]\w*|\w*_format|strided|\w*grad\w*|inference_mode|manual_seed|get_\w+|set_\w+|is_\w+|cuda|cpu|backends|jit|optim|utils|distributed|autograd|onnx|hub|version|nn\.(?:init|utils|parallel)|__\w+)\b/;

const library = /^(?:torch|torchvision\.ops)\./;
/** Where all names stand for something that a model does. */
const always = /^(?:torch\.nn\.(?:functional\.)?|torchvision\.ops\.)(?!init\b|utils\b|parallel\b|modules\b)\w+$/;

/** Remembers a name of PyTorch of which nothing is known, where a model asks for it. */
export function unread(machine: Machine, name: string): void {
  if (!library.test(name) || aside.test(name)) return;
  if (!always.test(name) && machine.depth + machine.making === 0) return;
  const places = machine.trace.unread.get(name) ?? new Set();
  machine.trace.unread.set(name, places.add(machine.at.from));
}

/** The same of a module of PyTorch in which nothing is known, as any name is that could be one. */
export function unreadHere(machine: Machine, found: Value): void {
  if (isKind(found, "namespace") && found.open && !found.names.size) unread(machine, found.name);
}

/** What is known least of: of `torch.fft` and `torch.fft.rfft2` the latter, with how many places ask for each. */
export function unreadNames(all: ReadonlyMap<string, ReadonlySet<number>>): ReadonlyMap<string, number> {
  const names = [...all.keys()];
  const last = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
  return new Map(last.map((name) => [name, all.get(name)!.size]));
}
