import assert from "node:assert/strict";
import { availableParallelism, loadavg } from "node:os";
import { parseYaml } from "../../server/src/tree/yaml";
import { able, conversation } from "../support/conversation";
import { models, textOf } from "../support/examples";
import type { LspClient } from "../support/lsp-client";

/** Each example, and of the zoo those that are written in different ways. */
const zoo = ["resnet18", "vgg11", "squeezenet1_0", "mobilenet_v2", "alexnet", "shufflenet_v2_x1_0"];
const keras = ["keras-vgg16", "keras-mobilenet", "keras-resnet50", "keras-xception"];
const files = [...models("examples"), ...[...zoo, ...keras].map((name) => `zoo/${name}.cnn.yaml`)];

/** So many pauses in a file, spread over all of it; a character is a change of its own all the same. */
const pauses = 12;
const breath = 6;

/** What carrying a question and an answer takes, whatever it is about: milliseconds. */
const transport = 3;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const { diagnostic: _, ...pushed } = able.textDocument;
for (const [way, capabilities] of [
  ["asked for", able],
  ["sent", { ...able, textDocument: pushed }],
] as const)
  conversation(
    `files typed character by character, problems ${way}`,
    async (client, context) => {
      await client.initialize(capabilities);
      const pulls = capabilities === able;
      const asked: number[] = [];
      const parsed: number[] = [];
      for (const [i, file] of files.entries()) {
        const text = textOf(file);
        const uri = `file:///typed/${file}`;
        client.open(uri, "");
        const stops = stopsIn(text);
        for (let at = 0; at < text.length; at++) {
          const place = placeAt(text, at);
          client.change(uri, at + 2, { range: { start: place, end: place }, text: text[at] });
          if (!stops.has(at)) continue;
          await wait(breath);
          const times = await askAll(client, uri, placeAt(text, at + 1), pulls);
          const start = performance.now();
          parseYaml(text.slice(0, at + 1));
          // Of the first files both sides are still being compiled.
          if (i >= 3) asked.push(...times), parsed.push(performance.now() - start);
        }
        const typed = await problemsOf(client, uri, text.length + 1, pulls);
        const opened = `file:///opened/${file}`;
        client.open(opened, text);
        assert.deepEqual(typed, await problemsOf(client, opened, 1, pulls), file);
      }
      const failed = client.heard.filter(({ method, params }) => method === "window/logMessage" && params.type <= 2);
      assert.deepEqual(failed, []);
      assert.equal(client.errors, "");
      const [most, least] = [late(asked), late(parsed)];
      context.diagnostic(`${asked.length} requests, p95 ${most.toFixed(1)} ms; p95 of reading ${least.toFixed(1)} ms`);
      const idle = loadavg()[0]! < availableParallelism();
      if (idle) assert.ok(most <= 3 * least + transport, `${most} ms for what takes ${least} ms to read`);
    },
    undefined,
    120_000,
  );

/** Ends of words and of lines, evenly chosen. */
function stopsIn(text: string): ReadonlySet<number> {
  const ends = [...text.matchAll(/\w(?=\W)|\n/g)].map(({ index }) => index);
  const step = Math.max(1, Math.floor(ends.length / pauses));
  return new Set(ends.filter((_, i) => i % step === step - 1));
}

function placeAt(text: string, at: number) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return { line: text.slice(0, start).split("\n").length - 1, character: at - start };
}

/** Milliseconds of each question that an editor asks when somebody pauses. */
async function askAll(client: LspClient, uri: string, position: object, pulls: boolean): Promise<readonly number[]> {
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: position };
  const times: number[] = [];
  for (const [method, params] of [
    ["hover", { textDocument, position }],
    ["completion", { textDocument, position }],
    ["inlayHint", { textDocument, range }],
    ...(pulls ? [["diagnostic", { textDocument }] as const] : []),
  ] as const) {
    const start = performance.now();
    await client.request(`textDocument/${method}`, params);
    times.push(performance.now() - start);
  }
  return times;
}

async function problemsOf(client: LspClient, uri: string, version: number, pulls: boolean): Promise<readonly object[]> {
  const found = pulls
    ? (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items
    : (await client.notified("textDocument/publishDiagnostics", (said) => said.uri === uri && said.version === version))
        .diagnostics;
  return JSON.parse(JSON.stringify(found).replaceAll(uri, "file:///same"));
}

const late = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
