import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The .vsix that `npm run package` wrote last. */
export async function newestPackage() {
  const [file] = (await readdir(root))
    .filter((name) => /^convlint-.*\.vsix$/.test(name))
    .sort()
    .reverse();
  if (!file) throw new Error("there is no .vsix: run `npm run package` first");
  return `${root}${file}`;
}
