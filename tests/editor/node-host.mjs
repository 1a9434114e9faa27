#!/usr/bin/env node
// Runs the suite through @vscode/test-electron, the usual runner of VS Code extensions.
//
//   node tests/editor/node-host.mjs                 picks an editor by itself
//   node tests/editor/node-host.mjs --vsix          with the packed extension, installed as people install it
//   node tests/editor/node-host.mjs --beside        with an extension that has the id of the YAML extension, and its server
//   CASES=comments node tests/editor/node-host.mjs  those cases alone whose names have the word
//
//   VSCODE_TEST_EDITOR=desktop …       the desktop VS Code, downloaded by test-electron ($VSCODE_TEST_VERSION, default stable)
//   VSCODE_TEST_EDITOR=browser …       the stand-in of code-in-browser.mjs
//   VSCODE_TEST_EDITOR=/path/to/code   an installed VS Code
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { newestPackage } from "./newest-package.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const standIn = here("code-in-browser.mjs");

// Tests get a copy of the folder they open, and fresh profile folders: without these two arguments
// test-electron keeps both in .vscode-test, and one run sees what the run before left.
const scratch = await mkdtemp(join(tmpdir(), "suite-"));
const isWanted = (path) => !/[\\/]zoo$/.test(path); // large models, which are read elsewhere
await cp(here("../../examples"), join(scratch, "workspace"), { recursive: true, filter: isWanted });
const folders = [`--user-data-dir=${join(scratch, "user-data")}`, `--extensions-dir=${join(scratch, "extensions")}`];
const asks = (option) => process.argv.includes(option);
let exitCode = 1;
try {
  const vscodeExecutablePath = await executable(process.env.VSCODE_TEST_EDITOR ?? "auto");
  // What lies there when the first one is installed is taken into the list of all; what comes later is not.
  if (asks("--beside")) await putBeside();
  if (asks("--vsix")) install(vscodeExecutablePath, await newestPackage());
  exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: asks("--vsix") ? here("host-extension") : here("../.."),
    extensionTestsPath: here("../../.out/editor/suite.js"),
    launchArgs: [join(scratch, "workspace"), ...folders],
  });
} catch (error) {
  console.error(error.message);
  exitCode = error.code || 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exit(exitCode);

function install(editor, file) {
  const [command, ...args] = editor === standIn ? [editor] : resolveCliArgsFromVSCodeExecutablePath(editor);
  const { status } = spawnSync(command, [...args, "--install-extension", file, ...folders], { stdio: "inherit" });
  if (status !== 0) throw new Error(`${file} was not installed`);
}

/** A workbench takes one extension under development, so the other one lies where extensions are installed. */
async function putBeside() {
  const folder = join(scratch, "extensions/redhat.vscode-yaml-0.0.1");
  await cp(here("beside/package.json"), join(folder, "package.json"));
  await cp(here("../../.out/editor/beside.js"), join(folder, "extension.js"));
}

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
