// Builds every bundle that the package ships, and the tests. `--watch` rebuilds on change, `--tests` builds the tests too.
import { readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { build, context } from "esbuild";
import { bundles, command, common, late, webClient } from "./scripts/bundles.mjs";
import { grammar } from "./scripts/grammar.mjs";
import { writeBundles } from "./scripts/l10n-bundle.mjs";
import { inParts } from "./scripts/parts.mjs";
import { shrink } from "./scripts/shrink.mjs";

const watch = process.argv.includes("--watch");
const tests = process.argv.includes("--tests");

/**
 * Every `*.test.ts` becomes a file for `node --test`; packages stay outside, so that stack traces name them. What
 * several of them take is written once: with all of it in each they would be forty times as large, and built as slowly.
 */
const suites = {
  ...common,
  sourcemap: "inline",
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  plugins: [grammar],
  entryPoints: readdirSync("tests", { recursive: true })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `tests/${file}`),
  outdir: ".out/tests",
  outbase: "tests",
  outExtension: { ".js": ".mjs" },
  splitting: true,
  chunkNames: "shared/[hash]",
};

/** The suite for the real editor, once for each of its extension hosts; both load CommonJS. */
const editor = { ...common, sourcemap: "inline", format: "cjs", external: ["vscode"] };
const editorSuites = [
  { ...editor, platform: "node", entryPoints: ["tests/editor/suite/node.ts"], outfile: ".out/editor/suite.js" },
  { ...editor, platform: "browser", entryPoints: ["tests/editor/suite/web.ts"], outfile: ".out/editor/suite.web.js" },
  {
    ...editor,
    platform: "node",
    entryPoints: ["tests/editor/beside/extension.ts"],
    outfile: ".out/editor/beside.js",
    define: { YAML_SERVER: JSON.stringify(resolve("node_modules/yaml-language-server/out/server/src/server.js")) },
  },
].map((options) => ({ ...options, logOverride: { "require-resolve-not-external": "silent" } })); // Mocha's parallel mode

writeBundles();
if (tests) rmSync(".out/tests", { recursive: true, force: true }); // what is shared has another name when it changes
const all = tests ? [...bundles, suites, ...editorSuites] : bundles;
if (watch) for (const options of [command, ...all]) await (await context(options)).watch();
else {
  await Promise.all([inParts(command, late), ...all.map((options) => build(options))]);
  await shrink([command.outfile, webClient.outfile]); // the others have a few lines each
}
