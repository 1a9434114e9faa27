// Side by side in one run: what reading and analysing cost beside parsing alone, what the server costs beside an
// empty Node process, and what a keystroke costs beside parsing. Ratios of medians; nothing passes or fails here.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { parseDocument } from "yaml";
import { serverHere, typing } from "./bench-typing.mjs";
import { bundled } from "./bundled.mjs";

const runs = Number(process.env.RUNS ?? 20);
// `npm run bench -- folder lines` measures these parts alone.
const parts = ["reading", "python", "cut", "folder", "lines", "memory", "server", "typing", "kept"];
const wanted = process.argv.slice(2);
for (const part of wanted) if (!parts.includes(part)) throw new Error(`no part "${part}": ${parts.join(", ")}`);
const measures = (part) => wanted.length === 0 || wanted.includes(part);
const {
  understand,
  parsePython,
  bigYolo,
  bigNative,
  cuts,
  pythonTexts,
  stepsOf,
  answer,
  checkFiles,
  configuration,
  known,
  modelLine,
  manyFiles,
  support,
} = await bundled(
  {
    stdin: {
      contents: `
        export { understand } from "./server/src/service";
        export * as cuts from "./tests/support/cuts";
        export { pythonTexts } from "./tests/support/python-texts";
        export { stepsOf } from "./tests/support/steps";
        export { parsePython } from "./server/src/python/syntax/parse";
        export { answer } from "./server/src/cli/ndjson";
        export { checkFiles } from "./server/src/cli/check-files";
        export { configuration } from "./server/src/cli/configuration";
        export { known } from "./server/src/cli/known";
        export * from "./tests/support/big-model";
        export * from "./tests/support/many-models";
        export * as support from "./tests/support/typing";`,
      resolveDir: ".",
      loader: "ts",
    },
  },
  ".out/bench.mjs",
);

const middle = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/** Medians of several things to do, taken in turn so that a busy moment meets all of them. */
async function medians(todo, times = runs, warm = 300) {
  const taken = todo.map(() => []);
  // An editor keeps running, so what is measured is code that has been compiled.
  const end = performance.now() + 500;
  for (let i = 0; i < Math.min(3, warm) || (performance.now() < end && i < warm); i++)
    for (const run of todo) await run();
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
for (const rows of measures("reading") ? [24, 50, 200, 2_000, 20_000] : []) {
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

const spent = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

// Python, file by file, by the time that the processor spends, beside reading the syntax alone.
if (measures("python")) {
  const folders = [
    "tests/python/mutated",
    ...["valid", "broken", "frontend/tricky"].map((one) => `../shared/pytorch/${one}`),
  ];
  const texts = folders.flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((file) => file.endsWith(".py"))
      .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );
  if (texts.length < 20) console.log("LEFT OUT: ../shared is not here, so only programs of our own were measured");
  const times = texts.map(() => [[], []]);
  for (let round = 0; round < runs; round++)
    for (const [i, [, text]] of texts.entries())
      for (const [k, work] of [() => parsePython(text), () => understand("net.py", text)].entries())
        if (round >= 5) times[i][k].push(spent(work));
        else work();
  const [parsed, ours] = [0, 1].map((k) => times.map((of) => middle(of[k])).sort((a, b) => a - b));
  const at = (all, share) => all[Math.min(all.length - 1, Math.floor(all.length * share))];
  for (const [name, share] of [
    ["median", 0.5],
    ["95th percentile", 0.95],
    ["slowest", 1],
  ])
    console.log(
      `${`${texts.length} files of Python, ${name}`.padEnd(44)} ${at(parsed, share).toFixed(2).padStart(9)} ms ${at(ours, share).toFixed(2).padStart(9)} ms`,
    );
}

// Python of which something is missing: every so many characters where it may end (`CUTS=1` for each, which takes
// minutes), and 5,000 times without some of its lines. The slowest, with the steps that the tests hold to a bound.
if (measures("cut")) {
  const texts = pythonTexts();
  const beginnings = cuts.prefixesOf(texts).filter((_, i) => i % Number(process.env.CUTS ?? 20) === 0);
  for (const [name, all] of [
    ["beginnings of Python", beginnings],
    ["deletions in Python", cuts.deletionsOf(texts, 5000, 23)],
  ]) {
    const times = all.map((one) => [spent(() => understand("net.py", one.text())), one]).sort(([a], [b]) => b - a);
    console.log(
      `${`${all.length} ${name}, median`.padEnd(44)} ${times[times.length >> 1][0].toFixed(2).padStart(9)} ms`,
    );
    for (const [time, { what, text }] of times.slice(0, 3)) {
      const steps = stepsOf(() => understand("net.py", text()));
      console.log(`${`  slowest, ${steps} steps`.padEnd(44)} ${time.toFixed(2).padStart(9)} ms   ${what}`);
    }
  }
}

// What a command for CI does: a folder as it is checked, and models as they come in a search, both on one core.
const config = configuration({}, known(), () => {});
if (measures("folder")) {
  const folder = mkdtempSync(join(tmpdir(), "convlint-bench-"));
  try {
    for (const [name, text] of manyFiles(1_000)) writeFileSync(join(folder, name), text);
    const files = readdirSync(folder).map((name) => join(folder, name));
    const parseAll = () => {
      for (const file of files) parseDocument(readFileSync(file, "utf8"));
    };
    const search = {
      paths: [folder],
      config,
      complain() {},
      mend: (_, text) => ({ text }),
      begin: () => ({ step() {} }),
    };
    row("a folder of 1000 YAML files", ...(await medians([parseAll, () => void checkFiles(search)], 3, 1)), 2.5);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
if (measures("lines")) {
  const lines = Array.from({ length: 1_000 }, (_, i) =>
    Buffer.from(JSON.stringify({ id: i, model: modelLine(i, 20) })),
  );
  const parseLines = () => {
    for (const line of lines) JSON.parse(line.toString());
  };
  const answerLines = () => {
    for (const line of lines) JSON.stringify(answer(line, config, "check"));
  };
  row("1000 lines of NDJSON, 20 layers each", ...(await medians([parseLines, answerLines], 5)), 10);
}

/** What a run over many lines takes of memory after a tenth of them and at its end: `LINES=1000000` for the full run. */
async function memoryOf(count) {
  const child = spawn(process.execPath, ["dist/cli.js", "check", "--stdin-ndjson"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  const seen = [];
  let answered = 0;
  child.stdout.on("data", (data) => {
    for (const byte of data) if (byte === 10 && ++answered % (count / 10) === 0) seen.push(rss());
  });
  for (let i = 0; i < count; i++)
    if (!child.stdin.write(`${JSON.stringify({ id: i, model: modelLine(i, 4) })}\n`)) await once(child.stdin, "drain");
  child.stdin.end();
  await once(child, "exit");
  return seen;
}
if (!measures("memory")) {
  // Left out because it was not asked for.
} else if (existsSync("/proc/self/status")) {
  const count = Number(process.env.LINES ?? 20_000);
  const seen = (await memoryOf(count)).map((megabytes) => megabytes.toFixed(0));
  console.log(`memory over ${count} lines, at every tenth: ${seen.join(" ")} MB`);
} else console.log("LEFT OUT: there is no /proc, so the memory of a long run was not measured");

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

if (measures("server")) {
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
}

if (measures("typing")) {
  const connection = await serverHere();
  await initialize(connection, { textDocument: { diagnostic: { dynamicRegistration: false } } });
  await connection.sendNotification("initialized", {});
  const yaml = { files: support.typedFiles.map((file) => `examples/${file}`), language: "yaml", parse: parseDocument };
  row("requests while typing, p95, beside parsing", ...(await typing(connection, support, yaml)), 3);
  const folder = "tests/python/mutated";
  const files = readdirSync(folder).map((file) => `${folder}/${file}`);
  const python = { files, language: "python", parse: parsePython };
  row("the same of Python, beside its syntax alone", ...(await typing(connection, support, python)), 3);
  connection.dispose();
}

if (measures("kept")) {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const kept = understand("model.yaml", bigYolo(2_000, 5));
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  console.log(
    `\nkept for 2000 rows at five scales: ${megabytes.toFixed(1)} MB (${kept.analysis.models.length} models)`,
  );
}
process.exit(0);
