import type { Shape } from "../core/dim";
import type { Call, Module, Program, Statement } from "../core/program";
import type { Span } from "../core/span";
import type { Attempt } from "./attempt";
import { isNowhere } from "./library/index";
import { modulesIn } from "./nn/attributes";
import type { ModuleCall, Ran, Trace } from "./trace";
import { isKind, type Obj, type Tensor, type Value } from "./values";

/** Where things of a run have come to in its graph. */
export interface Places {
  /** By a node of the trace, the first node of the graph that it brings along; last of all, how many there are. */
  readonly starts: ReadonlyMap<number, number>;
  /** The node that brings in the weights of a layer. */
  readonly owners: ReadonlyMap<Obj, number>;
  /** What a node of the trace is called. */
  labelOf(id: number): string;
  /** The nodes of parameters that modules have of their own. */
  parametersOf(of: Obj): readonly number[];
}

const nobody: Attempt = { from: 0, to: 0 };

/** The modules and statements of one run of a model. */
export function programOf(of: Obj, taken: Attempt | undefined, trace: Trace, places: Places): Program {
  const { from, to } = taken ?? nobody;
  const isWithin = (one: { readonly from: number; readonly to: number }): boolean => from <= one.from && one.to <= to;
  const calls = trace.modules.filter(isWithin);
  const paths = new Map(modulesIn(of).map(([path, one]) => [one, path]));
  const called = new Set(calls.map((call) => call.of));
  const idle = [...paths.keys()].filter((one) => one !== of && !one.module?.layer && !called.has(one));
  const whole: Module = {
    ...madeOf(of, "", places),
    inputs: trace.nodes.slice(from, to).flatMap(({ given }) => (given ? [given] : [])),
    outputs: tensorsIn(taken?.output).map(({ shape }) => shape),
    nodes: placesIn({ from, to }, places),
  };
  const nothing = { inputs: [], outputs: [], nodes: [] };
  return {
    modules: [
      whole,
      ...calls.map((call) => calledModule(call, paths.get(call.of) ?? "", places)),
      ...idle.map((one) => ({ ...madeOf(one, paths.get(one)!, places), ...nothing })),
    ],
    statements: trace.statements.filter(isWithin).flatMap((one) => {
      const last = calls.find((call) => one.from <= call.from && call.to === one.to && call.result === one.result);
      return statementOf(one, last && paths.get(last.of), trace, places);
    }),
  };
}

function calledModule(call: ModuleCall, label: string, places: Places): Module {
  const { of, given, result } = call;
  const { span, callee } = given;
  const read = [...given.positional, ...given.named.values()].flatMap(({ value }) => tensorsIn(value));
  return {
    ...madeOf(of, label, places),
    call: { span, callee },
    inputs: read.map(({ shape }) => shape),
    outputs: tensorsIn(result).map(({ shape }) => shape),
    nodes: placesIn(call, places),
  };
}

function madeOf(of: Obj, label: string, places: Places) {
  const { nameSpan, name } = of.class;
  const { span, callee } = of.made;
  const made: Call = { span, callee };
  const owners = modulesIn(of).flatMap(([, one]) => {
    const own = places.owners.get(one);
    return [...(own === undefined ? [] : [own]), ...places.parametersOf(one)];
  });
  const isHere = nameSpan && !isNowhere(nameSpan);
  return { label, op: name, ...(isHere && { classSpan: nameSpan }), made, owners: [...new Set(owners)] };
}

function placesIn({ from, to }: Span, { starts }: Places): readonly number[] {
  const [first = 0, end = 0] = [starts.get(from), starts.get(to)];
  return Array.from({ length: end - first }, (_, i) => first + i);
}

/** Nothing of a statement that gives anything else than tensors. */
function statementOf(ran: Ran, module: string | undefined, trace: Trace, places: Places): readonly Statement[] {
  const { span, result } = ran;
  const given = onlyTensors(result);
  if (!given?.length) return [];
  const inputs: (Shape | undefined)[] = [];
  for (let id = ran.from; id < ran.to; id++) {
    inputs.push(...(trace.sources.get(id) ?? []));
    for (const { node, port } of trace.nodes[id]!.inputs)
      if (node !== undefined && node < ran.from) inputs.push(trace.steps[node]?.outcome?.outputs[port]);
  }
  const label = module || places.labelOf(given.at(-1)!.node);
  return [{ span, label, inputs, outputs: given.map(({ shape }) => shape), nodes: placesIn(ran, places) }];
}

function onlyTensors(value: Value | undefined): readonly Tensor[] | undefined {
  if (value === undefined || value === null || typeof value !== "object") return undefined;
  if (value.kind === "tensor") return [value];
  if (value.kind !== "tuple" && value.kind !== "list") return undefined;
  if (value.kind === "list" && value.open) return undefined;
  const items = value.items.map(onlyTensors);
  return items.every((item) => item !== undefined) ? items.flat() : undefined;
}

function tensorsIn(value: Value | undefined): readonly Tensor[] {
  if (value === undefined || value === null || typeof value !== "object") return [];
  if (isKind(value, "tensor")) return [value];
  if (value.kind === "tuple" || value.kind === "list") return value.items.flatMap(tensorsIn);
  if (value.kind === "dict") return [...value.entries.values()].flatMap(([, item]) => tensorsIn(item));
  return [];
}
