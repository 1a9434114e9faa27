import { type Namespace, native, unknown, type Value } from "../values";
import { argparse } from "./argparse";
import { collections } from "./collections";
import { copy } from "./copy";
import { dataclasses } from "./dataclasses";
import { functools } from "./functools";
import { itertools } from "./itertools";
import { math } from "./math";
import { numpy } from "./numpy";
import { abc, typing } from "./typing";

/** What programs use of Python's own library while they build a model; of all else nothing is known. */
const tables: { readonly [path: string]: readonly (readonly [string, Value])[] } = {
  abc,
  argparse,
  collections,
  "collections.abc": collections,
  copy,
  dataclasses,
  functools,
  itertools,
  math,
  numpy,
  typing,
  typing_extensions: typing,
  warnings: [["warn", native("warn", () => null)]],
  sys: [["argv", unknown]],
};

export const library = (path: string): Namespace | undefined =>
  Object.hasOwn(tables, path) ? { kind: "namespace", name: path, names: new Map(tables[path]), open: true } : undefined;
