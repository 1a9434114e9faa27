import { asShape } from "../../core/axes";
import type { Declared } from "../../core/declared";
import { type Dim, isKnown, type Shape, unranked } from "../../core/dim";
import type { Arg } from "../../core/graph";
import { type Op, op, type Tensor } from "../../core/op";
import { type Param, param } from "../../core/param";
import type { PythonClass } from "../../core/python-class";
import { spell } from "../../core/vocabulary";
import { type Constructor, type Convention, constructorOf, nameOf } from "./convention";
import type { OwnClass } from "./own-class";
import { replay } from "./replay";
import { type Given, runBy, type Vote, voteOf } from "./vote";
import { Default, written } from "./written";

/** How a class is called: by one convention, or by whatever each row is found to be written for. */
export type Calling = { readonly by: Convention; readonly tells: boolean } | "any";

/** Names under which rows hand over what no parameter of the class is for. */
const more = "more arguments";
const wide = "scaled channels";
const counts = "counted channels";

type Args = { readonly [name: string]: unknown };

/** A class of the workspace as a module that rows can name. */
export function declaredOf(name: string, source: PythonClass, calling: Calling, of: OwnClass | undefined): Declared {
  const made = constructorOf(source);
  const by = calling === "any" ? undefined : calling.by;
  const own = by ? (source.args ?? []).filter((arg) => !arg.startsWith("*")) : [];
  const params: { [name: string]: Param<any> } = {};
  if (by && Number.isFinite(by.skip)) {
    // What is scaled stands second, and is written first; what else is used up has no name in the class.
    const second = own[by.front.indexOf("c2")];
    for (let i = 0; i < by.skip; i++)
      if (i === 0 && second !== undefined) params[nameOf(second)] = param<any>(written, { doc: "" });
      else params[`argument ${i + 1}`] = param<any>(written, { doc: "Read by the parser, and not handed over." });
    for (const arg of own.slice(by.front.length)) params[nameOf(arg)] = paramOf(arg);
  }
  const order = Object.keys(params);
  const repeats = by ? by.front.includes("n") : made.isRepeated;
  const aside = [more, wide, counts, "n"];
  for (const one of aside) params[one] ??= param<any>(written, { doc: "Put in by the parser.", default: absent });
  const module = operator(
    name,
    source,
    params,
    (inputs, args) => {
      const given = givenBy(inputs, args, order, by);
      return by ? { convention: by, isSure: true, ran: of ? runBy(of, by, given) : "unknown" } : voted(of, made, given);
    },
    calling !== "any" && calling.tells,
  );
  return {
    name,
    spelling: { ...spell(module, { implied: aside, order }), foundIn: source },
    scaled: [],
    open: false,
    repeats,
    edit: (args, widen, chain) => [...edited(args, order, by, widen), ...(chain ? countedIn(chain, args) : [])],
    counted: (channels, args) => countedBy(by, channels, args, order[0]),
  };
}

const absent = new Default("");

const voted = (of: OwnClass | undefined, made: Constructor, given: Given): Vote =>
  of ? voteOf(of, made, given) : { isSure: false, ran: "unknown" };

function paramOf(arg: string): Param<any> {
  const [, standard] = / = ([\s\S]*)$/.exec(arg) ?? [];
  return param<any>(written, { doc: "", ...(standard !== undefined && { default: new Default(standard) }) });
}

/** Arguments under the names of the class, with what goes beyond them in a list. */
function edited(
  args: readonly Arg[],
  order: readonly string[],
  by: Convention | undefined,
  widen: (arg: Arg) => Arg,
): readonly Arg[] {
  const [first] = args;
  const kept = args.slice(0, order.length);
  const beyond = args.slice(order.length);
  const isScaled = by?.front.includes("c2") || by?.counted === "c2";
  const all = isScaled && kept[0] ? [widen(kept[0]), ...kept.slice(1)] : [...kept];
  if (!by && first) all.push({ name: wide, value: widen(first).value });
  const items = beyond.map(({ value }) => value);
  return beyond.length ? [...all, { name: more, value: { kind: "list", items, span: beyond[0]!.value.span } }] : all;
}

/** Channels as the parser counts them, for which it builds each copy; nought where it counts something nobody knows. */
function countedIn(chain: readonly (number | undefined)[], [first]: readonly Arg[]): readonly Arg[] {
  const span = first?.value.span ?? { from: 0, to: 0 };
  const isKnown = (one: number | undefined): one is number => one !== undefined && Number.isInteger(one);
  const items = chain.map((one) => ({ kind: "number" as const, value: isKnown(one) ? one : 0, span }));
  return [{ name: counts, value: { kind: "list", items, span } }];
}

function givenBy(inputs: readonly Shape[], args: Args, order: readonly string[], by: Convention | undefined): Given {
  const named = order.map((name) => args[name]);
  const end = named.findIndex((value) => value instanceof Default || value === undefined);
  const beyond = args[more] instanceof Default ? [] : (args[more] as readonly unknown[]);
  const all = [...(end < 0 ? named : named.slice(0, end)), ...beyond];
  const scaled = by ? all[0] : args[wide];
  const value = (one: unknown): unknown => (one instanceof Default ? undefined : one);
  const counted = value(args[counts]) as readonly number[] | undefined;
  return { inputs, args: all, wide: value(scaled), repeats: value(args["n"]) ?? 1, ...(counted && { counted }) };
}

function countedBy(
  by: Convention | undefined,
  channels: number | undefined,
  args: readonly Arg[],
  first: string | undefined,
): number | undefined {
  if (by?.counted === "c1") return channels;
  const value = by?.counted === "c2" ? args.find(({ name }) => name === first)?.value : undefined;
  return value?.kind === "number" ? value.value : undefined;
}

/** What a row of a class is found to be written for; what it gives is asked for by the same shapes and arguments. */
const votes = new WeakMap<Op, (inputs: readonly Shape[], args: Args) => Vote>();
export const voteAt = (of: Op, inputs: readonly Shape[], args: Args): Vote | undefined => votes.get(of)?.(inputs, args);

function operator(
  name: string,
  source: PythonClass,
  params: { readonly [name: string]: Param<any> },
  vote: (inputs: readonly Shape[], args: Args) => Vote,
  tells: boolean,
): Op {
  const made: Op = op({
    name,
    summary: source.doc ?? "",
    traits: ["own"],
    inputs: { x: "*+" },
    outputs: { y: "*" },
    params,
    infer({ x }, args, must, call) {
      const inputs = x as readonly Tensor[];
      const shapes = inputs.map((one) => asShape(one, "channels-first"));
      if (!shapes.every((shape) => shape.length && shape.every((dim: Dim) => isKnown(dim)))) return { y: unranked };
      const { convention, ran } = vote(shapes, args);
      if (convention && ran !== "unknown") {
        if ("graph" in ran) return { y: replay(ran.graph, ran.steps, inputs, call) as any };
        const { refusal } = ran;
        const tell = must as (...all: any[]) => void;
        if (tells && refusal) tell(refusal.id, "no", "op", refusal.message, refusal.places);
      }
      return { y: unranked };
    },
  });
  votes.set(made, vote);
  return made;
}
