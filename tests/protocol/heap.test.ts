// What a server keeps: after thousands of versions no more than after the first hundred. Machine code is left out of the
// count, for the engine makes more of it for minutes, out of whatever runs often; what it makes it of is all counted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { startedServer } from "../support/carriers";
import { models, textOf } from "../support/examples";
import { LspClient } from "../support/lsp-client";
import { sample } from "../support/sample";

const command = ["--expose-gc", "--import", "./tests/support/heap-probe.mjs", "dist/server.js", "--stdio"];
const edits = { first: 100, all: sample(2_000, "versions of models that are open", 2) };
const cycles = sample(200, "files that are opened and closed", 2);
/** For half of what is tried at most, which may keep half as much. */
const most = edits.all < 2_000 ? 1.06 : 1.1;
const files = ["deck.cnn.yaml", "yolov8-style.yaml", "keras-small.cnn.yaml"];
const program = readFileSync("tests/python/mutated/residual.py", "utf8");
const programUri = "file:///models/residual.py";
const uriOf = (file: string): string => `file:///models/${file}`;

/** There are no such signals on Windows. */
const skip = process.platform === "win32" && "LEFT OUT: a process cannot be asked for its heap here";

test("a server keeps no more after thousands of versions than after a hundred", {
  timeout: 240_000,
  skip,
}, async (context) => {
  const client = new LspClient({}, startedServer(command));
  try {
    await client.initialize({ textDocument: { diagnostic: {}, hover: { contentFormat: ["markdown"] } } });
    for (const file of models("examples")) await openAndClose(client, uriOf(file), textOf(file));
    for (const file of files) client.open(uriOf(file), textOf(file));
    await openAndClose(client, "file:///opened.py", program);
    client.open(programUri, program);

    for (let i = 0; i < edits.first; i++) await edit(client, i);
    const before = await heapOf(client);
    for (let i = edits.first; i < edits.all; i++) await edit(client, i);
    for (let i = 0; i < cycles; i++) {
      await openAndClose(client, `file:///opened/${i}.yaml`, textOf(files[i % 3]!));
      if (i % 10 === 0) await openAndClose(client, `file:///opened/${i}.py`, program);
    }
    const after = await heapOf(client);

    const told = ({ data, code }: Heap): string => `${megabytes(data)} and ${megabytes(code)} of machine code`;
    context.diagnostic(`first ${told(before)}, then ${told(after)}`);
    assert.ok(after.data <= before.data * most, `${told(before)} became ${told(after)}`);
  } finally {
    client.kill();
  }
});

/** Each version says another number, so that nothing that was known of the one before answers for all of it. */
async function edit(client: LspClient, i: number): Promise<void> {
  if (i % 10 === 0) await editProgram(client, i);
  const file = files[i % files.length]!;
  const text = textOf(file);
  const sizes = [...text.matchAll(/(?<=(?:out_channels|out_features|filters|units): |Conv, \[)\d+/g)];
  const { index, 0: size } = sizes[Math.floor(i / files.length) % sizes.length]!;
  const now = `${text.slice(0, index)}${Number(size) + i}${text.slice(index + size.length)}`;
  client.change(uriOf(file), i + 2, { text: now });
  await look(client, uriOf(file), i);
}

/** Of a program, which is broken and whole in turns, an earlier version is kept as well. */
async function editProgram(client: LspClient, i: number): Promise<void> {
  const whole = program.replace("32, 32)", `32, ${32 + i})`);
  for (const [at, text] of [whole, whole.replace("x):", "x:"), `${whole}\nx = self.more\n`].entries()) {
    client.change(programUri, 3 * i + at + 2, { text });
    await look(client, programUri, i);
  }
}

async function openAndClose(client: LspClient, uri: string, text: string): Promise<void> {
  client.open(uri, text);
  await look(client, uri, 0);
  client.notify("textDocument/didClose", { textDocument: { uri } });
}

async function look(client: LspClient, uri: string, i: number): Promise<void> {
  const textDocument = { uri };
  await client.request("textDocument/diagnostic", { textDocument });
  if (i % 10 === 0) await client.request("textDocument/hover", { textDocument, position: { line: 3, character: 6 } });
  client.heard.length = 0; // what the server tells by itself
}

interface Heap {
  readonly data: number;
  readonly code: number;
}

async function heapOf(client: LspClient): Promise<Heap> {
  client.errors = "";
  client.signal("SIGUSR2");
  for (;;) {
    const [, all, code] = /^heap (\d+) code (\d+)$/m.exec(client.errors) ?? [];
    if (code !== undefined) return { data: Number(all) - Number(code), code: Number(code) };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
