#!/usr/bin/env node
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
// Runs the suite through @vscode/test-electron, the usual runner of VS Code extensions.
//
//   node tests/editor/node-host.mjs                 picks an editor by itself
//   VSCODE_TEST_EDITOR=desktop …       the desktop VS Code, downloaded by test-electron ($VSCODE_TEST_VERSION, default stable)
//   VSCODE_TEST_EDITOR=browser …       the stand-in of code-in-browser.mjs
//   VSCODE_TEST_EDITOR=/path/to/code   an installed VS Code
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const standIn = here("code-in-browser.mjs");

// Tests get a copy of the folder they open, and fresh profile folders: without these two arguments
// test-electron keeps both in .vscode-test, and one run sees what the run before left.
const scratch = await mkdtemp(join(tmpdir(), "suite-"));
await cp(here("../../examples"), join(scratch, "workspace"), { recursive: true });
let exitCode = 1;
try {
  exitCode = await runTests({
    vscodeExecutablePath: await executable(process.env.VSCODE_TEST_EDITOR ?? "auto"),
    extensionDevelopmentPath: here("../.."),
    extensionTestsPath: here("../../.out/editor/suite.js"),
    launchArgs: [
      join(scratch, "workspace"),
      `--user-data-dir=${join(scratch, "user-data")}`,
      `--extensions-dir=${join(scratch, "extensions")}`,
    ],
  });
} catch (error) {
  console.error(error.message);
  exitCode = error.code || 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exit(exitCode);

async function executable(choice) {
  const version = process.env.VSCODE_TEST_VERSION ?? "stable";
  if (choice === "desktop") return downloadAndUnzipVSCode(version);
  if (choice === "browser") return standIn;
  if (choice !== "auto") return choice;

  if (process.platform === "linux" && !process.env.DISPLAY) {
    console.log("No display: testing in the browser stand-in.");
    return standIn;
  }
  try {
    return await downloadAndUnzipVSCode(version);
  } catch (error) {
    console.log(`The desktop VS Code cannot be downloaded (${error.message}): testing in the browser stand-in.`);
    return standIn;
  }
}
