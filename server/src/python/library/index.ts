import { once } from "../../core/once";
import type { Span } from "../../core/span";
import type { Module } from "../syntax/ast";
import { parsePython } from "../syntax/parse";
import { swinTransformer, visionTransformer } from "./attention";
import { convnext } from "./convnext";
import { autograd, data } from "./data";
import { densenet } from "./dense";
import { googlenet, inception } from "./inception";
import { mnasnet, mobilenetv2, mobilenetv3, shufflenetv2 } from "./mobile";
import { normed, tuples } from "./normed";
import { parts } from "./parts";
import { alexnet, squeezenet, vgg } from "./plain";
import { resnet } from "./resnet";
import { efficientnet, regnet } from "./scaled";
import { backbones, segmentation } from "./segmentation";
import { transformer } from "./transformer";
import { hub, ops, registry, utils } from "./vision";

/** Modules below `torchvision.models` whose names it has itself. */
const families: { readonly [name: string]: string } = {
  _api: registry,
  alexnet,
  convnext,
  densenet,
  efficientnet,
  googlenet,
  inception,
  mnasnet,
  mobilenetv2,
  mobilenetv3,
  regnet,
  resnet,
  shufflenetv2,
  squeezenet,
  swin_transformer: swinTransformer,
  vgg,
  vision_transformer: visionTransformer,
};

const models = "torchvision.models";

/** Programs of our own for what is imported from elsewhere, by the path it is imported from. */
const texts: ReadonlyMap<string, string> = new Map([
  ["torch.hub", hub],
  ["torch.nn", transformer + parts],
  ["torch.nn.modules.utils", tuples],
  ["torch.nn.utils", normed],
  ["torch.autograd", autograd],
  ["torch.utils.data", data],
  ["torchvision.ops", ops],
  [`${models}._utils`, utils],
  [`${models}.segmentation`, segmentation],
  [`${models}.detection.backbone_utils`, backbones],
  ...Object.entries(families).map(([name, text]): [string, string] => [`${models}.${name}`, text]),
]);

/** Where a module is one with another, for all that our programs have of it. */
export const placeOf = (path: string): string =>
  path.startsWith("torchvision.ops.") || path === "torchvision.ops"
    ? "torchvision.ops"
    : path.startsWith(`${models}.segmentation.`)
      ? `${models}.segmentation`
      : path;

/** By a name of `torchvision.models`, the module below it that defines it. */
const homes = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(families).flatMap(([module, text]) =>
        namesIn(text).map((one): [string, string] => [one, `${models}.${module}`]),
      ),
    ),
);

/** The module that gives another one a name; nothing where that has its names by itself. */
export function homeOf(path: string, name: string): string | undefined {
  if (path === `${models}.detection` && name === "BackboneWithFPN") return `${path}.backbone_utils`;
  if (path !== models) return undefined;
  return homes().get(name);
}

/** What a program of ours gives names to at its outermost level. */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:(?:def|class) (\w+)|(\w+(?:, ?\w+)*) ?=)/gm)]
    .flatMap(([, defined, assigned]) => defined ?? assigned!.split(/, ?/))
    .filter((name) => !name.startsWith("_"));

/** What the program for a path gives names to. */
export const namesOf = (path: string): readonly string[] => namesIn(texts.get(path) ?? "");

/** Read once; programs are never changed. */
const read = new Map<string, Module>();

/** What is run where a program imports this path. Its parts have no place, since they stand in no text of the user's. */
export function libraryOf(path: string): Module | undefined {
  const known = read.get(path);
  const text = texts.get(path);
  if (known || text === undefined) return known;
  const module = placeless(parsePython(text));
  read.set(path, module);
  return module;
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
