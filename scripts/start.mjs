// Builds, shows in the terminal what ConvLint says of models, then opens them in a real VS Code with the extension in it.
//
//   npm start                    the examples
//   npm start -- FILE            a file of yours
//   npm start -- --no-editor     the terminal alone
//   npm start -- --port N        the port of the embedded editor
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { "no-editor": { type: "boolean" }, port: { type: "string" } },
  allowPositionals: true,
});
const file = positionals[0] && resolve(positionals[0]);
if (file && !existsSync(file)) fail(`there is no file ${positionals[0]}`);
const port = values.port === undefined ? 0 : Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port is a number up to 65535, not ${values.port}`);

function fail(reason) {
  console.error(`npm start: ${reason}`);
  process.exit(2);
}

const node = (...args) => spawnSync(process.execPath, args, { stdio: "inherit" }).status;
if (node("esbuild.mjs") !== 0) fail("the build failed");

const broken = "examples/broken/linear-in-features.cnn.yaml";
if (file) {
  node("dist/cli.js", "check", file, "--format", "full");
  node("dist/cli.js", "summary", file);
} else {
  console.log("\n▸ convlint check examples   (examples/broken is left out: every file there is wrong on purpose)\n");
  const good = ["examples/*.yaml", "examples/zoo/*.yaml"];
  node("dist/cli.js", "check", ...good, "--format", "full");
  for (const model of ["examples/deck.cnn.yaml", "examples/yolov8-style.yaml"]) {
    console.log(`\n▸ convlint summary ${model}\n`);
    node("dist/cli.js", "summary", model);
  }
  console.log(`\n▸ convlint check ${broken}   (wrong on purpose)\n`);
  node("dist/cli.js", "check", broken, "--format", "full");
}
if (values["no-editor"]) process.exit(0);

const files = (file ? [file] : ["examples/deck.cnn.yaml", "examples/yolov8-style.yaml", broken]).map((path) =>
  resolve(path),
);
const folder = file ? dirname(file) : resolve("examples");

const desktop = onPath("code");
if (desktop && (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) openDesktop();
else await openEmbedded();

function onPath(name) {
  const suffixes = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.flatMap((dir) => suffixes.map((suffix) => join(dir, name + suffix))).find(existsSync);
}

function openDesktop() {
  const args = [folder, ...files, `--extensionDevelopmentPath=${resolve(".")}`];
  const { status } = spawnSync(desktop, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) fail(`${desktop} ended with ${status}`);
  console.log("\nVS Code is open, with ConvLint loaded.");
}

async function openEmbedded() {
  const { ensureEditor } = await import("../tests/editor/ensure-editor.mjs");
  const { startServer, workbenchUrl } = await import("../tests/editor/editor-server.mjs");
  console.log("\nPreparing VS Code …");
  const editor = await ensureEditor().catch((error) => {
    console.error(`\nVS Code could not be fetched: ${error.message}`);
    console.error(
      "`npm run package` makes a .vsix; in a VS Code of yours, “Extensions: Install from VSIX…” installs it.",
    );
    process.exit(1);
  });
  const scratch = mkdtempSync(join(tmpdir(), "convlint-start-"));
  const extensionsDir = join(scratch, "extensions");
  mkdirSync(extensionsDir);
  // Installed as links, not as extensions under development: a workbench takes only one of those, and takes the themes
  // of an editor that lies below its folder for themes of its own.
  symlinkSync(resolve("."), join(extensionsDir, "convlint"), "junction");
  symlinkSync(resolve("scripts/opener"), join(extensionsDir, "opener"), "junction");
  const server = await startServer({
    editor,
    port,
    userDataDir: join(scratch, "user-data"),
    extensionsDir,
    env: { ...process.env, CONVLINT_OPEN: JSON.stringify(files) },
  });
  const end = async (code) => {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => end(0));
  server.exited.then((code) => end(typeof code === "number" ? code : 1));
  const url = workbenchUrl(server, { folder, files: files.slice(-1) });
  console.log(`\nVS Code, with ConvLint loaded:\n\n  ${url}\n\nCtrl+C ends it.`);
  openInBrowser(url);
}

/** Where there is a browser to open it in; elsewhere the address above is enough. */
function openInBrowser(url) {
  const opener = { darwin: "open", win32: "explorer" }[process.platform] ?? onPath("xdg-open");
  if (!opener || (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return;
  spawn(opener, [url], { stdio: "ignore", detached: true })
    .on("error", (error) => console.error(`${opener}: ${error.message}`))
    .unref();
}
