// Bundles a program of which some is loaded when it is asked for. A bundler that writes that to one file makes of every
// module a function, to be called before whatever needs it, as any could be the first. Most modules are never loaded
// without certain others, though. So they are joined to parts first, and those to a file: it is smaller, and starts faster.
import { basename, resolve } from "node:path";
import { build } from "esbuild";

/**
 * `late` is the one module that asks for another without waiting, and that other: no part of its own for the bundler,
 * who takes what is required for a module like all others.
 */
export async function inParts({ entryPoints: [entry], outfile, banner, footer, ...options }, late) {
  const asks = resolve(late.asks);
  const { outputFiles } = await build({
    ...options,
    entryPoints: { entry, late: late.asked },
    entryNames: "[name]",
    outdir: ".",
    format: "esm",
    splitting: true,
    write: false,
    plugins: [...(options.plugins ?? []), asItIs(asks)],
  });
  const parts = new Map(outputFiles.map(({ path, text }) => [`./${basename(path)}`, text]));
  parts.set("./late.js", enclosed(parts.get("./late.js")));
  const required = `./${basename(late.asked, ".ts")}`;
  return build({
    ...options,
    entryPoints: ["./entry.js"],
    outfile,
    banner,
    footer,
    plugins: [joined(parts, (path, importer) => (importer === asks && path === required ? "./late.js" : path))],
  });
}

/** Leaves a module where it is, to be read when parts are joined. */
const asItIs = (module) => ({
  name: "as-it-is",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
      `${resolve(resolveDir, path)}.ts` === module ? { path: module, external: true } : undefined,
    ),
});

const joined = (parts, named) => ({
  name: "joined",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, importer }) => {
      const name = named(path, importer);
      return parts.has(name) ? { path: name, namespace: "part" } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "part" }, ({ path }) => ({
      contents: parts.get(path),
      resolveDir: ".",
    }));
  },
});

/**
 * A part as one function that gives what is exported. What a file has outermost could be changed from anywhere in it;
 * what a function has is known to be used there alone, so that a minifier leaves out and puts together a good deal more.
 */
function enclosed(part) {
  const [, imports, body, list] = /^((?:import [^;]*;\n)*)(.*?)^export \{\n(.*)\};\s*$/ms.exec(part);
  const names = list.trim().split(/,\s*/);
  const inside = names.map((name) => `${name}: ${name}_`);
  return `${imports}const { ${inside} } = (() => {${body}return { ${names} };})();
export { ${names.map((name) => `${name}_ as ${name}`)} };`;
}
