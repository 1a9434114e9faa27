import type { Span } from "../../core/span";
import type { Module } from "../syntax/ast";
import { parsePython } from "../syntax/parse";
import { densenet, mobilenet } from "./mobile";
import { alexnet, squeezenet, vgg } from "./plain";
import { resnet } from "./resnet";
import { transformer } from "./transformer";

const models: { readonly [name: string]: string } = { alexnet, densenet, mobilenet, resnet, squeezenet, vgg };

/** Programs of our own for what is imported from elsewhere, by the path it is imported from. */
const texts: ReadonlyMap<string, readonly string[]> = new Map([
  ["torch.nn", [transformer]],
  ["torchvision.models", Object.values(models)],
  ...Object.entries(models).map(([name, text]): [string, readonly string[]] => [`torchvision.models.${name}`, [text]]),
]);

/** Read once; programs are never changed. */
const read = new Map<string, readonly Module[]>();

/** What is run where a program imports this path. Its parts have no place, since they stand in no text of the user's. */
export function libraryOf(path: string): readonly Module[] {
  const known = read.get(path);
  if (known) return known;
  const modules = (texts.get(path) ?? []).map((text) => placeless(parsePython(text)));
  read.set(path, modules);
  return modules;
}

const nowhere: Span = { from: -1, to: -1 };

/** Whether it is a place of no text of the user's. */
export const isNowhere = ({ from }: Span): boolean => from < 0;

function placeless<T>(part: T): T {
  if (Array.isArray(part)) return part.map(placeless) as T;
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, placeless(value)]);
  return { ...Object.fromEntries(entries), ...("from" in part && nowhere) } as T;
}
