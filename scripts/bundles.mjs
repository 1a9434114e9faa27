// The bundles that the package ships: what each is made of and for.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { closer } from "./closer.mjs";
import { grammar } from "./grammar.mjs";
import { texts } from "./texts.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** With all that a debugger needs, and nothing else, where somebody works on it. */
const watch = process.argv.includes("--watch");

/** In the form that a bundler can leave parts out of, for those too that ask for another: else it would be there twice. */
const alias = {
  "vscode-languageserver-types": resolve("node_modules/vscode-languageserver-types/lib/esm/main.js"),
  yaml: resolve("node_modules/yaml/browser/index.js"),
  "jsonc-parser": resolve("node_modules/jsonc-parser/lib/esm/main.js"),
};

/** The client asks for a version of VS Code that the manifest asks for already: of all that compares versions, nothing is needed. */
const anyVersion = {
  name: "any-version",
  setup: (build) => {
    build.onResolve({ filter: /^semver\/functions\/(parse|satisfies)$/ }, ({ path }) => ({
      path,
      namespace: "any-version",
    }));
    build.onLoad({ filter: /.*/, namespace: "any-version" }, () => ({ contents: "module.exports = () => true;" }));
  },
};

export const common = {
  bundle: true,
  alias,
  target: "es2022",
  logLevel: "warning",
  sourcemap: watch ? "inline" : false,
  legalComments: "none",
  loader: texts,
  define: { VERSION: JSON.stringify(version) },
};
// The modules that `jsonc-parser` calls its main ones load each other in a way that no bundler follows.
const node = { ...common, platform: "node", mainFields: ["module", "main"], format: "cjs", target: "node20" };
const browser = { ...common, platform: "browser", mainFields: ["browser", "module", "main"] };

/**
 * The bundle of the command holds both servers too, that for Node and that for a web worker, because nearly all of
 * their code is the same. A worker knows neither `require` nor `module`; what is given in their place lets the file
 * load there, and says so if it ever asks for a module of Node.
 */
const everywhere = {
  banner: "#!/usr/bin/env node\n((require, module, bundleUrl) => {",
  footer: `})(...(typeof module === "object"
  ? [require, module, require("node:url").pathToFileURL(__filename).href]
  : [(name) => { throw new Error(name + " is asked for, and a browser has no such module"); }, {}, ""]));`,
};

/** A file of a few lines that takes all it needs from a bundle beside it. */
const from = (bundle, filter) => ({
  name: "from-a-bundle",
  setup: (build) => build.onResolve({ filter }, () => ({ path: bundle, external: true })),
});
const fromCommand = from("./cli.js", /\/start-server$/);
const fromWebClient = from("./web/client.js", /\/extension-web$/);

/** It is written in parts: all else that is built is small. */
export const command = {
  ...node,
  entryPoints: ["server/src/cli.ts"],
  outfile: "dist/cli.js",
  plugins: [grammar, closer],
  // A package that looks for a neighbour by its own address finds the bundle instead.
  define: { ...common.define, "import.meta.url": "bundleUrl" },
  banner: { js: everywhere.banner },
  footer: { js: everywhere.footer },
  conditions: ["browser"], // the protocol's library shows its half for the worker to those only that say so
};
/** Python is read by code that most runs do without. */
export const late = { asks: "server/src/service/when-python.ts", asked: "server/src/service/python.ts" };

export const webClient = {
  ...node,
  minify: !watch, // for the package: it leaves out names of functions that nobody asks for, which `shrink` keeps
  entryPoints: ["client/src/extension-web.ts"],
  outfile: "dist/web/client.js",
  external: ["vscode"],
  plugins: [anyVersion],
  conditions: ["browser"], // both halves: that for Node, too, is loaded only where it is asked for
};

export const bundles = [
  { ...node, entryPoints: ["server/src/server.ts"], outfile: "dist/server.js", plugins: [fromCommand] },
  webClient,
  { ...node, entryPoints: ["client/src/extension.ts"], outfile: "dist/client.js", plugins: [fromWebClient] },
  { ...browser, entryPoints: ["server/src/server-web.ts"], outfile: "dist/web/server.js", format: "iife" },
];
