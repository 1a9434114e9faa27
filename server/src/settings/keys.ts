import { type RuleSet, ruleSets } from "../core/rule";
import type { Severity } from "../core/severity";

/** One key of `.convlint.yaml`. */
export interface Key {
  readonly name: string;
  readonly doc: string;
  /** What stands behind it, in a few words. */
  readonly takes: string;
  /** What holds where it is not said. */
  readonly default: string;
  /** Also inside an override. */
  readonly perFile: boolean;
}

/** Every setting; reading, completion, hover, the schema and the documentation have what they say of it from here. */
export const keys: readonly Key[] = [
  {
    name: "root",
    perFile: false,
    takes: "`true` or `false`",
    default: "`false`",
    doc: "true: configuration files of the folders above do not count.",
  },
  {
    name: "required-version",
    perFile: false,
    takes: '`">=0.1"`, in quotes',
    default: "any",
    doc: "The versions of ConvLint that the configuration is written for; another one refuses to go on as if nothing were.",
  },
  {
    name: "extends",
    perFile: false,
    takes: "`recommended`, `all`, `export`, `performance`, `./strict.convlint.yaml`, or a list of them",
    default: "`recommended`",
    doc: "Sets of rules to switch on, and other configuration files in the folder of this one, which count before it.",
  },
  {
    name: "rules",
    perFile: true,
    takes: "ids with `error`, `warning`, `information`, `hint` or `off`; or with a map of `severity` and options",
    default: "what each rule says",
    doc: "Severities by id: error, warning, information, hint or off; of a rule that has options a map of severity and options.",
  },
  {
    name: "budget",
    perFile: true,
    takes: "`parameters: 3.2M`, `macs: 8G`, `memory: 512MiB`",
    default: "no limit",
    doc: "How large a model may be; one that is larger is an error.",
  },
  {
    name: "input",
    perFile: true,
    takes: "`[3, 320, 320]`, or `{ left: [3, 64, 64], right: [3, 64, 64] }`",
    default: "what the model says",
    doc: "Shape of one image without the batch, as the framework orders axes; one for each name where there are several.",
  },
  {
    name: "dialect",
    perFile: true,
    takes: "`convlint`, `ultralytics-8.4`, `ultralytics-8.3`, `yolov5`, …",
    default: "what the file says",
    doc: "How model files are read, instead of what their content says; an unknown module is then an error.",
  },
  {
    name: "scales",
    perFile: true,
    takes: "`[n, s]`",
    default: "all of them",
    doc: "Which sizes are looked at of a model that has several.",
  },
  {
    name: "modules",
    perFile: true,
    takes: "a map of names",
    default: "none",
    doc: "Modules of your own in files of Ultralytics: by name, what they take and what they give.",
  },
  {
    name: "ignore",
    perFile: false,
    takes: "globs",
    default: "none",
    doc: "Globs of files that are passed over when a folder is looked through, relative to this file.",
  },
  {
    name: "overrides",
    perFile: false,
    takes: "a list of maps",
    default: "none",
    doc: "Other settings for some files: a list of maps with files, which are globs, and what is different for them.",
  },
];

export const fileKeys: readonly string[] = keys.map(({ name }) => name);
export const overrideKeys: readonly string[] = [
  "files",
  ...keys.filter(({ perFile }) => perFile).map(({ name }) => name),
];

/** What only an override has. */
export const filesDoc = "Globs of the files that an override is for, relative to this file.";

/** One limit of `budget`, and the rule that holds models to it. */
export interface Limit {
  readonly name: string;
  readonly rule: string;
  readonly doc: string;
}

export const limits: readonly Limit[] = [
  {
    name: "parameters",
    rule: "parameters-over-budget",
    doc: "How many parameters a model may have, as its framework counts them: 3.2M.",
  },
  { name: "macs", rule: "macs-over-budget", doc: "How many multiply-accumulates one image may take: 8G." },
  {
    name: "memory",
    rule: "memory-over-budget",
    doc: "How much memory a step of training may take, or the activations of one image where training is not stated: 512MiB.",
  },
];

/** What each built-in set switches on. */
export const sets: { readonly [name in RuleSet]: string } = {
  recommended: "What is on anyway; switches on again what a file before has switched off.",
  performance: "Also what makes a model slow or large.",
  export: "Also what makes a model hard to export to other frameworks.",
  all: "Every rule there is.",
};

/** What a problem can be told as. */
export const severityDocs: { readonly [word in Severity | "off"]: string } = {
  error: "The framework raises, or the project wants it so; the command ends with 1.",
  warning: "It runs, but the result is wrong or useless.",
  information: "Worth knowing.",
  hint: "Worth a thought; an editor hardly shows it.",
  off: "It is not told.",
};

export const setNames: readonly string[] = ruleSets;
