import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Message } from "../core/message";
import { pythonFiles } from "../lsp/python-files";
import { isWithoutModel, understand } from "../service";
import { isDataName } from "../settings/data-beside";
import { readDataFile } from "../settings/data-file";
import { names, settingsAbove } from "../settings/find";
import { isSettingsName } from "../settings/settings";
import { classesNear, pythonIn } from "./classes";
import { known } from "./known";
import { isLinkAt, readText, Unreadable } from "./read-text";
import { shown, targetsOf } from "./targets";

/** A model file, and what is reported of it as it stands. */
export interface FoundModel {
  readonly file: string;
  readonly format: string;
  readonly text: string;
  readonly errors: number;
  /** Ids of warnings, once for each. */
  readonly warnings: readonly string[];
}

/** Something that a file says plainly. */
export interface Told<T> {
  readonly file: string;
  readonly value: T;
}

/** What a folder holds. Files are named from it, with slashes. */
export interface Found {
  readonly models: readonly FoundModel[];
  /** Numbers of classes, where a data file says one. */
  readonly data: readonly Told<number | undefined>[];
  /** Sides of the images that a training was asked for. */
  readonly imageSizes: readonly Told<number>[];
  /** Copies of the library, by their version. */
  readonly libraries: readonly Told<string>[];
  /** The configuration in a folder above. */
  readonly above?: string;
}

export function lookInto(folder: string, complain: (path: string, reason: Message) => void): Found {
  const named = (path: string): string => relative(folder, path).replaceAll("\\", "/");
  const models: FoundModel[] = [];
  const data: Told<number | undefined>[] = [];
  const imageSizes: Told<number>[] = [];
  const classes = classesNear();
  for (const { path } of targetsOf([folder], complain)) {
    const text = textAt(path, complain);
    if (text === undefined || isSettingsName(path)) continue;
    const file = named(path);
    const where = path.replaceAll("\\", "/");
    const model = understand(path, text, pythonIn(classes(where)));
    if (model && isWithoutModel(model)) continue;
    if (model) {
      const { problems } = model.analysis;
      models.push({
        file,
        format: model.format,
        text,
        errors: problems.filter(({ severity }) => severity === "error").length,
        warnings: problems.filter(({ severity }) => severity === "warning").map(({ id }) => id),
      });
      continue;
    }
    const said = isDataName(where) ? readDataFile(text) : "none";
    if (typeof said === "object") data.push({ file, value: said.classes });
    const size = imageSizeIn(text);
    if (size !== undefined) imageSizes.push({ file, value: size });
  }
  const above = settingsAbove(`${resolve(folder, "..").replaceAll("\\", "/")}/x`, { read: quietly }, known()).at(
    -1,
  )?.path;
  return {
    models,
    data,
    imageSizes,
    libraries: librariesIn(folder),
    ...(above !== undefined && { above: named(above) }),
  };
}

/** `imgsz: 320` at the top level of what asks for a training; several numbers are no square. */
function imageSizeIn(text: string): number | undefined {
  const [, size] = /^imgsz[ \t]*:[ \t]*([1-9]\d{1,4})[ \t]*(?:#.*)?\r?$/m.exec(text) ?? [];
  return size === undefined ? undefined : Number(size);
}

/** A copy of the library lies beside the models where somebody has changed it. */
function librariesIn(folder: string): readonly Told<string>[] {
  const found: Told<string>[] = [];
  for (const { path, text } of pythonFiles(folder)) {
    const [, version] = /^__version__\s*=\s*["']([\w.+-]+)["']/m.exec(text) ?? [];
    if (version !== undefined && /(^|\/)ultralytics\/__init__\.py$/.test(path))
      found.push({ file: path, value: version });
  }
  return found;
}

const quietly = (path: string): string | undefined => (existsSync(path) ? textAt(path, () => undefined) : undefined);

function textAt(path: string, complain: (path: string, reason: Message) => void): string | undefined {
  try {
    return readText(path);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    complain(shown(path), error.told);
    return undefined;
  }
}

/** The configuration that a folder has already. */
export const settingsIn = (folder: string): string | undefined =>
  names.find((name) => existsSync(join(folder, name)) || isLinkAt(join(folder, name)));
