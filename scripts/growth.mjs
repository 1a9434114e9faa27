// What reading Python adds to a bundle that is packed: it comes with every download, whether or not anybody reads any.
import { gzipSync } from "node:zlib";
import { command, late } from "./bundles.mjs";
import { inParts } from "./parts.mjs";
import { smaller } from "./shrink.mjs";

/** Nothing that reads Python, nor what is there for it alone. */
const leftOut = {
  name: "left-out",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]service[\\/]python\.ts$/ }, () => ({ contents: "export const nothing = undefined;" })),
};

/** As tightly as `gzip -9` does, which takes as much memory for it. */
const packed = (code) => gzipSync(code, { level: 9, memLevel: 9 }).length;

/** Bytes by which the bundle of the command is larger than it were without, both written and packed alike. */
export async function growthByPython(code) {
  const { outputFiles } = await inParts({ ...command, write: false, plugins: [...command.plugins, leftOut] }, late);
  return packed(code) - packed(await smaller(outputFiles[0].text));
}
