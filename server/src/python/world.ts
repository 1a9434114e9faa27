import type { PythonFiles } from "../core/python-class";
import type { Vocabulary } from "../core/vocabulary";
import { pytorch } from "../vocabularies/pytorch";
import type { OtherFiles } from "./elsewhere";
import { FilesOfPython } from "./files";
import { tools } from "./inputs/tools";
import { homeOf, libraryOf, namesOf, placeOf } from "./library/index";
import { MadeNames } from "./made-names";
import { containers } from "./nn/containers";
import { layerClass } from "./nn/layers";
import { moduleClass } from "./nn/module-class";
import { classOf } from "./run/classes";
import { library } from "./stdlib/index";
import type { Module } from "./syntax/ast";
import { layers, torchNames } from "./torch/index";
import { lossClasses } from "./torch/losses";
import { namesOfNn } from "./torch/names";
import {
  type Class,
  firstOf,
  isKind,
  type Namespace,
  native,
  type Scope,
  unknown,
  type Value,
  valueAt,
} from "./values";
import "./nn/module";

/** The words of a file of Python, which writes its values as Python does. */
export const words: Vocabulary = {
  ...pytorch,
  literals: { true: "True", false: "False", null: "None" },
  written: { true: "True", false: "False", assigns: "=" },
};

const always = (values: readonly (readonly [string, Value])[]) =>
  values.map(([name, value]): [string, () => Value] => [name, () => value]);

/** A tensor that is learned. */
const parameterClass = classOf("Parameter", [], {
  make({ positional, span, callee, ...more }, run) {
    const [data] = positional;
    if (!data || !isKind(data.value, "tensor")) return unknown;
    const learning = { of: new Map(), name: "" };
    const said = firstOf(positional[1]?.value, more.named.get("requires_grad")?.value);
    if (said !== undefined) learning.of.set("", said);
    return run.tensor(data.value.shape, { positional, span, callee, ...more }, { parameter: true, learning });
  },
});

/** Modules of torchvision that are one operator each. */
const visionLayers = ["LayerNorm2d", "StochasticDepth"].map((name): [string, Class] => [
  name,
  layerClass(name, { op: name }, words),
]);

const buffer = native("Buffer", ({ positional }) => valueAt(positional, 0));

/** How each name of `torch.nn` is made; a program may change classes, so that no other gets the same. */
const neural: ReadonlyMap<string, ((name: string) => Value) | undefined> = new Map([
  ...namesOf("torch.nn").map((name): [string, undefined] => [name, undefined]),
  ...always([["Module", moduleClass], ...containers.map((cls): [string, Class] => [cls.name, cls])]),
  ...[...layers].map(([name, of]): [string, () => Value] => [name, () => layerClass(name, of, words)]),
  ...always([...lossClasses, ["Parameter", parameterClass], ["Buffer", buffer]]),
]);

const isNeural = (path: string): boolean => path === "torch.nn" || path === "torch.nn.modules";

/** Runs a program of somebody, whose names it gives in the end; into others where some are given. */
type Run = (program: Module, into?: Scope) => ReadonlyMap<string, Value>;

/** What a program finds where it imports. What it changes there is its own. */
export class Imports {
  private readonly known = new Map<string, Value>();
  private readonly files: FilesOfPython | undefined;

  constructor(
    private readonly run: Run,
    around?: { readonly files: PythonFiles; readonly others: OtherFiles },
  ) {
    this.files = around && new FilesOfPython(around.files, around.others, (module, scope) => run(module, scope));
  }

  /** A module by its dotted name; what is no library that is known here may be a file beside the one that imports it. */
  module(path: string, level = 0, from?: Scope): Value {
    const library = level ? unknown : this.library(path);
    return isKind(library, "unknown") ? (this.files?.imported(path, level, from) ?? unknown) : library;
  }

  /** A file by its path. */
  file(path: string): Namespace | undefined {
    return this.files?.file(path, path);
  }

  private library(written: string): Value {
    const path = placeOf(written);
    const found = this.known.get(path);
    if (found !== undefined) return found;
    const made = this.made(path);
    this.known.set(path, made);
    const program = isNeural(path) ? undefined : libraryOf(path);
    // It may import itself, so it is known before it is run.
    if (program && isKind(made, "namespace"))
      for (const [name, value] of this.run(program)) if (!made.names.has(name)) made.names.set(name, value);
    return made;
  }

  below(of: Namespace, inner: string): Value | undefined {
    const file = this.files?.below(of, inner);
    if (file !== undefined) return file;
    const { name } = of;
    const home = homeOf(name, inner);
    const at = home === undefined ? undefined : this.library(home);
    if (at !== undefined && isKind(at, "namespace")) return at.names.get(inner);
    if (name.startsWith("torchvision.models") && inner.endsWith("_Weights")) return this.weights();
    const value = this.library(`${name}.${inner}`);
    return isKind(value, "unknown") ? undefined : value;
  }

  /** What names the weights that a network of torchvision may load. */
  private weights(): Value | undefined {
    const at = this.library("torchvision.models._utils");
    return isKind(at, "namespace") ? at.names.get("_Weights") : undefined;
  }

  private made(path: string): Value {
    if (isNeural(path)) {
      let ran: ReadonlyMap<string, Value> | undefined;
      const composed = (name: string): Value => {
        ran ??= this.run(libraryOf("torch.nn")!);
        return firstOf(ran.get(name), unknown)!;
      };
      const names = new MadeNames(neural, (name) => (neural.get(name) ?? composed)(name));
      return { kind: "namespace", name: path, names, open: true, ...(path === "torch.nn" && { all: namesOfNn }) };
    }
    const parameters: Namespace = {
      kind: "namespace",
      name: path,
      names: new Map([["Parameter", parameterClass]]),
      open: true,
    };
    if (path === "torch.nn.parameter") return parameters;
    if (path === "torchvision.ops") return { kind: "namespace", name: path, names: new Map(visionLayers), open: true };
    const found = path.startsWith("torch") || path in tools ? torchNames(path) : library(path);
    return found ? { ...found, names: new MadeNames(found.names, (name) => found.names.get(name)!) } : unknown;
  }
}
