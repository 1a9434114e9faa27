#!/usr/bin/env node
// Runs the suite as vscode.dev would: from the `browser` bundle in the web worker extension host, with no
// server behind the workbench (the one started here only hands out VS Code's own files). Exit code = result.
//
//   node tests/editor/web-host.mjs
//
// $CODE_TIMEOUT: seconds after which the run counts as failed (default 300). $CODE_VERBOSE=1: also VS Code's own log.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { quietSettings, startServer, unseenSettings } from "./editor-server.mjs";
import { launchBrowser } from "./ensure-browser.mjs";
import { ensureEditor } from "./ensure-editor.mjs";
import { receiveTestReport } from "./test-report.mjs";

const EXTENSION = fileURLToPath(new URL("../..", import.meta.url));
const SUITE = ".out/editor/suite.web.js";
const MOUNT = "/web-extension"; // where the page finds the extension's files
const SECONDS = Number(process.env.CODE_TIMEOUT ?? 300);

const scratch = await mkdtemp(join(tmpdir(), "web-host-"));
let editor;
let server;
let browser;
let exitCode = 1;
try {
  editor = await ensureEditor();
  [server, browser] = await Promise.all([
    startServer({ editor, userDataDir: join(scratch, "user-data"), extensionsDir: join(scratch, "extensions") }),
    launchBrowser(),
  ]);
  exitCode = await runSuite();
} catch (error) {
  console.error(error);
} finally {
  await browser?.close();
  await server?.stop();
  await rm(scratch, { recursive: true, force: true });
}
process.exit(exitCode);

async function runSuite() {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 }, locale: "en-US" });
  if (process.env.CODE_VERBOSE) page.on("console", (message) => console.error(`[page] ${message.text()}`));
  const ended = new Promise((resolve, reject) => {
    setTimeout(() => {
      console.error(`The suite did not finish within ${SECONDS} s.`);
      resolve(124);
    }, SECONDS * 1000);
    browser.on("disconnected", () => reject(new Error("The browser ended on its own.")));
    page.on("crash", () => reject(new Error("The browser tab crashed.")));
    receiveTestReport(page, { onExit: resolve }).catch(reject);
  });
  await page.route((url) => url.pathname === "/", changeOptions);
  await page.route((url) => url.pathname.endsWith("/workbench.js"), changeWorkbench);
  await page.route((url) => url.pathname.startsWith(`${MOUNT}/`), serveExtension); // also what the worker asks for
  await page.goto(`${server.origin}/?tkn=${server.token}&ew=true`);
  return ended;
}

/**
 * The page carries the workbench's options. An extension under development that is to run in the web worker must be
 * named there: the `payload` of the address reaches only a server's extension host.
 */
async function changeOptions(route) {
  const response = await route.fetch();
  const uri = (path) => ({ scheme: "http", authority: server.authority, path: `${MOUNT}/${path}` });
  const body = (await response.text()).replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
    (_, start, json) => {
      const options = JSON.parse(json.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
      options.configurationDefaults = { ...quietSettings, ...unseenSettings };
      options.developmentOptions = { extensions: [uri("")], extensionTestsPath: uri(SUITE) };
      return start + JSON.stringify(options).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    },
  );
  await route.fulfill({ response, body });
}

/**
 * Undoes two changes that code-server makes to VS Code: its workbench always asks the page's host for a file system
 * and an extension host, and keeps the settings there. vscode.dev has no such server.
 */
async function changeWorkbench(route) {
  const source = await readFile(join(editor.dir, "out/vs/code/browser/workbench/workbench.js"), "utf8");
  const changes = [
    [/remoteAuthority:location\.host/, "remoteAuthority:undefined"],
    [
      /(get userRoamingDataHome\(\)\{return )\w+\((\w+\.file\()this\.userDataPath(\)\.with\(\{scheme:\w+\.)vscodeRemote(\}\)),"User"\)/,
      '$1$2"/User"$3vscodeUserData$4',
    ],
  ];
  const body = changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`This is another VS Code build than the one this script knows: no ${from}`);
    return text.replace(from, to);
  }, source);
  await route.fulfill({ contentType: "text/javascript", body });
}

async function serveExtension(route) {
  const path = normalize(decodeURIComponent(new URL(route.request().url()).pathname.slice(MOUNT.length)));
  await route.fulfill({ path: join(EXTENSION, path) }).catch(() => route.fulfill({ status: 404 }));
}
