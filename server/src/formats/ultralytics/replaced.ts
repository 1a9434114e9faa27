import type { DataFile } from "../../core/beside";
import type { Value } from "../../core/value";
import type { ModelFile } from "./file";

/** The file as a trainer reads it, which puts what it knows of the data in the place of `nc` and `kpt_shape`. */
export function replacedIn(file: ModelFile, { classes, kptShape }: DataFile = {}): ModelFile {
  if (classes === undefined && !kptShape) return file;
  const settings = new Map(file.settings);
  const spanOf = (key: string): Value["span"] => settings.get(key)?.span ?? { from: 0, to: 0 };
  if (classes !== undefined) settings.set("nc", number(classes, spanOf("nc")));
  if (kptShape) {
    const span = spanOf("kpt_shape");
    settings.set("kpt_shape", { kind: "list", items: kptShape.map((one) => number(one, span)), span });
  }
  return { ...file, settings };
}

const number = (value: number, span: Value["span"]): Value => ({ kind: "number", value, span });
