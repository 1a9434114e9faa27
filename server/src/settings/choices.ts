import { type Message, say, verbatim } from "../core/message";
import { type Param, showDefault } from "../core/param";
import { usual } from "../core/rule";
import type { Span } from "../core/span";
import { moduleKeys } from "../modules/keys";
import { type Path, type Where, whereIn } from "../tree/where";
import { filesDoc, keys, limits, overrideKeys, setNames, sets, severityDocs } from "./keys";
import type { Known } from "./reading";

/** A word that fits at some place of a configuration file. */
export interface Choice {
  readonly word: string;
  readonly doc?: string;
  /** What holds where nothing is said. */
  readonly default?: Message;
  /** The page of the documentation that tells more: `rules/bias-before-norm.md`. */
  readonly page?: string;
}

export interface Choices {
  /** The word that is being written. */
  readonly span: Span;
  readonly words: readonly Choice[];
  /** Keys are followed by a colon. */
  readonly areKeys: boolean;
}

/** What there is to choose from. */
export interface Offer extends Known {
  /** A sentence for each id. */
  readonly summaries: ReadonlyMap<string, string>;
  /** Files below the folder of the configuration, as far as somebody can tell. */
  readonly files: () => readonly string[];
}

const plain = (words: readonly string[]): readonly Choice[] => words.map((word) => ({ word }));
const yesNo = plain(["true", "false"]);

/** What fits at an offset, told by the lines and brackets it stands below, so that it holds while somebody types. */
export function choicesAt(text: string, offset: number, offer: Offer): Choices | undefined {
  const where = whereIn(text, offset);
  if (!where || /\s\S/.test(where.typed.trim()) || /[:#]/.test(where.typed)) return undefined;
  const [list, index, ...inner] = where.path;
  const inOverride = list === "overrides" && typeof index === "number";
  const path = inOverride ? inner : where.path;
  // A map in a list begins where its item does.
  const areKeys = where.at === "key" || (where.at === "item" && inOverride && path.length === 0);
  const words = areKeys ? keysIn(path, inOverride, offer) : valuesAt(path, where, offer);
  if (!words?.length) return undefined;
  const letters = path[0] === "files" || path[0] === "ignore" || path[0] === "extends" ? /[^\s"'[\]{},#]*/ : /[\w.-]*/;
  const right = new RegExp(`^${letters.source}`).exec(text.slice(offset))![0].length;
  const left = new RegExp(`${letters.source}$`).exec(where.typed)![0].length;
  return { span: { from: offset - left, to: offset + right }, words, areKeys };
}

function keysIn(path: Path, inOverride: boolean, offer: Offer): readonly Choice[] | undefined {
  const [owner, name, ...more] = path;
  if (owner === undefined) return inOverride ? overrideChoices : keyChoices;
  if (more.length) return undefined;
  if (owner === "rules")
    return typeof name === "string" ? optionsOf(name, offer) : name === undefined ? ids(offer) : [];
  if (owner === "budget") return name === undefined ? limitChoices(offer) : undefined;
  return owner === "modules" && name !== undefined
    ? moduleKeys.map(({ name: word, doc }) => ({ word, doc, page: "configuration.md#modules-of-your-own" }))
    : undefined;
}

const keyChoices: readonly Choice[] = keys.map(({ name, doc, default: usually }) => ({
  word: name,
  doc,
  default: verbatim(usually),
  page: "configuration.md",
}));
const overrideChoices: readonly Choice[] = [
  { word: "files", doc: filesDoc, page: "configuration.md" },
  ...keyChoices.filter(({ word }) => overrideKeys.includes(word)),
];

const ids = ({ ids: all, rules, summaries }: Offer): readonly Choice[] =>
  all.map((word) => {
    const rule = rules.find(({ id }) => id === word);
    const doc = summaries.get(word);
    const usually = rule && (usual(rule) === "off" ? say`off, in the set ${rule.set}` : verbatim(rule.severity));
    return {
      word,
      page: `rules/${word}.md`,
      ...(doc !== undefined && { doc }),
      ...(usually && { default: usually }),
    };
  });

function optionsOf(id: string, { rules }: Offer): readonly Choice[] {
  const rule = rules.find((one) => one.id === id);
  const page = `rules/${id}.md`;
  const options = Object.entries<Param<unknown>>(rule?.options ?? {}).map(([word, param]): Choice => {
    const usually = showDefault(param);
    return { word, doc: param.doc, page, ...(usually !== undefined && { default: verbatim(usually) }) };
  });
  const severity = { word: "severity", doc: "error, warning, information, hint or off.", page };
  return [rule ? { ...severity, default: verbatim(rule.severity) } : severity, ...options];
}

const limitChoices = ({ rules }: Offer): readonly Choice[] =>
  limits.map(({ name, rule: id, doc }) => {
    const param = rules.find((rule) => rule.id === id)?.options["most"];
    const usually = param && showDefault(param);
    return { word: name, doc, page: `rules/${id}.md`, ...(usually !== undefined && { default: verbatim(usually) }) };
  });

function valuesAt(path: Path, { quoted }: Where, offer: Offer): readonly Choice[] | undefined {
  const [owner, name, option] = path;
  switch (owner) {
    case "rules":
      if (option === undefined || option === "severity") return typeof name === "string" ? severityChoices : undefined;
      return plain(offer.rules.find(({ id }) => id === name)?.options[option]?.type.suggest ?? []);
    case "root":
      return yesNo;
    case "dialect":
      return plain(offer.dialects);
    case "scales":
      return plain(["n", "s", "m", "l", "x"]);
    case "extends":
      return [
        ...setNames.map((word) => ({ word, doc: sets[word as keyof typeof sets] })),
        ...plain(offer.files().filter((file) => /\.convlint\.ya?ml$/.test(file) && !/^\.convlint/.test(file))),
      ];
    case "files":
    case "ignore":
      return plain(globsFor(offer.files()));
    case "required-version": {
      const range = `>=${offer.version.split(".").slice(0, 2).join(".")}`;
      return plain([quoted ? range : `"${range}"`]);
    }
    case "modules":
      return option === "told" || option === "repeats" ? yesNo : undefined;
    default:
      return undefined;
  }
}

const severityChoices: readonly Choice[] = Object.entries(severityDocs).map(([word, doc]) => ({ word, doc }));

/** A list is chosen from, not read; more of them would be in the way. */
const mostFiles = 200;

/** Every folder that has a model file somewhere below it, then the files. */
function globsFor(files: readonly string[]): readonly string[] {
  const models = files.filter((file) => /\.(ya?ml|cnn\.json)$/.test(file)).slice(0, mostFiles);
  const folders = models.flatMap((file) =>
    file
      .split("/")
      .slice(0, -1)
      .map((_, i, parts) => `${parts.slice(0, i + 1).join("/")}/**`),
  );
  return [...new Set(folders), ...models];
}
