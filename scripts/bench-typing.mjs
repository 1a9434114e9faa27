// What an editor asks at the pauses of somebody who types, beside parsing the text as far as it is typed. The server
// runs in this process, and the time that the processor works for it is counted: that of whatever else the machine does
// is not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PassThrough } from "node:stream";
import { build } from "esbuild";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { texts } from "./texts.mjs";

const pauses = 24;
/** Milliseconds, fewer than it takes anybody to look up from the keys. */
const pause = 40;
/** As long as somebody who is busy elsewhere too may be waited for. */
const patience = 400;

/** Nineteen of twenty requests and parses took no longer than this: milliseconds. All is typed twice, and the second time counts. */
export async function typing(
  connection,
  { stopsIn, placeAt, typed, askedAt, breath, late },
  { files, language, parse },
) {
  const asked = [];
  const parsed = [];
  const told = new Map();
  connection.onNotification("convlint/status", ({ uri, version }) => told.set(uri, version));
  /** What follows a change by itself is over when the status is told. */
  async function atRest(uri, version) {
    await breath(pause);
    for (let waited = pause; waited < patience && told.has(uri) && told.get(uri) < version; waited += 10)
      await breath(10);
  }
  for (const isMeasured of [false, true])
    for (const file of files) {
      const text = readFileSync(file, "utf8");
      const uri = `file:///typed-${isMeasured}/${file}`;
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: language, version: 1, text: "" },
      });
      const stops = stopsIn(text, pauses);
      for (let at = 0; at < text.length; at++) {
        await connection.sendNotification("textDocument/didChange", {
          textDocument: { uri, version: at + 2 },
          contentChanges: [typed(text, at)],
        });
        if (!stops.has(at)) continue;
        await atRest(uri, at + 2);
        for (const [method, params] of askedAt(uri, placeAt(text, at + 1), true)) {
          const start = process.cpuUsage();
          await connection.sendRequest(method, params);
          if (isMeasured) asked.push(workSince(start));
        }
        const start = process.cpuUsage();
        parse(text.slice(0, at + 1));
        if (isMeasured) parsed.push(workSince(start));
      }
    }
  return [late(parsed), late(asked)];
}

function workSince(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** A client's end of a server in this process, with all that lies between: messages are written and read as over a pipe. */
export async function serverHere() {
  const outfile = ".out/bench-server.cjs";
  await build({
    stdin: {
      contents: `
        export { serve } from "./server/src/lsp/connection";
        export { createConnection, ProposedFeatures } from "vscode-languageserver/node";`,
      resolveDir: ".",
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    mainFields: ["module", "main"],
    loader: texts,
    define: { VERSION: '"0"' },
    outfile,
    logLevel: "warning",
  });
  const { serve, createConnection, ProposedFeatures } = createRequire(import.meta.url)(`../${outfile}`);
  const [there, back] = [new PassThrough(), new PassThrough()];
  serve(createConnection(ProposedFeatures.all, there, back), {});
  const connection = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
  connection.onUnhandledNotification(() => {});
  connection.listen();
  return connection;
}
