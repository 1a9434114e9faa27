// Side by side in one run: what reading and analysing cost beside parsing alone, what the server costs beside an
// empty Node process, and what a keystroke costs beside parsing. Ratios of medians; nothing passes or fails here.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { parseDocument } from "yaml";

const runs = Number(process.env.RUNS ?? 20);
const out = ".out/bench.mjs";
await build({
  stdin: {
    contents: 'export { understand } from "./server/src/service"; export * from "./tests/support/big-model";',
    resolveDir: ".",
    loader: "ts",
  },
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  loader: { ".yaml": "text" },
  outfile: out,
  logLevel: "warning",
});
const { understand, bigYolo, bigNative } = await import(pathToFileURL(out).href);

const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/** Medians of several things to do, taken in turn so that a busy moment meets all of them. */
async function medians(todo, times = runs) {
  const taken = todo.map(() => []);
  // An editor keeps running, so what is measured is code that has been compiled.
  const end = performance.now() + 500;
  for (let i = 0; i < 3 || (performance.now() < end && i < 300); i++) for (const run of todo) await run();
  for (let i = 0; i < times; i++)
    for (const [k, run] of todo.entries()) {
      const start = performance.now();
      const done = await run();
      const time = typeof done === "number" ? done : performance.now() - start;
      taken[k].push(time);
    }
  return taken.map(middle);
}

const row = (name, base, time, bound) =>
  console.log(
    `${name.padEnd(44)} ${base.toFixed(2).padStart(9)} ms ${time.toFixed(2).padStart(9)} ms   ${(time / base).toFixed(2)}×   (aim ≤ ${bound}×)`,
  );

console.log(`${"reading and analysis".padEnd(44)} ${"parse".padStart(12)} ${"ours".padStart(12)}`);
for (const rows of [24, 50, 200, 2_000, 20_000]) {
  const cases = [
    [`${rows} rows, one scale`, bigYolo(rows, 1), "model.yaml", rows < 200 ? 3 : 2],
    [`${rows} rows, five scales`, bigYolo(rows, 5), "model.yaml", 3],
  ];
  if (rows <= 2_000) cases.push([`${rows} rows, native`, bigNative(rows), "model.cnn.yaml", rows < 200 ? 3 : 2]);
  for (const [name, text, path, bound] of cases) {
    const parse = () => void parseDocument(text);
    const ours = () => void understand(path, text);
    row(name, ...(await medians([parse, ours])), bound);
  }
}

/** From the start of a process to its end, or to the first diagnostics. */
async function emptyNode() {
  await once(spawn(process.execPath, ["-e", "0"]), "exit");
}

function connect() {
  const child = spawn(process.execPath, ["dist/server.js", "--stdio"]);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
  connection.onUnhandledNotification(() => {});
  connection.listen();
  return { child, connection };
}

const uri = "file:///model.yaml";
const document = (text) => ({ textDocument: { uri, languageId: "yaml", version: 1, text } });
const initialize = (connection, capabilities) =>
  connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });

async function firstDiagnostics() {
  const start = performance.now();
  const { child, connection } = connect();
  const published = new Promise((resolve) => connection.onNotification("textDocument/publishDiagnostics", resolve));
  await initialize(connection, {});
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("textDocument/didOpen", document(bigYolo(24, 5)));
  await published;
  const time = performance.now() - start;
  connection.dispose();
  child.kill();
  await once(child, "exit");
  return time;
}

console.log();
row("start to first diagnostics, beside empty Node", ...(await medians([emptyNode, firstDiagnostics])), 4);

const text = bigYolo(2_000, 1);
const { child, connection } = connect();
await initialize(connection, { textDocument: { diagnostic: { dynamicRegistration: false } } });
await connection.sendNotification("initialized", {});
await connection.sendNotification("textDocument/didOpen", document(text));
const line = text.split("\n").findIndex((one) => one.includes("SPPF"));
let version = 1;
async function keystroke() {
  const range = { start: { line, character: 2 }, end: { line, character: 2 } };
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range, text: "" }],
  });
  await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
}
row("a keystroke in 2000 rows, beside parsing", ...(await medians([() => void parseDocument(text), keystroke])), 2.5);
connection.dispose();
child.kill();

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const kept = understand("model.yaml", bigYolo(2_000, 5));
globalThis.gc?.();
const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
console.log(`\nkept for 2000 rows at five scales: ${megabytes.toFixed(1)} MB (${kept.analysis.models.length} models)`);
process.exit(0);
