#!/usr/bin/env node
// Stands in for the `code` executable where the desktop VS Code cannot be downloaded or has no display.
// Takes VS Code's command line, runs it in a VS Code server with the workbench in a headless Chromium,
// prints what the test suite prints, and exits with the suite's exit code. Made for `runTests` of
// @vscode/test-electron: pass this file as `vscodeExecutablePath`.
//
//   code-in-browser.mjs [FOLDER | FILE | WORKSPACE] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE
//                       [--user-data-dir=DIR] [--extensions-dir=DIR] [--disable-extensions]
//   code-in-browser.mjs --install-extension FILE.vsix --user-data-dir=DIR --extensions-dir=DIR
//   code-in-browser.mjs --version
//
// Other options of VS Code are accepted and have no effect.
// $CODE_TIMEOUT: seconds after which a run counts as failed (default 300). $CODE_VERBOSE=1: also VS Code's own log.
// Exit code: the suite's; 1 crash; 2 wrong use; 124 timeout; 129 starter gone; 130 SIGINT; 143 SIGTERM.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installExtension, startServer, unseenSettings, workbenchUrl } from "./editor-server.mjs";
import { launchBrowser } from "./ensure-browser.mjs";
import { ensureEditor } from "./ensure-editor.mjs";
import { receiveTestReport } from "./test-report.mjs";

const { options, paths } = parse(process.argv.slice(2));
const last = (name) => options[name]?.at(-1);

let finish; // ends the run with an exit code; the first call counts
const ended = new Promise((resolve) => {
  finish = (code, reason) => {
    if (reason) console.error(reason);
    finish = () => {};
    resolve(code);
  };
});
for (const [signal, code] of [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.once(signal, () => finish(code, `Ended by ${signal}.`));
}
const runner = process.ppid;
setInterval(() => process.ppid === runner || finish(129, "The process that started this one is gone."), 1000);

const scratch = await mkdtemp(join(tmpdir(), "code-in-browser-"));
const userDataDir = resolve(last("user-data-dir") ?? join(scratch, "user-data"));
const extensionsDir = resolve(
  (!options["disable-extensions"] && last("extensions-dir")) || join(scratch, "extensions"),
);
let server;
let browser;
let page;
let hostExit; // how the extension host process ended
let hostLost = false; // the workbench lost its connection to the extension host

main().catch((error) => finish(1, error.message));
const exitCode = await ended;
await browser?.close().catch(() => {});
await server?.stop();
await rm(scratch, { recursive: true, force: true });
process.exit(exitCode);

async function main() {
  if (!options.version && !options["install-extension"] && !last("extensionTestsPath")) {
    return finish(2, "Nothing to do: --extensionTestsPath is missing.");
  }
  const editor = await ensureEditor();
  if (options.version) {
    console.log([editor.version, editor.commit, process.arch].join("\n"));
    return finish(0);
  }
  for (const extension of options["install-extension"] ?? []) {
    process.stdout.write(await installExtension({ editor, userDataDir, extensionsDir, extension: resolve(extension) }));
  }
  return last("extensionTestsPath") ? runSuite(editor) : finish(0);
}

async function runSuite(editor) {
  const seconds = Number(process.env.CODE_TIMEOUT ?? 300);
  setTimeout(
    async () => finish(124, `The suite did not finish within ${seconds} s. Screenshot: ${await screenshot()}`),
    seconds * 1000,
  );

  [server, browser] = await Promise.all([
    startServer({ editor, userDataDir, extensionsDir, settings: unseenSettings, onOutput: watchHost }),
    launchBrowser({ handleSIGHUP: false, handleSIGINT: false, handleSIGTERM: false }),
  ]);
  server.exited.then((code) => finish(1, `The VS Code server ended on its own (${code}).`));
  browser.on("disconnected", () => finish(1, "The browser ended on its own."));
  page = await browser.newPage({ viewport: { width: 640, height: 480 }, locale: "en-US" });
  page.on("crash", () => finish(1, "The browser tab crashed."));
  await receiveTestReport(page, { onExit: suiteEnded, onLog: watchConnection });
  await page.goto(
    workbenchUrl(server, {
      ...(await whatToOpen()),
      extensionDevelopmentPaths: options.extensionDevelopmentPath?.map((path) => resolve(path)),
      extensionTestsPath: resolve(last("extensionTestsPath")),
    }),
  );
}

function watchHost(line) {
  if (process.env.CODE_VERBOSE) console.error(line);
  const exit = /Extension Host Process exited with (code: \w+, signal: \w+)/.exec(line);
  if (!exit) return;
  hostExit = exit[1];
  if (hostExit !== "code: 0, signal: null") finish(1, `The extension host crashed (${hostExit}).`);
}

function watchConnection(text) {
  if (text.startsWith("[remote-connection][ExtensionHost]")) hostLost = !text.includes(" reconnected!");
}

/** VS Code also calls this, with code 0, when the extension host crashed: a pass needs an orderly end. */
async function suiteEnded(code) {
  for (let i = 0; i < 40 && !hostExit; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  if (code === 0 && hostLost) finish(1, "The extension host ended before the suite did.");
  else finish(code);
}

async function whatToOpen() {
  const found = { folder: undefined, workspace: undefined, files: [] };
  for (const path of paths.map((p) => resolve(p))) {
    if (path.endsWith(".code-workspace")) found.workspace = path;
    else if ((await stat(path).catch(() => undefined))?.isDirectory()) found.folder = path;
    else found.files.push(path);
  }
  return found;
}

async function screenshot() {
  const path = join(tmpdir(), `code-in-browser-${process.pid}.png`);
  return (
    page?.screenshot({ path, timeout: 5000 }).then(
      () => path,
      () => "none",
    ) ?? "none"
  );
}

/** `--name=value`, `--name value` for the names that take one, `--flag`; everything else is a path. */
function parse(argv) {
  const takesValue = new Set([
    "extensionDevelopmentPath",
    "extensionTestsPath",
    "user-data-dir",
    "extensions-dir",
    "install-extension",
    "locale",
    "log",
    "profile",
  ]);
  const options = {};
  const paths = [];
  for (let i = 0; i < argv.length; i++) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argv[i]) ?? [];
    if (name) (options[name] ??= []).push(value ?? (takesValue.has(name) ? argv[++i] : true));
    else if (!argv[i].startsWith("-")) paths.push(argv[i]);
  }
  return { options, paths };
}
