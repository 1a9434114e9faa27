// Writes bundles anew with the same meaning in fewer bytes. The bundler is quick and leaves some to be had; this one
// takes its time, which is why only what is packed is written by it.
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "@swc/core";

/** Where what an expression does is not certain it is left as it is. */
const options = { ecma: 2022, compress: { ecma: 2022, passes: 3 }, mangle: true, module: false };

export async function smaller(code) {
  return `${(await minify(code, options)).code}\n`;
}

export async function shrink(files) {
  await Promise.all(
    files.map(async (file) => {
      writeFileSync(file, await smaller(readFileSync(file, "utf8")));
    }),
  );
}
