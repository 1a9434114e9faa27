// Runs the built command as often as it is asked to, and writes down what it says: `command.ts` waits for that.
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { workerData } from "node:worker_threads";

const { command, port, done } = workerData;
const require = createRequire(command);
const { main } = require(command);

/** What a run reads from standard input, which is not the process's own: all at once, or as it comes. */
let piped = Buffer.alloc(0);
const files = require("node:fs");
const { readFileSync } = files;
files.readFileSync = (file, ...rest) => (file === 0 ? piped : readFileSync(file, ...rest));
function pipeIn(input) {
  piped = Buffer.from(input);
  const size = 1 << 16;
  const chunks = Array.from({ length: Math.ceil(piped.length / size) }, (_, i) =>
    piped.subarray(i * size, (i + 1) * size),
  );
  Object.defineProperty(process, "stdin", { value: Readable.from(chunks), configurable: true });
}

/** A pipe that nobody reads from until the run has ended. */
function pipe() {
  const written = [];
  return { write: (text) => Boolean(written.push(text)), text: () => written.join("") };
}

port.on("message", async ({ args, env, input }) => {
  pipeIn(input);
  const [out, err] = [pipe(), pipe()];
  const before = { ...process.env };
  Object.assign(process.env, env);
  const status = await main(args, { out, err, isTerminal: false }, process.env);
  for (const name of Object.keys(env)) {
    if (name in before) process.env[name] = before[name];
    else delete process.env[name];
  }
  port.postMessage({ status, out: out.text(), err: err.text() });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
