// Runs the built command as often as it is asked to, and writes down what it says: `command.ts` waits for that.
import { createRequire } from "node:module";
import { workerData } from "node:worker_threads";

const { command, port, done } = workerData;
const { main } = createRequire(command)(command);

/** A pipe that nobody reads from until the run has ended. */
function pipe() {
  const written = [];
  return { write: (text) => Boolean(written.push(text)), text: () => written.join("") };
}

port.on("message", async ({ args, env }) => {
  const [out, err] = [pipe(), pipe()];
  const before = { ...process.env };
  Object.assign(process.env, env);
  const status = await main(args, { out, err, isTerminal: false });
  for (const name of Object.keys(env)) {
    if (name in before) process.env[name] = before[name];
    else delete process.env[name];
  }
  port.postMessage({ status, out: out.text(), err: err.text() });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
