import { tensorClass } from "../builtins/types";
import { tools } from "../inputs/tools";
import { counting } from "../numbers/index";
import { isKind, type Namespace, type Native, native, tuple, unknown, type Value, whole } from "../values";
import { binaries, maskedFill, where } from "./arithmetic";
import { creations } from "./creation";
import { functional, nativesIn, ofTensors } from "./functions";
import { gathering, sampling } from "./gathering";
import { count } from "./items";
import { losses } from "./losses";
import { namesOfFunctional } from "./names";
import { cuts, joins } from "./pieces";
import { shapeKeepers } from "./pointwise";
import { reductions } from "./reductions";
import { reshapings } from "./reshaping";
import { ofSeveral, weighted } from "./weighted";

export { tensorBinary } from "./arithmetic";
export { tensorAttribute } from "./attributes";
export { tensorItem } from "./items";
export { layers } from "./layers";

const first = (name: string): Native => native(name, ({ positional }) => positional[0]?.value ?? unknown);
const always = (name: string, value: Value): Native => native(name, () => value);

/** What belongs to no tensor. */
const others: readonly Native[] = [
  native("is_tensor", ({ positional }) => positional[0] !== undefined && isKind(positional[0].value, "tensor")),
  native("numel", ({ positional }) => {
    const value = positional[0]?.value;
    return value !== undefined && isKind(value, "tensor") ? whole(count(value)) : unknown;
  }),
  native("Size", ({ positional }, run) => {
    const items = positional[0] && run.items(positional[0].value);
    return items ? tuple(items) : unknown;
  }),
  always("_assert", null),
  first("compile"),
  // Of numbers that are not known, nobody knows how many are left.
  ...["diff", "unique"].map((name) => native(name, (given, run) => run.tensor(undefined, given))),
];

/** It calls a function with what stands behind it, and forgets what it computed on the way. */
const checkpoint = native("checkpoint", (given, run) => {
  const [called, ...positional] = given.positional;
  const named = new Map([...given.named].filter(([name]) => name !== "use_reentrant" && name !== "preserve_rng_state"));
  return called ? run.call(called.value, { ...given, positional, named }) : unknown;
});

/** By where it is imported from; where several natives have one name, the first. */
const namespaces: { readonly [path: string]: readonly Native[] } = {
  torch: [
    ...others,
    ...creations,
    ...joins,
    ...nativesIn(ofTensors).map(([, one]) => one),
    ...reshapings,
    ...cuts,
    ...reductions,
    ...binaries,
    ...gathering,
    maskedFill,
    where,
    ...ofSeveral,
    ...shapeKeepers,
    ...weighted,
  ],
  "torch.nn.functional": [
    ...nativesIn(functional).map(([, one]) => one),
    ...weighted,
    ...sampling,
    ...losses,
    ...shapeKeepers,
  ],
  "torch.utils.checkpoint": [checkpoint],
  "torch.nn.utils": [first("spectral_norm")],
  "torch.nn.utils.parametrizations": [first("spectral_norm")],
  "torch.jit": [always("is_scripting", false), always("is_tracing", false), first("script")],
};

/** By path, as it follows from the tables; whoever changes something in one takes a copy. */
const tabled = new Map<string, Namespace>();

/** What torch has under a path; nothing is known of what is in no table. */
export function torchNames(path: string): Namespace {
  const known = tabled.get(path);
  if (known) return known;
  const made = namesIn(path);
  // Programs may ask for any path.
  if (made.names.size) tabled.set(path, made);
  return made;
}

function namesIn(path: string): Namespace {
  const natives = [...(namespaces[path] ?? []), ...(tools[path] ?? [])];
  return {
    kind: "namespace",
    name: path,
    names: new Map<string, Value>([
      ...[...natives].reverse().map((one): [string, Value] => [one.name, counting(one)]),
      ...(path === "torch" ? [[tensorClass.name, tensorClass] as const] : []),
    ]),
    open: true,
    ...(path === "torch.nn.functional" && { all: namesOfFunctional }),
  };
}
