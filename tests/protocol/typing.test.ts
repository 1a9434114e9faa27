// Files are typed character by character, and everything is asked at the pauses. How long that takes is measured by
// `npm run bench -- typing`, alone on the machine, and only told here: beside other tests no time says anything.
import assert from "node:assert/strict";
import { parseYaml } from "../../server/src/tree/yaml";
import { able, conversation } from "../support/conversation";
import { textOf } from "../support/examples";
import type { LspClient } from "../support/lsp-client";
import { sample } from "../support/sample";
import { askedAt, breath, examples, late, placeAt, stopsIn, typed, typedFiles } from "../support/typing";

const pauses = sample(48, "pauses in each file that is typed", 8);
const zoo = typedFiles.slice(examples.length);
/** The same is analysed in both ways: the networks of one need not be those of the other. */
const more = sample(zoo.length, "networks typed for either sort of client");

const { diagnostic: _, ...pushed } = able.textDocument;
for (const [way, capabilities, files] of [
  ["asked for", able, [...examples, ...zoo.slice(0, more)]],
  ["sent", { ...able, textDocument: pushed }, [...examples, ...zoo.slice(-more)]],
] as const)
  conversation(
    `files typed character by character, problems ${way}`,
    async (client, context) => {
      await client.initialize(capabilities);
      const pulls = capabilities === able;
      const asked: number[] = [];
      const parsed: number[] = [];
      for (const file of files) {
        const text = textOf(file);
        const uri = `file:///typed/${file}`;
        client.open(uri, "");
        const stops = stopsIn(text, pauses);
        for (let at = 0; at < text.length; at++) {
          client.change(uri, at + 2, typed(text, at));
          if (!stops.has(at)) continue;
          await breath();
          for (const [method, params] of askedAt(uri, placeAt(text, at + 1), pulls))
            asked.push(await took(() => client.request(method, params)));
          parsed.push(await took(async () => parseYaml(text.slice(0, at + 1))));
        }
        const problems = await problemsOf(client, uri, text.length + 1, pulls);
        const opened = `file:///opened/${file}`;
        client.open(opened, text);
        assert.deepEqual(problems, await problemsOf(client, opened, 1, pulls), file);
      }
      const failed = client.heard.filter(({ method, params }) => method === "window/logMessage" && params.type <= 2);
      assert.deepEqual(failed, []);
      assert.equal(client.errors, "");
      const [most, least] = [late(asked).toFixed(1), late(parsed).toFixed(1)];
      context.diagnostic(`${asked.length} requests, p95 ${most} ms; p95 of reading ${least} ms`);
    },
    undefined,
    240_000,
  );

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function problemsOf(client: LspClient, uri: string, version: number, pulls: boolean): Promise<readonly object[]> {
  const found = pulls
    ? (await client.request("textDocument/diagnostic", { textDocument: { uri } })).items
    : (await client.notified("textDocument/publishDiagnostics", (said) => said.uri === uri && said.version === version))
        .diagnostics;
  return JSON.parse(JSON.stringify(found).replaceAll(uri, "file:///same"));
}
