/** A key of a declared module; what completion, hover and the documentation say of it comes from here. */
export interface ModuleKey {
  readonly name: string;
  readonly doc: string;
}

export const moduleKeys: readonly ModuleKey[] = [
  { name: "doc", doc: "What the module does, for hover." },
  {
    name: "args",
    doc: "The arguments of its constructor in their order: [c1, kernel_size = 7], or a map with defaults; *rest stands for any more. c1 is the number of channels that come in.",
  },
  {
    name: "told",
    doc: "true: the parser puts c1 in front, and counts the channels that come out. Default: true where arguments are scaled.",
  },
  { name: "scaled", doc: "Arguments that the parser scales by width: [c2]." },
  {
    name: "repeats",
    doc: "true: the module repeats itself inside, n times; otherwise a repeated row is a chain of copies.",
  },
  {
    name: "channels",
    doc: "How many channels come out: a formula over c1, height, width and args. Default: the first scaled argument.",
  },
  {
    name: "size",
    doc: "Height and width of what comes out: same, a formula over size such as (size - 1) // s + 1, or a list of two.",
  },
  { name: "parameters", doc: "How many weights it has: a formula." },
  { name: "macs", doc: "Multiply-accumulates for one image: a formula." },
  {
    name: "block",
    doc: "Instead of formulas: its layers as in the native format, in PyTorch's words; $c1 and $kernel_size are values.",
  },
];
