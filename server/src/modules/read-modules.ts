import type { Declared, DeclaredModules } from "../core/declared";
import type { Arg } from "../core/graph";
import { say } from "../core/message";
import { didYouMean, nearest } from "../core/nearest";
import { type Param, type Params, param } from "../core/param";
import { changeTo, problem, type Report } from "../core/problem";
import { int, size } from "../core/types";
import { numberOf } from "../core/value";
import { spell } from "../core/vocabulary";
import { type Entry, entriesOf, isMissing, itemsOf, type Tree, textOf } from "../tree/tree";
import { blockAt } from "./block";
import { blockOp } from "./block-op";
import { type Formula, formulaAt, formulaIn, positive } from "./formula";
import { moduleKeys } from "./keys";
import { type Figures, ownOp } from "./own-op";
import { type Argument, signatureOf } from "./signature";
import { asValue, written } from "./written";

/** What `modules:` declares. What is wrong is reported at its place; a module with mistakes is still known by its name. */
export function modulesOf(entry: Entry | undefined, text: string, report: Report): DeclaredModules {
  if (entry && entry.value.kind !== "map" && !isMissing(entry.value))
    report(problem("wrong-setting", entry.value.span, say`modules is a map of names and what they are`));
  const modules = new Map<string, Declared>();
  for (const one of entriesOf(entry?.value)) {
    if (/^[A-Za-z_]\w*(?:\.\w+)*$/.test(one.key)) modules.set(one.key, moduleOf(one, text, report));
    else report(problem("wrong-name", one.keySpan, say`${one.key} is no name of a class`));
  }
  return modules;
}

type Entries = ReadonlyMap<string, Entry>;

function moduleOf({ key: name, value }: Entry, text: string, report: Report): Declared {
  if (value.kind !== "map" && !isMissing(value))
    report(problem("wrong-setting", value.span, say`${name} is a map with the keys ${allKeys.join(", ")}`));
  const entries = knownEntries(value, report);
  const { arguments: signature, open } = signatureOf(entries.get("args"), report);
  const repeats = flag(entries.get("repeats"), false, report);
  const scaled = scaledIn(entries.get("scaled"), signature, report);
  const told = flag(entries.get("told"), scaled.length > 0, report);
  const own = signature.filter((one) => one.name !== "c1" && !(repeats && one.name === "n"));
  const params = paramsOf(own, scaled, repeats);
  const names = ["c1", ...Object.keys(params), "height", "width"];
  const doc = textOf(entries.get("doc")?.value) ?? "A module of your own, declared in the configuration.";

  const block = entries.get("block");
  if (block) onlyBlock(entries, report);
  const layers = block && blockAt(block, names, text, report);
  const figures = block ? channelsAt(entries, names, report) : figuresAt(entries, names, report);
  const op = layers ? blockOp(name, doc, params, layers) : ownOp(name, doc, params, standing(figures, scaled, block));
  const states = told || signature.some((one) => one.name === "c1");
  return {
    name,
    spelling: spell(op, {
      ...(states && { states: { c1: "x.C" } }),
      implied: [...(told ? ["c1"] : []), ...(repeats ? ["n"] : [])],
      order: signature.map((one) => one.name).filter((one) => !(one === "c1" && told) && !(one === "n" && repeats)),
    }),
    scaled,
    open,
    repeats,
    counted: counter(told || scaled.length > 0, figures.channels, own, scaled),
  };
}

/** What is not said follows from what is: a number of channels that is scaled is the one that comes out. */
const standing = (figures: Figures, [first]: readonly string[], block: Entry | undefined): Figures =>
  figures.channels || block || first === undefined ? figures : { ...figures, channels: named(first) };

const named =
  (name: string): Formula =>
  (values) => {
    const value = values.get(name);
    return value?.kind === "size" ? value.dim : (numberOf(value) ?? Number.NaN);
  };

/** A parser that knows nothing of a module takes it to keep its channels. */
const counter =
  (known: boolean, channels: Formula | undefined, own: readonly Argument[], [first]: readonly string[]) =>
  (input: number | undefined, args: readonly Arg[]): number | undefined => {
    if (!known) return input;
    const formula = channels ?? (first === undefined ? undefined : named(first));
    if (!formula) return undefined;
    const values = new Map([["c1", asValue(input ?? Number.NaN)]]);
    for (const one of own) {
      const arg = args.find(({ name }) => name === one.name);
      if (arg) values.set(one.name, arg.value);
      else if ("default" in one) values.set(one.name, asValue(one.default));
    }
    const count = positive(formula(values));
    return typeof count === "number" && Number.isInteger(count) ? count : undefined;
  };

function paramsOf(own: readonly Argument[], scaled: readonly string[], repeats: boolean): Params {
  const params: { [name: string]: Param<any> } = {};
  for (const one of own) {
    const isScaled = scaled.includes(one.name);
    params[one.name] = param<any>(isScaled ? size() : written, {
      doc: isScaled ? "As the configuration declares it; scaled by width." : "As the configuration declares it.",
      ...("default" in one && { default: one.default }),
    });
  }
  if (repeats) params["n"] = param(int(), { doc: "How often the inside is repeated.", default: 1 });
  return params;
}

const allKeys = moduleKeys.map(({ name }) => name);

function knownEntries(tree: Tree, report: Report): Entries {
  const entries = new Map<string, Entry>();
  for (const entry of entriesOf(tree)) {
    entries.set(entry.key, entry);
    if (allKeys.includes(entry.key)) continue;
    const near = nearest(entry.key, allKeys);
    const message = say`a module has ${allKeys.join(", ")}, but no ${entry.key}${didYouMean(near)}`;
    report(problem("unknown-setting", entry.keySpan, message, changeTo(near, entry.keySpan)));
  }
  return entries;
}

/** Layers say all of it but what the parser believes. */
function onlyBlock(entries: Entries, report: Report): void {
  for (const key of ["size", "parameters", "macs"]) {
    const entry = entries.get(key);
    if (entry)
      report(problem("wrong-setting", entry.keySpan, say`${key} follows from block, and is not read beside it`));
  }
}

function channelsAt(entries: Entries, names: readonly string[], report: Report): Figures {
  const entry = entries.get("channels");
  return entry ? { channels: formulaAt(entry, names, report) } : {};
}

function figuresAt(entries: Entries, names: readonly string[], report: Report): Figures {
  const costs = (["parameters", "macs"] as const).flatMap((key) => {
    const entry = entries.get(key);
    return entry ? [[key, formulaAt(entry, names, report)] as const] : [];
  });
  return {
    ...channelsAt(entries, names, report),
    ...sizeAt(entries.get("size"), names, report),
    ...Object.fromEntries(costs),
  };
}

/** `same`, a formula over `size` for both sides, or one for the height and one for the width. */
function sizeAt(entry: Entry | undefined, names: readonly string[], report: Report): Figures {
  if (!entry) return {};
  const { value } = entry;
  if (textOf(value) === "same") return { height: named("height"), width: named("width") };
  if (value.kind === "list" && value.items.length === 2) {
    const [height, width] = value.items.map((item) => formulaIn(item, names, report));
    return { height: height!, width: width! };
  }
  if (value.kind === "scalar" && !isMissing(value)) {
    const both = formulaIn(value, [...names, "size"], report);
    return { height: both, width: both };
  }
  const example = "(size - 1) // 2 + 1";
  const span = isMissing(value) ? entry.keySpan : value.span;
  report(
    problem(
      "wrong-setting",
      span,
      say`size is same, a formula such as ${example}, or one for height and one for width`,
    ),
  );
  return {};
}

function flag(entry: Entry | undefined, standard: boolean, report: Report): boolean {
  if (!entry) return standard;
  const { key, keySpan, value } = entry;
  if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
  report(problem("wrong-setting", isMissing(value) ? keySpan : value.span, say`${key} is true or false`));
  return standard;
}

/** Names of arguments: `[c2]`, or one by itself. */
function scaledIn(entry: Entry | undefined, signature: readonly Argument[], report: Report): readonly string[] {
  if (!entry) return [];
  const { keySpan, value } = entry;
  const names = signature.map(({ name }) => name);
  const items: readonly Tree[] = value.kind === "list" ? itemsOf(value) : [value];
  return items.flatMap((item) => {
    const word = textOf(item);
    if (word !== undefined && names.includes(word)) return [word];
    const near = word === undefined ? undefined : nearest(word, names);
    const span = isMissing(item) ? keySpan : item.span;
    const message =
      word === undefined ? say`scaled is a list of arguments` : say`args has no ${word}${didYouMean(near)}`;
    report(problem("wrong-setting", span, message, changeTo(near, span)));
    return [];
  });
}
