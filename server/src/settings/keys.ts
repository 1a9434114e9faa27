/** One key of `.convlint.yaml`. */
export interface Key {
  readonly name: string;
  readonly doc: string;
  /** Also inside an override. */
  readonly perFile: boolean;
}

/** Every setting; what completion, hover and the documentation say of it comes from here. */
export const keys: readonly Key[] = [
  { name: "root", perFile: false, doc: "true: configuration files of the folders above do not count." },
  { name: "rules", perFile: true, doc: "Severities by id: error, warning, information, hint or off." },
  {
    name: "input",
    perFile: true,
    doc: "Shape of one image without the batch, as the framework orders axes; one for each name where there are several.",
  },
  { name: "dialect", perFile: true, doc: "How model files are read, instead of what their content says." },
  {
    name: "modules",
    perFile: true,
    doc: "Modules of your own in files of Ultralytics: by name, what they take and what they give.",
  },
  { name: "ignore", perFile: false, doc: "Globs of files that are passed over, relative to this file." },
  {
    name: "overrides",
    perFile: false,
    doc: "Other settings for some files: a list of maps with files and any of rules, input, dialect and modules.",
  },
];

export const fileKeys: readonly string[] = keys.map(({ name }) => name);
export const overrideKeys: readonly string[] = [
  "files",
  ...keys.filter(({ perFile }) => perFile).map(({ name }) => name),
];
