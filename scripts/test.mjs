// Runs everything that must hold: types, lint, generated files, the suites in memory and over the protocol, and the
// extension in a real VS Code. Every step runs, whatever the one before it said. `--fast` leaves the editor out.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

const fast = process.argv.includes("--fast");
const node = process.execPath;

const types = { name: "types", args: () => ["node_modules/typescript/bin/tsc", "-p", "."] };
const lint = { name: "lint", args: () => ["node_modules/@biomejs/biome/bin/biome", "check", "."] };
const build = { name: "build", args: () => ["esbuild.mjs", "--tests"] };
/** It builds anew, and so comes before whatever runs what is built. */
const pack = { name: "package", args: () => ["scripts/package.mjs"] };
const tests = { name: "suites", args: () => ["scripts/suites.mjs"], quiet: true };
const host = (name, file, ...options) => ({ name: `VS Code, ${name}`, args: () => [file, ...options], isHost: true });
/** Two at a time, for each waits more than it works: they share no port, no profile, and no file that they write. */
const editors = [
  [
    // Beside another extension that knows YAML: by itself it runs in a worker, and on the screen.
    host("packed extension in the Node extension host", "tests/editor/node-host.mjs", "--vsix", "--beside"),
    host("web worker extension host", "tests/editor/web-host.mjs"),
  ],
  [{ name: "VS Code, packed extension on the screen", args: () => ["tests/editor/on-screen.mjs", "--vsix"] }],
];

/**
 * Stages follow one another; in a stage there are rows of steps, which go on beside one another where there is more than
 * one core. The suites take what time the editors leave them, which is most of it.
 */
const stages = [
  [
    [types, lint],
    [build, ...(fast ? [] : [pack])],
  ],
  [[tests], ...(fast ? [] : editors)],
];

/** What the runners say at their ends: node's own, mocha's, and ours. */
function countsOf(output) {
  const last = (pattern) => [...output.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
  return {
    passed: last(/^# pass (\d+)/gm) + last(/^ +(\d+) passing/gm) + last(/^(\d+) steps passed/gm),
    failed: last(/^# fail (\d+)/gm) + last(/^ +(\d+) failing/gm),
  };
}

/** The cases of the editor's suite that passed, by name. */
const casesIn = (output) => [...output.matchAll(/^\s+[✔✅]\s+(.*?)(?: \(\d+ms\))?$/gm)].map(([, name]) => name).sort();

function run(args, quiet) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const read = (data) => {
      output += data;
      if (!quiet) process.stdout.write(data);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("error", (error) => resolve({ status: 1, output: String(error) }));
    child.on("close", (status) => resolve({ status, output }));
  });
}

/** What the runner says of each failure beside its reason and the places in the tests. */
const noise =
  /^ *(?:---|duration_ms:|type:|failureType:|code:|name:|operator:|stack:|error: '\d+ subtests? failed')|node:|<anonymous>\)$|^ *async /;

/** Two long values that differ somewhere are not told whole. */
const mostOfOne = 40;

/** Of a thousand lines only those that a person needs: what failed and why, and what was left out. */
function tellTale(output) {
  let left = 0;
  return output.split("\n").filter((line) => {
    if (/^ *not ok/.test(line)) left = mostOfOne;
    else if (/^ *(?:\.\.\.$|# Subtest|ok )/.test(line)) left = 0;
    return /^(?:# )?LEFT OUT/.test(line) || (left > 0 && line.trim() !== "" && !noise.test(line) && left-- > 0);
  });
}

let passed = 0;
let failed = 0;

/** What passed in each host: everywhere the same, by name and so by number. */
const inHosts = new Map();

function compareHosts() {
  // Whichever ended first, the one with processes says what there is.
  const order = editors.flat().map(({ name }) => name);
  const [[first, cases] = [], ...others] = [...inHosts].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  for (const [name, found] of others) {
    const left = name.includes("worker") ? cases.filter((one) => one.startsWith("with processes: ")) : [];
    const lacks = cases.filter((one) => !found.includes(one) && !left.includes(one));
    const has = found.filter((one) => !cases.includes(one));
    for (const one of left) console.log(`LEFT OUT in ${name}, which cannot start any: ${one}`);
    for (const one of lacks) console.log(`passed in ${first} and not in ${name}: ${one}`);
    for (const one of has) console.log(`passed in ${name} and not in ${first}: ${one}`);
    failed += lacks.length + has.length;
  }
  if (cases?.length === 0) {
    console.log("no case of the editor is known by its name");
    failed++;
  }
  if (cases) console.log(`\n${cases.length} cases of the editor compared in ${inHosts.size} hosts`);
}

/** Runs a step and counts it. Beside another step it says nothing until it is done, so that no two are mixed up. */
async function take({ name, args, quiet, isHost }, alone) {
  const start = Date.now();
  if (alone) console.log(`\n── ${name}`);
  const { status, output } = await run(args(), quiet || !alone);
  if (!alone) console.log(`\n── ${name}`);
  if (quiet) for (const line of tellTale(output)) console.log(line);
  if (!quiet && !alone) process.stdout.write(output);
  const counts = countsOf(output);
  if (isHost) inHosts.set(name, casesIn(output));
  // A step that counts nothing counts as one; one that fails without counting a failure has failed all the same.
  passed += counts.passed || (status === 0 ? 1 : 0);
  failed += counts.failed || (status === 0 ? 0 : 1);
  const what = counts.passed || counts.failed ? `${counts.passed} passed, ${counts.failed} failed; ` : "";
  console.log(`${status === 0 ? "ok" : "FAILED"}: ${name} (${what}${((Date.now() - start) / 1000).toFixed(1)} s)`);
}

async function inTurn(steps, alone) {
  for (const step of steps) await take(step, alone);
}

for (const rows of stages)
  if (rows.length > 1 && availableParallelism() > 1) await Promise.all(rows.map((steps) => inTurn(steps, false)));
  else await inTurn(rows.flat(), true);
compareHosts();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
