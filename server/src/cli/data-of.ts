import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Beside } from "../core/beside";
import { dataBeside } from "../settings/data-beside";
import { names } from "../settings/find";
import { readText } from "./read-text";

/** What marks a folder above which nothing belongs to a model: a repository, or a configuration. */
const marks: readonly string[] = [".git", ...names];

/** Finds data files beside models, each folder looked into once. Up to a marked folder or the current one; never above. */
export function dataFinder(): (path: string) => Beside | undefined {
  const texts = new Map<string, string | undefined>();
  const lasts = new Map<string, string>();
  const read = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, existsSync(path) ? readText(path) : undefined);
    return texts.get(path);
  };
  return (path) => {
    const where = resolve(path).replaceAll("\\", "/");
    const own = folderOf(where);
    if (!lasts.has(own)) lasts.set(own, lastAbove(own));
    return dataBeside(where, lasts.get(own)!, read);
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0));

function lastAbove(own: string): string {
  const current = process.cwd().replaceAll("\\", "/");
  for (let folder = own; folder.includes("/"); folder = folderOf(folder))
    if (folder === current || marks.some((mark) => existsSync(`${folder}/${mark}`))) return folder;
  return own;
}
