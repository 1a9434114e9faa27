import type { Document } from "../tree/document";
import { parseJson } from "../tree/json";
import { entriesOf, get, itemsOf, type Tree, textOf } from "../tree/tree";
import { parseYaml } from "../tree/yaml";
import type { Format } from "./format";
import { native } from "./native/index";
import { dialectOf, ultralytics } from "./ultralytics/index";

/** Every way of writing a model. */
export const formats: readonly Format[] = [native, ...ultralytics];

export const isNativeName = (path: string): boolean => /\.cnn\.(ya?ml|json)$/i.test(path);

export const isJson = (path: string): boolean => /\.json$/i.test(path);

export const parse = (path: string, text: string): Document => (isJson(path) ? parseJson(text) : parseYaml(text));

/** What a model file must contain somewhere; spares other YAML files the parser. */
const signs = /(?:^|[{,\s])["']?(?:layers|backbone|head)["']?\s*:|convlint-dialect/;

/**
 * The format of a text, whether it was asked for, and the text parsed; nothing where it is no model. The name decides, then a
 * comment, then the dialect that is asked for, then the content.
 */
export function recognise(
  path: string,
  text: string,
  dialect?: string,
): { readonly format: Format; readonly document: Document; readonly pinned: boolean } | undefined {
  const asked = askedIn(text) ?? dialect;
  if (!isNativeName(path) && asked === undefined && !signs.test(text)) return undefined;
  const document = parse(path, text);
  const id = asked ?? (isNativeName(path) ? native.id : idOf(document));
  const format = formats.find((one) => one.id === id);
  return format && { format, document, pinned: asked !== undefined };
}

const askedIn = (text: string): string | undefined => /^[^\r\n]*#[ \t]*convlint-dialect[ \t]+(\S+)/m.exec(text)?.[1];

/** What a parsed text is, by its top level alone. */
export function idOf({ root }: Document): string | undefined {
  const has = (key: string): boolean => entriesOf(root).some((entry) => entry.key === key);
  if (get(root, "layers")?.kind === "list" && (has("input") || has("inputs"))) return native.id;
  return ["backbone", "head"].some((part) => itemsOf(get(root, part)).some(isRow)) ? dialectOf(root) : undefined;
}

const isRow = (tree: Tree): boolean => /^[A-Za-z_]/.test(wordOf(itemsOf(tree)[2]) ?? "");
const wordOf = (tree: Tree | undefined): string | undefined =>
  tree?.kind === "scalar" && typeof tree.value === "string" ? textOf(tree) : undefined;
