// Runs several files of tests in one process, each as a suite of its own name: `node tests/support/together.mjs FILE …`.
// Starting a process and loading the engine takes longer than most of them run.
import { resolve } from "node:path";
import { describe } from "node:test";
import { pathToFileURL } from "node:url";

for (const file of process.argv.slice(2))
  describe(file, async () => {
    await import(pathToFileURL(resolve(file)).href);
  });
