// Writes bundles anew with the same meaning in fewer bytes. The bundler is quick and leaves some to be had; this one
// takes its time, which is why only what is packed is written by it.
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

/** Where what an expression does is not certain it is left as it is. */
const options = { ecma: 2020, compress: { passes: 1 }, mangle: true, format: { comments: false } };

export async function shrink(files) {
  await Promise.all(
    files.map(async (file) => {
      const { code } = await minify(readFileSync(file, "utf8"), options);
      writeFileSync(file, `${code}\n`);
    }),
  );
}
