import type { Arg } from "../../core/graph";
import { type Message, say } from "../../core/message";
import { type Problem, problem } from "../../core/problem";
import { numberOf, type Value } from "../../core/value";
import { ultralytics83, ultralytics84, yolov10, yolov12 } from "../../vocabularies/ultralytics";
import { eights, round } from "./arithmetic";
import { type Channels, type Context, type Dialect, measured, names, put, same, thirdScaled } from "./dialect";
import { allLast, allSecond, andRepeats, channelsFirst, channelsOnly, keysAndAll, withoutFirst } from "./printed";
import type { Scale } from "./scales";

const heads = names(
  "Detect Segment Segment26 Pose Pose26 OBB OBB26 WorldDetect YOLOEDetect YOLOESegment YOLOESegment26",
);
const light = names("C3k2 A2C2f C2fCIB");

/** At the larger scales some modules are built otherwise; a model without scales counts as large. */
const large =
  (...ids: string[]) =>
  ({ scale }: Context): boolean =>
    scale.id === undefined || ids.includes(scale.id);

const set = (value: boolean | number, { row, scale }: Context): Value => {
  const said = {
    span: row.moduleSpan,
    note: scale.id === undefined ? say`always so` : say`always so at scale ${scale.id}`,
  };
  return typeof value === "number" ? { kind: "number", value, ...said } : { kind: "bool", value, ...said };
};

const sum = (channels: readonly Channels[]): Channels =>
  channels.reduce<number | undefined>(
    (a, b) => (typeof a === "number" && typeof b === "number" ? a + b : undefined),
    0,
  );
const list = (arg: Arg | undefined): Channels =>
  arg?.value.kind === "list" ? arg.value.items.map((item) => (item.kind === "number" ? item.value : NaN)) : undefined;
const stays = ({ previous }: Context): Channels => previous;
const first = (_: Context, args: readonly Arg[]): Channels => numberOf(args[0]?.value);
const second = (_: Context, args: readonly Arg[]): Channels => numberOf(args[1]?.value);

/** At the largest scales, residual weights and another width of the inner network behind whatever is written. */
const appended =
  (ratio: number): Dialect["edits"][string] =>
  (args, context) => {
    if (!large("l", "x")(context)) return args;
    const order = ultralytics84.spellings.get("A2C2f")!.order;
    const more = [true, ratio].map((value, i) => ({ name: order[args.length + i]!, value: set(value, context) }));
    return [...args, ...more];
  };

/** The parser overwrites the flag where it stands, and fails where it does not. */
function withoutFlag({ value: { span } }: Arg, { row, scale }: Context): Problem {
  const when = scale.id === undefined ? say`without scales` : say`at scale ${scale.id}`;
  return problem(
    "missing-argument",
    row.moduleSpan,
    say`${when} the parser sets c3k, the second argument of C3k2, to true, so that one must be written`,
    { title: say`Add False`, edits: [{ span: { from: span.to, to: span.to }, text: ", False" }], safe: true },
  );
}

/** Ultralytics 8.4. */
export const v84: Dialect = {
  vocabulary: ultralytics84,
  more: names("LRPCHead"),
  scaled: names(`Classify Conv ConvTranspose GhostConv Bottleneck GhostBottleneck SPP SPPF C2fPSA C2PSA DWConv Focus
    BottleneckCSP C1 C2 C2f C3k2 RepNCSPELAN4 ELAN1 ADown AConv SPPELAN C2fAttn C3 C3TR C3Ghost nn.ConvTranspose2d
    DWConvTranspose2d C3x RepC3 PSA SCDown C2fCIB A2C2f`),
  repeated: names("BottleneckCSP C1 C2 C2f C3k2 C2fAttn C3 C3TR C3Ghost C3x RepC3 C2fPSA C2fCIB C2PSA A2C2f HGBlock"),
  unscaled: (settings) => numberOf(settings.get("nc")),
  edits: {
    ...measured,
    C3k2: (args, context) =>
      large("m", "l", "x")(context) ? put(args, "c3k", () => ({ name: "c3k", value: set(true, context) })) : args,
    A2C2f: appended(1.2),
    C2fAttn: (args, { scale }) =>
      args.map((arg, i) => (i === 1 ? embedding(arg, scale) : i === 2 ? headsOf(arg, scale) : arg)),
    ...same("Segment Segment26 YOLOESegment YOLOESegment26", thirdScaled),
  },
  refuses: {
    C3k2: (args, context) =>
      args.length === 1 && large("m", "l", "x")(context) ? withoutFlag(args[0]!, context) : undefined,
  },
  channels: {
    Concat: ({ inputs }) => sum(inputs),
    HGStem: second,
    HGBlock: second,
    ResNetLayer: (_, [, c2, , first]) =>
      times(numberOf(c2?.value), first?.value.kind === "bool" && first.value.value ? 1 : 4),
    CBLinear: (_, [widths]) => list(widths),
    CBFuse: ({ inputs }) => inputs.at(-1),
    Index: first,
    TorchVision: first,
    AIFI: stays,
    "nn.BatchNorm2d": stays,
    RTDETRDecoder: stays,
    v10Detect: stays,
    ...same([...heads].join(" "), stays),
  },
  picks: { CBFuse: "idx", Index: "index" },
  handed: [
    { arg: "reg_max", to: heads, key: "reg_max" },
    { arg: "end2end", to: heads, key: "end2end" },
    { arg: "nc", to: names("ImagePoolingAttn"), key: "nc" },
    { arg: "legacy", to: heads, behind: { modules: light, value: false } },
  ],
  prints: {
    ...same("AIFI CBLinear HGStem", channelsFirst),
    HGBlock: andRepeats(4),
    ...same("Index TorchVision", withoutFirst),
    ...same("ImagePoolingAttn RTDETRDecoder", allSecond),
    "nn.BatchNorm2d": channelsOnly,
    v10Detect: allLast,
    ...same([...heads].join(" "), keysAndAll),
  },
};

/** Ultralytics 8.3: heads know nothing of the file's keys. */
export const v83: Dialect = {
  ...v84,
  vocabulary: ultralytics83,
  sized: names("C3k2 A2C2f"),
  handed: v84.handed.filter(({ key }) => key === undefined || key === "nc"),
  prints: { ...v84.prints, ...same([...heads].join(" "), allLast) },
};

const without = (from: ReadonlySet<string>, modules: string): ReadonlySet<string> =>
  new Set([...from].filter((module) => !names(modules).has(module)));

/** The repository yolov10: heads do not look at the rows above them. */
export const v10: Dialect = {
  ...v83,
  vocabulary: yolov10,
  sized: new Set(),
  refuses: {},
  more: new Set(),
  scaled: without(v84.scaled, "C2fPSA C2PSA C3k2 ELAN1 AConv A2C2f"),
  repeated: without(v84.repeated, "C3k2 C2fPSA C2PSA A2C2f"),
  handed: v83.handed.filter(({ behind }) => !behind),
  saysChannels: true,
};

/** The repository yolov12. */
export const v12: Dialect = {
  ...v83,
  vocabulary: yolov12,
  edits: { ...v84.edits, A2C2f: appended(1.5) },
  prints: { ...v83.prints, ...same("Index TorchVision", channelsFirst) },
  handed: v83.handed.map((one) =>
    one.behind ? { ...one, behind: { ...one.behind, modules: without(light, "C2fCIB") } } : one,
  ),
  saysChannels: true,
};

/** The attention of C2fAttn is scaled like channels, and has a cap of its own. */
const embedding = (arg: Arg, { width, maxChannels }: Scale): Arg =>
  changed(
    arg,
    (ec) => eights(Math.min(ec, Math.floor(maxChannels / 2)) * width),
    say`× width ${width}, at most half of ${maxChannels}`,
  );
const headsOf = (arg: Arg, { width, maxChannels }: Scale): Arg =>
  changed(
    arg,
    (nh) => (nh > 1 ? Math.trunc(Math.max(round(Math.min(nh, Math.floor(maxChannels / 64))) * width, 1)) : nh),
    say`× width ${width}`,
  );

const changed = (arg: Arg, to: (n: number) => number, how: Message): Arg =>
  arg.value.kind === "number"
    ? { ...arg, value: { ...arg.value, value: to(arg.value.value), note: say`${arg.value.value} ${how}` } }
    : arg;

const times = (channels: number | undefined, by: number) => (channels === undefined ? undefined : channels * by);
