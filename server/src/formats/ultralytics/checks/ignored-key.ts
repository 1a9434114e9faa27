import { type Message, say } from "../../../core/message";
import { type Problem, problem, replace } from "../../../core/problem";
import { type Entry, entriesOf, entryOf, get } from "../../../tree/tree";
import { names } from "../dialect";
import type { Check, Written } from "./check";
import { scaling } from "./scales";
import { withoutLines } from "./text";

/** Top-level keys that other versions read, or that are nearly those of this one: their author believes that they count. */
export const ignoredKey: Check = (written, report) => {
  const { root, text } = written.document;
  const named = namedIn(written);
  for (const entry of entriesOf(root)) {
    const meant = meantBy(entry, written);
    if (meant) report(nearly(entry, meant));
    // A row that names the key has a problem of its own, of which this would be the same.
    const instead = meant === undefined && !named.has(entry.key) ? whyIgnored(entry.key, written) : undefined;
    if (instead) report(idle(entry, say`${entry.key} is ignored: ${instead}`, text));
  }
};

const namedIn = ({ file }: Written): ReadonlySet<string> =>
  new Set(file.rows.flatMap(({ args }) => args.flatMap((arg) => (arg.kind === "text" ? [arg.value] : []))));

const idle = (entry: Entry, message: Message, text: string): Problem => ({
  ...problem("ignored-key", entry.keySpan, message, withoutLines(text, entry)),
  idle: true,
});

const nearly = ({ key, keySpan }: Entry, meant: string): Problem =>
  problem(
    "ignored-key",
    keySpan,
    say`${key} is ignored; did you mean ${meant}?`,
    replace(say`Change to ${meant}`, keySpan, meant, false),
  );

const released = names("ultralytics-8.4 ultralytics-8.3");

/** What counts instead of a key; nothing where the key itself does. */
function whyIgnored(key: string, { document: { root }, file, dialect }: Written): Message | undefined {
  const { id } = dialect.vocabulary;
  const scaled = scaling.has(id) && file.scales.some((scale) => scale.id !== undefined);
  if (key === "activation" && id === "yolov7") return say`every Conv of yolov7 has SiLU unless its row says otherwise`;
  if (key === "channel_multiple" && id !== "yolov5") return say`${id} rounds channels up to multiples of 8`;
  if (!scaling.has(id)) return undefined;
  switch (key) {
    case "depth_multiple":
      return scaled ? say`the first number of each scale counts` : undefined;
    case "width_multiple":
      return scaled ? say`the second number of each scale counts` : undefined;
    case "max_channels":
      return say`it is the third number of a scale`;
    case "scale":
      return say`${id} finds the scale in the name of the file`;
    case "anchors":
      return say`heads of ${id} have no anchors`;
    case "reg_max":
    case "end2end":
      return id === "ultralytics-8.4" ? undefined : say`heads of ${id} are not told of it`;
    case "ch":
      return released.has(id) ? say`${id} takes the channels of images from the file of the data` : undefined;
    case "channels":
      return released.has(id) && file.rows.at(-1)?.module !== "Classify" && entryOf(root, "ch") === undefined
        ? say`${id} reads it for classifiers only, and takes the channels of images from the file of the data`
        : undefined;
    default:
      return undefined;
  }
}

const known = "nc backbone head depth_multiple width_multiple";
const knownTo = (id: string): ReadonlySet<string> =>
  names(scaling.has(id) ? `${known} scales activation kpt_shape` : `${known} anchors`);

/** The key that was meant, where there is none and this one differs by its case, its plural or a dash. */
function meantBy({ key, value }: Entry, { document: { root }, dialect: { vocabulary } }: Written): string | undefined {
  const options = knownTo(vocabulary.id);
  if (options.has(key) || (key === "scale" && value.kind !== "map")) return undefined;
  return [...options].find((option) => plain(option) === plain(key) && get(root, option) === undefined);
}

const plain = (key: string): string => key.toLowerCase().replace(/[-_ ]|s$/g, "");
