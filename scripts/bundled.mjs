// Sources as a script can call them: bundled to one file, which is loaded.
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { grammar } from "./grammar.mjs";
import { texts } from "./texts.mjs";

export async function bundled(entry, outfile) {
  await build({
    ...entry,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    plugins: [grammar],
    loader: texts,
    define: { VERSION: '"0"' },
    outfile,
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}
