#!/usr/bin/env node
// Puts a real VS Code (its server and its browser workbench) into .cache/editor/<version>.
// Everything comes from the npm registry: the package `code-server` carries a build of VS Code, with a few changes of
// its own, under lib/vscode. Only that folder is used; the code-server program around it is never started.
//
//   node ensure-editor.mjs        prints the folder
//
// $EDITOR_DIR names a folder that is already prepared; then nothing is downloaded.
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cached, npm, unpackNpmPackage } from "./cache.mjs";

const VERSION = "4.100.3"; // = VS Code 1.100.3, the last one made for Node 20; it also runs on 22 and 24
const INTEGRITY = "sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==";

// `workspace.findFiles` and text search start ripgrep; VS Code's own package would download it in an install script.
const RIPGREP_VERSION = "1.18.0";
const RIPGREP_INTEGRITY = {
  "linux-x64": "sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==",
  "linux-arm64": "sha512-lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==",
  "darwin-x64": "sha512-25b4gWbL138dGuQU244ebCKKc0q05ULBMoFSz9oAEUHNeqK/lOJViDS7DRvbDazzAzSEdan391Znks/R5mkaTQ==",
  "darwin-arm64": "sha512-r3ktHSvbFycQNF6sl7sNDPocpsI7J+mEzh1IaZFkY0spm3k2Z9t8hPAeOK7+p0l6p6/swkQC14XWX01low+94Q==",
};

/** @returns {Promise<{dir: string, version: string, commit: string, quality: string}>} */
export async function ensureEditor() {
  const dir = process.env.EDITOR_DIR ? resolve(process.env.EDITOR_DIR) : await cached(`editor/${VERSION}`, stage);
  const { version, commit, quality = "stable" } = JSON.parse(await readFile(join(dir, "product.json"), "utf8"));
  return { dir, version, commit, quality };
}

async function stage(folder) {
  await unpackNpmPackage(`code-server@${VERSION}`, INTEGRITY, folder, {
    subfolder: "package/lib/vscode",
    exclude: ["*.map"],
  });
  // The build ships npm-shrinkwrap.json, so `npm ci` checks the integrity of every dependency too.
  // --legacy-peer-deps: the shrinkwrap was written without peer dependencies.
  // --ignore-scripts: the install scripts would compile native modules or download from elsewhere.
  await npm(["ci", "--omit=dev", "--ignore-scripts", "--legacy-peer-deps"], folder);
  await addRipgrep(folder);
  await replaceNativeModules(join(folder, "node_modules"));
}

async function addRipgrep(folder) {
  const platform = `${process.platform}-${process.arch}`;
  const integrity = RIPGREP_INTEGRITY[platform];
  if (!integrity) {
    console.error(`No ripgrep for ${platform}: workspace.findFiles will not work in the tests.`);
    return;
  }
  const unpacked = join(folder, ".ripgrep");
  await mkdir(unpacked);
  await unpackNpmPackage(`@vscode/ripgrep-${platform}@${RIPGREP_VERSION}`, integrity, unpacked);
  const target = join(folder, "node_modules/@vscode/ripgrep/bin/rg");
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(unpacked, "bin/rg"), target);
  await chmod(target, 0o755);
  await rm(unpacked, { recursive: true });
}

/**
 * The server really loads two native modules. Without a compiler run they do not exist, so plain
 * JavaScript takes their place. Other native modules (terminal, Kerberos, …) load only when used.
 */
async function replaceNativeModules(modules) {
  await writeFile(join(modules, "native-watchdog/index.js"), WATCHDOG);
  await writeFile(join(modules, "@vscode/spdlog/index.js"), LOGGER);
}

const WATCHDOG = `// Ends this process when the process that started it is gone.
exports.start = (pid) => setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 2000).unref();
exports.exit = (code) => process.exit(code || 0);
`;

const LOGGER = `// Log files and the Output panel, in plain JavaScript.
const fs = require('fs'), path = require('path');
const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.raw = false; fs.mkdirSync(path.dirname(file), { recursive: true }); fs.appendFileSync(file, ''); }
  put(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try { fs.appendFileSync(this.file, this.raw ? text : time + ' [' + LEVELS[level] + '] ' + text + '\\n'); } catch {}
  }
  getLevel() { return this.level; } setLevel(level) { this.level = level; }
  setPattern() {} clearFormatters() { this.raw = true; } flush() {} drop() {}
}
LEVELS.forEach((name, level) => { Logger.prototype[name === 'warning' ? 'warn' : name] = function (text) { this.put(level, text); }; });
const create = async (_name, file) => new Logger(file);
exports.version = 0; exports.setLevel = () => {}; exports.setFlushOn = () => {};
exports.Logger = Logger; exports.createRotatingLogger = create; exports.createAsyncRotatingLogger = create;
`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const started = Date.now();
  try {
    const editor = await ensureEditor();
    console.log(editor.dir);
    console.error(`VS Code ${editor.version}, ready in ${Date.now() - started} ms`);
  } catch (error) {
    console.error(`No editor to test with: ${error.message}`);
    process.exit(1);
  }
}
