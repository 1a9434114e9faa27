import { type Arguments, dimOf, isKind, numberOf, type Run } from "../values";
import { most, type Numbers, numbersOf } from "./array";
import { isWholeType } from "./functions";

type Make = (given: Arguments, run: Run, double: boolean) => Numbers | undefined;

const read = (given: Arguments, names: readonly string[]): readonly (number | undefined)[] =>
  names.map((name, i) => {
    const one = given.positional[i] ?? given.named.get(name);
    return one && numberOf(one.value);
  });

const isWhole = ({ positional, named }: Arguments): boolean =>
  [...positional, ...named.values()].every(({ value }) => typeof value !== "object" || value?.kind !== "float");

/** From the first number to the last, which is left out. */
const range: Make = (given, _, double) => {
  const said = given.positional.map(({ value }) => numberOf(value));
  const at = (name: string, or?: number) => (given.named.has(name) ? numberOf(given.named.get(name)!.value) : or);
  const end = given.named.has("stop") ? at("stop") : at("end");
  const ends = said.length > 1 || given.named.has("stop") || given.named.has("end");
  const start = ends && said.length ? said[0] : at("start", 0);
  const stop = said.length > 1 ? said[1] : ends ? end : said[0];
  const step = said.length > 2 ? said[2] : at("step", 1);
  if (start === undefined || stop === undefined || !step) return undefined;
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (!(count <= most)) return undefined;
  const values = Array.from({ length: count }, (_, i) => start + i * step);
  return { shape: [count], values, whole: isWhole(given), double };
};

const evenSteps: Make = (given, _, double) => {
  const { named, positional } = given;
  if (named.has("endpoint") || named.has("retstep") || positional.length > 3) return undefined;
  const ends = ["start", named.has("stop") ? "stop" : "end", named.has("num") ? "num" : "steps"];
  const [first, last, steps] = read(given, ends);
  const isSaid = positional.length > 2 || named.has("num") || named.has("steps");
  const count = double && !isSaid ? 50 : steps;
  if (first === undefined || last === undefined || count === undefined || !(count >= 0 && count <= most))
    return undefined;
  const step = count > 1 ? (last - first) / (count - 1) : 0;
  return { shape: [count], values: Array.from({ length: count }, (_, i) => first + i * step), whole: false, double };
};

const written: Make = (given, run, double) => {
  const one = given.positional[0] ?? given.named.get("data") ?? given.named.get("object");
  return one && given.positional.length < 3 ? numbersOf(one.value, run, double) : undefined;
};

const joined: Make = (given, run, double) => {
  const [first, dim] = given.positional.map(({ value }) => value);
  // A generator that is gone through is empty for whoever comes next.
  const isListed = first !== undefined && (isKind(first, "list") || isKind(first, "tuple"));
  if (!isListed || given.named.size || (dim !== undefined && dim !== 0)) return undefined;
  const parts = first.items.map((one) => (isKind(one, "tensor") || double ? numbersOf(one, run, double) : undefined));
  if (!parts.length || !parts.every((one) => one?.shape.length === 1)) return undefined;
  const all = parts as readonly Numbers[];
  const values = all.flatMap((one) => one.values);
  const whole = all.every((one) => one.whole);
  return values.length > most ? undefined : { shape: [values.length], values, whole, double };
};

/** Of what is filled with one number, more than these are no list that somebody counts with. */
const small = 64;

const filled =
  (value: number | undefined): Make =>
  (given, run, double) => {
    const first = given.positional[0] ?? given.named.get("size") ?? given.named.get("shape");
    if (given.positional.length > (value === undefined ? 2 : 1)) return undefined;
    const sizes = numbersOf(first?.value, run);
    const said = given.positional[1] ?? given.named.get("fill_value");
    const fill = value ?? (said && numberOf(said.value));
    const [size] = sizes?.values ?? [];
    if (!sizes?.whole || sizes.values.length !== 1 || fill === undefined || !(size! >= 0 && size! <= small))
      return undefined;
    const whole = value === undefined && isWhole(given);
    return { shape: [size!], values: Array<number>(size!).fill(fill), whole, double };
  };

const makes: { readonly [names: string]: Make } = {
  arange: range,
  linspace: evenSteps,
  "tensor array asarray as_tensor from_numpy": written,
  "FloatTensor LongTensor": (given, run, double) =>
    given.positional[0] && dimOf(given.positional[0].value) === undefined ? written(given, run, double) : undefined,
  "cat concat concatenate hstack": joined,
  zeros: filled(0),
  ones: filled(1),
  full: filled(undefined),
};

/** What is made of numbers that are all known, of the type that is asked for. */
export const makers: ReadonlyMap<string, Make> = new Map(
  Object.entries(makes).flatMap(([names, make]) =>
    names.split(" ").map((name): [string, Make] => [
      name,
      (given, run, double) => {
        const made = given.open ? undefined : make(given, run, double);
        const type = given.named.get("dtype")?.value ?? null;
        const whole = type === null ? made?.whole : isWholeType(type);
        if (!made || whole === undefined) return undefined;
        return { ...made, whole, ...(whole && { values: made.values.map(Math.trunc) }) };
      },
    ]),
  ),
);
