import { severities } from "../core/severity";
import { formats } from "../formats/index";
import { type DisplaySetting, displaySettings } from "../settings/display";

type Json = { readonly [key: string]: unknown };

/** A group of settings with a title of its own, as the editor lists them. */
interface Group {
  readonly title: string;
  readonly properties: Json;
}

/** What the manifest says of settings: the text of every `%key%` stands apart, so that it can be translated. */
interface Configuration {
  readonly groups: readonly Group[];
  readonly texts: { readonly [key: string]: string };
}

/** Keys of texts that are generated begin so. */
export const textPrefix = "settings.";

/** Settings of the editor, in groups, with what they say of themselves. */
export function configuration(): Configuration {
  const texts: { [key: string]: string } = {};
  const text = (key: string, words: string): string => {
    texts[textPrefix + key] = words;
    return `%${textPrefix}${key}%`;
  };
  const group = (id: string, title: string, settings: readonly Setting[]): Group => ({
    title: text(id, title),
    properties: Object.fromEntries(
      settings.map(({ key, doc, scope = "resource", schema }) => [
        `convlint.${key}`,
        { ...schema(text), scope, markdownDescription: text(key, doc) },
      ]),
    ),
  });
  const groups = [
    group("group.models", "Models and Rules", reading),
    group("group.display", "Display", displaySettings.map(shown)),
    group("group.quiz", "Quiz", quiz),
    group("group.log", "Log", [trace]),
  ];
  return { groups, texts };
}

interface Setting {
  readonly key: string;
  readonly doc: string;
  readonly scope?: "window";
  schema(text: (key: string, words: string) => string): Json;
}

const shown = (setting: DisplaySetting): Setting => ({
  key: setting.key,
  doc: setting.doc,
  schema(text) {
    if (setting.type === "switch") return { type: "boolean", default: setting.default };
    const words = Object.entries(setting.values);
    const one = {
      type: "string",
      enum: words.map(([word]) => word),
      markdownEnumDescriptions: words.map(([word, doc]) => text(`${setting.key}.${word}`, doc)),
    };
    if (setting.type === "word") return { ...one, default: setting.default };
    return { type: "array", default: setting.default, uniqueItems: true, items: one };
  },
});

const onUnlessSaid: Json = { type: "boolean", default: true };

const reading: readonly Setting[] = [
  {
    key: "input",
    doc: "Size of one input image, `C,H,W` as the model's framework orders axes. Overrides what the file says. Empty: what the file says, or 3,640,640 for files of Ultralytics.",
    schema: () => ({ type: "string", default: "", pattern: "^(\\s*\\d+\\s*(,\\s*\\d+\\s*)*)?$" }),
  },
  {
    key: "dialect",
    doc: "How model files are read. Empty: found from the name and the content of each file.",
    schema: () => ({ type: "string", default: "", enum: ["", ...formats.map(({ id }) => id).sort()] }),
  },
  {
    key: "python.enabled",
    doc: "Look for models in files of Python that import `torch.nn`. Nothing of them is run.",
    schema: () => onUnlessSaid,
  },
  {
    key: "rules",
    doc: 'Severity of rules by id, such as `{ "bias-before-norm": "off" }`, or a map of `severity` and options. What a `.convlint.yaml` says comes first.',
    schema: () => ({
      type: "object",
      default: {},
      additionalProperties: { anyOf: [{ enum: [...severities, "off"] }, { type: "object" }] },
    }),
  },
];

/** The client looks after these, for the server tells the same in any case. */
const quiz: readonly Setting[] = [
  {
    key: "quiz.showDueCount",
    doc: "Show in the status bar how many flashcards are due. Nothing is shown while none is, nor before the first review.",
    scope: "window",
    schema: () => onUnlessSaid,
  },
  {
    key: "quiz.offerCards",
    doc: "When a mistake in a model was mended, offer the flashcard that explains it, each card once in a workspace.",
    scope: "window",
    schema: () => onUnlessSaid,
  },
];

const trace: Setting = {
  key: "trace.server",
  doc: "How much of the conversation with the server is written to the output, once its log level is *Trace*.",
  scope: "window",
  schema: () => ({ type: "string", default: "messages", enum: ["messages", "compact", "verbose"] }),
};
