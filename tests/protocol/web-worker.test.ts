import assert from "node:assert/strict";
import { on } from "node:events";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { converse, published } from "../support/first-words";

/**
 * What a worker of a browser has and no more, in a context of its own: nothing of Node is there to be found. Messages
 * are lost where nobody listens for them.
 */
const scope = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { createContext, runInContext } = require("node:vm");
  const { readFileSync } = require("node:fs");
  const load = (url) => {
    if (!url.startsWith(workerData.folder)) throw new Error(url + " is not in the package");
    parentPort.postMessage({ loads: url.slice(workerData.folder.length) });
    runInContext(readFileSync(url.slice(workerData.folder.length), "utf8"), worker);
  };
  const worker = createContext({
    URL, TextEncoder, TextDecoder, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, console,
    performance,
    name: workerData.name,
    location: { href: workerData.href },
    postMessage: (message) => parentPort.postMessage(message),
    addEventListener: () => {},
    importScripts: load,
  });
  runInContext("var self = globalThis", worker);
  parentPort.on("message", (data) => worker.onmessage?.({ data }));
  load(workerData.folder + "dist/web/server.js");
`;

const folder = "https://cdn.example/a folder/extension/";
const script = new URL("dist/web/server.js", folder).href;

/** The places where a worker finds itself: by what it is called and where its script lies. */
const places = {
  "that the editor wraps": { name: `WebWorkerExtensionHost -> ${script}`, href: "blob:https://cdn.example/4b1e" },
  "that somebody else starts": { name: "", href: script },
};

for (const [place, { name, href }] of Object.entries(places))
  test(`in a worker ${place} the server takes its code from the command`, { timeout: 60_000 }, async () => {
    const worker = new Worker(scope, {
      eval: true,
      workerData: { folder: new URL(folder).href, name, href },
    });
    const loaded: string[] = [];
    worker.on("message", ({ loads }: { readonly loads?: string }) => loads && loaded.push(loads));
    // Posted at once, as the client does: before the worker has begun.
    const heard = await converse((message) => worker.postMessage(message), on(worker, "message")).finally(() =>
      worker.terminate(),
    );
    published(heard);
    assert.deepEqual(loaded, ["dist/web/server.js", "dist/cli.js"]);
  });

test("nothing that the server in a worker could load is of Node", async () => {
  // A bundle for the browser cannot be made of what is not there.
  const { metafile } = await build({
    entryPoints: ["server/src/start-server-web.ts"],
    bundle: true,
    write: false,
    metafile: true,
    platform: "browser",
    loader: { ".yaml": "text", ".json": "text", ".txt": "text" },
    logLevel: "silent",
  });
  const [bundle] = Object.values(metafile.outputs);
  assert.deepEqual(bundle!.imports, []);
});
