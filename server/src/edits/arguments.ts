import { type Message, say } from "../core/message";
import { isRequired, type Param, usualOf } from "../core/param";
import { type Bound, isMessage, isPerChannel, type PerChannel } from "../core/twin";
import { parameterOf, type Spelling, wordFor } from "../core/vocabulary";
import { type Entry, isMissing } from "../tree/tree";
import { toValue } from "../tree/value";
import { sayBorder } from "./bordered";
import { equal } from "./equal";
import { movedAxis } from "./orders";
import type { Said, SaidArg } from "./said";
import { meansSame, plainValue, shown } from "./shown";
import type { Aim, Use } from "./use";

export interface SaidArgs {
  readonly args: readonly SaidArg[];
  readonly before: readonly Said[];
  readonly differs: readonly Message[];
}

/** Parameters that hold the number of an axis, the ends of a range of axes, and something for each axis. */
const axisParams: ReadonlySet<string> = new Set(["axis", "dim"]);
const rangeParams: ReadonlySet<string> = new Set(["start_dim", "end_dim"]);
const byPosition: ReadonlySet<string> = new Set(
  "axes dims end_dim normalized_shape output_shape repeats shape sizes start_dim target_shape".split(" "),
);

/** What changes nothing at all, or is said with the border. */
const unspoken: ReadonlySet<string> = new Set(["inplace", "count_include_pad", "padding_mode"]);

/** The arguments of a call in the words of the other framework: what equals its defaults is left out, what does not is written. */
export function sayArgs(aim: Aim): SaidArgs | Message {
  const { found, twin, uses, entries } = aim;
  const { spelling: to } = found;
  const from = uses[0]!.spelling;
  const computed: Bound[] = [];
  for (const { args, x } of uses) {
    const given = twin?.args?.(args, x) ?? {};
    if (isMessage(given)) return given;
    computed.push(given);
  }
  const border = sayBorder(aim, computed);
  if (border && "words" in border) return border;
  const args: SaidArg[] = [];
  for (const [param, { type, default: usual }] of Object.entries(to.params)) {
    if (param === to.layoutBy || border?.params.includes(param)) continue;
    const said = sayArg(param, { type, doc: "", default: usual }, computed, aim);
    if (said && "words" in said) return said;
    if (said) args.push(said);
  }
  const wrong = lost(aim) ?? otherLayout(aim);
  if (wrong) return wrong;
  const dropped = entries.filter(({ key }) => from.ignores.includes(key) && !unspoken.has(key));
  return {
    args: [
      ...args,
      ...(border?.args ?? []),
      ...dropped.filter(({ key }) => to.ignores.includes(key)).map((entry) => ({ word: entry.key, entry })),
    ],
    before: border?.before ?? [],
    differs: [
      ...dropped.filter(({ key }) => !to.ignores.includes(key)).map(({ key }) => say`${key} is left out`),
      ...(border?.differs ?? []),
      ...otherOrder(uses, to),
    ],
  };
}

function sayArg(
  param: string,
  about: Param<unknown>,
  computed: readonly Bound[],
  aim: Aim,
): SaidArg | Message | undefined {
  const { found, twin, uses, entries, text, json } = aim;
  const { spelling: to } = found;
  const from = uses[0]!.spelling;
  const word = wordFor(to, param);
  const { type } = about;
  const renamed = twin ? Object.entries(twin.renamed ?? {}).find(([, now]) => now === param)?.[0] : param;
  const source = renamed ?? (param in from.op.params ? param : undefined);
  const isOwn = renamed !== undefined && renamed in from.op.params;
  const isComputed = computed.some((given) => param in given);
  if (twin && !isOwn && !isComputed) return undefined;

  const values = uses.map((use, i) =>
    isComputed ? computed[i]![param] : isOwn ? valueIn(use, renamed, param, aim) : undefined,
  );
  const [value] = values;
  const usual = uses.map((use) => usualFor(param, about, use, aim));
  const isUsual = values.every((one, i) => equal(one, usual[i]));
  if (to.implied.includes(param))
    return isUsual || from.implied.includes(source ?? "")
      ? undefined
      : say`${found.name} has no ${wordFor(from, source ?? param)}, which is ${shown(value, type, json)} here`;
  const entry = source === undefined ? undefined : entries.find(({ key }) => parameterOf(from, key) === source);
  const written = entry && !isMissing(entry.value) ? entry : undefined;
  const isFixed = !written || !text.slice(written.value.span.from, written.value.span.to).includes("$");
  if (isUsual && isFixed) return undefined;
  if (byPosition.has(param) && uses.some(({ order, x }) => order === "image" && x.rank > 2))
    return say`${word} counts the axes of an image, which are in another order in ${aim.to.title}`;
  const narrower = say`${found.name} takes ${word} as ${type.label}`;
  if (written && !isComputed && !axisParams.has(param)) {
    const reading = isFixed ? type.read(toValue(written.value)) : "unknown";
    return reading !== "unknown" && "mismatch" in reading ? narrower : { word, entry: written };
  }
  // A size that is left open has no number to be written.
  if (Array.isArray(value) && value.includes(undefined) && "mismatch" in Object(type.read(plainValue(value))))
    return narrower;
  if (isPerChannel(value)) return sayPerChannel(word, value, written, aim);
  if (value === undefined) {
    if (isRequired(about)) return say`${found.name} needs ${word}, and nothing says how much`;
    return usual[0] === undefined ? undefined : say`${word} has no value in ${found.name} that leaves it out`;
  }
  const isWritten = !isFixed && source !== undefined && !axisParams.has(param);
  if (isWritten && uses.every(({ args }, i) => meansSame(type, args[source], values[i])))
    return { word, entry: written! };
  if (values.some((other) => !equal(other, value)))
    return say`${word} would differ from one call of its block to the next`;
  if (!isFixed) return say`${word} is calculated, and means something else in ${aim.to.title}`;
  return { word, ...(written && { entry: written }), text: shown(value, type, json) };
}

function valueIn({ args, x, order }: Use, source: string, param: string, { to }: Aim): unknown {
  const value: unknown = args[source];
  if (typeof value !== "number") return value;
  if (rangeParams.has(param)) return value === x.rank - 1 ? -1 : value;
  return axisParams.has(param) ? movedAxis(value, x.rank, order, to.layout) : value;
}

/** What the other framework takes where nothing is written; the number of an axis as `movedAxis` has it. */
function usualFor(param: string, about: Param<unknown>, { args, x }: Use, { to }: Aim): unknown {
  const value = usualOf(about, args);
  if (!axisParams.has(param)) return value;
  const isLast = to.layout === "channels-last";
  if (typeof value !== "number") return isLast ? -1 : value;
  const at = value < 0 ? value + x.rank : value;
  return isLast && at === x.rank - 1 ? -1 : at;
}

/** A number where it is always the same, else as many as what is read has. */
function sayPerChannel(
  word: string,
  { perChannel: times }: PerChannel,
  entry: Entry | undefined,
  aim: Aim,
): SaidArg | Message {
  const [first, ...others] = aim.uses.map(({ x }) => x.C);
  const own = entry && { entry };
  if (typeof first === "number" && others.every((one) => one === first))
    return { word, ...own, text: String(first * times) };
  if (aim.source === undefined) return say`${word} would differ from one call of its block to the next`;
  const text = `$(${aim.source}.channels${times === 1 ? "" : ` * ${times}`})`;
  return { word, ...own, text: aim.json ? JSON.stringify(text) : text };
}

/** What is written and has no counterpart at all. */
function lost({ found, twin, uses, entries }: Aim): Message | undefined {
  const from = uses[0]!.spelling;
  if (twin) return undefined;
  const entry = entries.find(({ key }) => {
    const param = parameterOf(from, key);
    return param !== undefined && param !== from.layoutBy && !(param in found.spelling.params);
  });
  return entry && say`${found.name} has no ${entry.key}`;
}

function otherLayout({ uses, from: { layout } }: Aim): Message | undefined {
  const by = uses[0]!.spelling.layoutBy;
  const other =
    by !== undefined &&
    uses.some(({ args }) => args[by] !== undefined && String(args[by]).replace("_", "-") !== layout);
  return other ? say`its axes are in another order than those of the other layers` : undefined;
}

/** A vector made of an image has its values in the order of its axes. */
function otherOrder(uses: readonly Use[], { op }: Spelling): readonly Message[] {
  const places = ({ x }: Use): number =>
    x.spatial.reduce<number>((all, side) => all * (typeof side === "number" ? side : 2), 1);
  const mixes =
    op.traits.includes("flatten") && uses.some((use) => use.order === "image" && use.x.C !== 1 && places(use) !== 1);
  return mixes
    ? [
        say`its values come in another order, as the channels are first or last: weights behind it do not carry over as they are`,
      ]
    : [];
}
