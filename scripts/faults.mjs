// Plants one fault at a time in copies of the sources, and shows that the project's own tests catch each. Run with
// `npm run faults`, or `npm run faults -- WORD` for those whose description contains the word, or whose file lies in a
// folder of that name.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { context } from "esbuild";
import { faultsOfImages } from "./faults-of-images.mjs";
import { faultsOfPython } from "./faults-of-python.mjs";
import { faultsOfRules } from "./faults-of-rules.mjs";
import { faultsOfTensors } from "./faults-of-tensors.mjs";
import { faults } from "./faults-planted.mjs";
import { texts } from "./texts.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/**
 * Suites that start processes or an editor are slow, and those that compare with recordings need the recordings; the one
 * that looks for the places of the faults misses what has just been planted.
 */
const left = /^(conformance|protocol|editor|cli|web|grammar)\/|robust|python\/cut|^faults/;
const everything = readdirSync("tests", { recursive: true })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts") && !left.test(file));
function startingWith(...starts) {
  for (const start of starts)
    if (!everything.some((file) => file.startsWith(start))) throw new Error(`no suite begins with ${start}`);
  return everything.filter((file) => starts.some((start) => file.startsWith(start)));
}

/** What runs one after the other until something fails: the quick and broad suites, then those that take their time. */
const stages = {
  operators: [
    startingWith("ops/cases", "ops/definitions"),
    startingWith("core/receptive", "models"),
    startingWith("architecture", "constraints", "examples", "keras-zoo", "ops/", "pages", "zoo"),
  ],
  python: [
    startingWith("python/").filter((file) => !/hostile|nodes|total/.test(file)),
    startingWith("fixes", "pages", "python/", "program/", "features/", "service/"),
  ],
  others: [startingWith("analysis/", "bias", "broken", "core/", "features/", "models"), everything],
};

const { status } = spawnSync(process.execPath, ["esbuild.mjs"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
const temporary = mkdtempSync(join(tmpdir(), "faults-"));

/** A copy of the project, with what it takes to test it. */
async function copyOf(name) {
  const copy = join(temporary, name);
  mkdirSync(copy);
  const git = (cwd, ...args) => spawnSync("git", args, { encoding: "utf8", cwd }).stdout;
  for (const file of git(".", "ls-files", "--cached", "--others", "--exclude-standard").split("\n").filter(Boolean))
    cpSync(file, join(copy, file));
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
  // What is built is the same in all: suites that start it are there to find other faults.
  cpSync("dist", join(copy, "dist"), { recursive: true });
  for (const file of readdirSync("l10n").filter((one) => one.startsWith("bundle.")))
    cpSync(`l10n/${file}`, join(copy, "l10n", file));
  // The test of the architecture asks git what belongs to the project.
  git(copy, "init", "--quiet");

  /** Suites in one file, which is built anew after every change. */
  const bundle = async (suites, outfile) => {
    const contents = suites.map((file) => `import "./tests/${file}";`).join("\n");
    const built = await context({
      absWorkingDir: copy,
      stdin: { contents, resolveDir: copy, loader: "ts" },
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      loader: texts,
      define: { VERSION: JSON.stringify(version) },
      logLevel: "error",
      outfile: join(copy, outfile),
    });
    return { rebuild: () => built.rebuild(), dispose: () => built.dispose(), outfile };
  };
  const bundles = {};
  for (const [about, parts] of Object.entries(stages))
    bundles[about] = await Promise.all(parts.map((suites, i) => bundle(suites, `.out/${about}-${i}.mjs`)));
  return { copy, bundles };
}

/** Runs suites in one process up to the first test that fails; its name, if one does. */
async function firstFailure(copy, { rebuild, outfile }) {
  await rebuild();
  const child = spawn(process.execPath, ["--test-reporter=tap", outfile], {
    cwd: copy,
    env: { ...process.env, UPDATE: "", SAMPLE: "all" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let failure;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const name = /^\s*not ok \d+ - (.*)$/.exec(line)?.[1];
    if (name === undefined || failure !== undefined) return;
    failure = name;
    child.kill();
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  return failure ?? (status === 0 ? undefined : "the tests do not run to their end");
}

function bundlesFor(file, { operators, python, others }) {
  if (/^server\/src\/(ops|vocabularies)\//.test(file)) return operators;
  return file.startsWith("server/src/python/") ? python : others;
}

/** Plants a fault, says who noticed, and takes it out again. */
async function plant({ copy, bundles }, { file, right, wrong, what }) {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  if (source.split(right).length !== 2) throw new Error(`${file} does not contain exactly once: ${right}`);
  writeFileSync(
    path,
    source.replace(right, () => wrong),
  );
  let by;
  for (const bundle of bundlesFor(file, bundles)) by ??= await firstFailure(copy, bundle);
  writeFileSync(path, source);
  console.log(by === undefined ? `MISSED  ${what}` : `caught  ${what}  (${by})`);
  return by !== undefined;
}

const [word = ""] = process.argv.slice(2);
const all = [...faultsOfImages, ...faultsOfTensors, ...faultsOfRules, ...faultsOfPython, ...faults];
const planted = all.filter(({ what, file }) => what.includes(word) || file.includes(`/${word}/`));
const open = [...planted];
let caught = 0;

async function work(project) {
  for (let next = open.shift(); next; next = open.shift()) if (await plant(project, next)) caught++;
}

const projects = [];
try {
  const count = Math.min(availableParallelism(), 2);
  for (let i = 0; i < count; i++) projects.push(await copyOf(`copy-${i}`));
  const [first, ...others] = projects;
  const sound = async () => {
    const failure = await firstFailure(first.copy, first.bundles.others.at(-1));
    if (failure !== undefined) throw new Error(`the tests fail without any fault: ${failure}`);
    await work(first);
  };
  await Promise.all([sound(), ...others.map(work)]);
} finally {
  for (const { bundles } of projects) for (const bundle of Object.values(bundles).flat()) await bundle.dispose();
  rmSync(temporary, { recursive: true, force: true });
}
console.log(`${caught} of ${planted.length} faults are caught`);
process.exitCode = caught < planted.length || !planted.length ? 1 : 0;
