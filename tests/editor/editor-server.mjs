// Starts and stops the VS Code server of ensure-editor.mjs, and makes the address its workbench opens with.
// Every server gets a port from the system unless one is asked for, its own data folders and a secret token, so many can run at once.
import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** What makes a fresh VS Code quiet and the same every time. A `settings.json` the caller put in place wins. */
export const quietSettings = {
  "editor.hover.delay": 50,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "npm.autoDetect": "off",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.confirmBeforeClose": "never",
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** What nobody sees while a suite runs through its documents, of which it closes none, takes no time then. */
export const unseenSettings = {
  "breadcrumbs.enabled": false,
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "problems.decorations.enabled": false,
  "workbench.activityBar.location": "hidden",
  "workbench.editor.showTabs": "none",
  "workbench.layoutControl.enabled": false,
  "workbench.reduceMotion": "on",
};

/**
 * @param {{editor: {dir: string}, userDataDir: string, extensionsDir: string, settings?: object, args?: string[],
 *          env?: NodeJS.ProcessEnv, onOutput?: (line: string) => void}} options
 */
export async function startServer({
  editor,
  userDataDir,
  extensionsDir,
  port = 0,
  settings = {},
  args = [],
  env = process.env,
  onOutput,
}) {
  await mkdir(extensionsDir, { recursive: true });
  await writeSettings(userDataDir, settings);
  const token = randomUUID();
  const tokenFile = join(userDataDir, "connection-token");
  await writeFile(tokenFile, token, { mode: 0o600 });

  const child = spawn(
    process.execPath,
    [
      "--import",
      EXIT_WITH_PARENT,
      ...serverMain(editor),
      "--host",
      "127.0.0.1",
      "--port",
      String(port),
      "--connection-token-file",
      tokenFile,
      "--accept-server-license-terms",
      "--server-data-dir",
      userDataDir,
      "--user-data-dir",
      userDataDir,
      "--extensions-dir",
      extensionsDir,
      "--telemetry-level",
      "off",
      "--disable-workspace-trust",
      "--force-disable-user-env",
      ...args,
    ],
    {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: process.platform !== "win32", // a process group of its own, see stop()
      env: serverEnv(env),
    },
  );

  let output = "";
  const exited = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const listening = await new Promise((resolve, reject) => {
    const failed = (reason) => reject(new Error(`The VS Code server ${reason}:\n${output}`));
    const timer = setTimeout(failed, 60_000, "did not start within 60 s");
    const read = (line) => {
      output += `${line}\n`;
      onOutput?.(line);
      const found = / listening on (\d+)/.exec(line);
      if (found) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    };
    createInterface({ input: child.stdout }).on("line", read);
    createInterface({ input: child.stderr }).on("line", read);
    exited.then((code) => {
      clearTimeout(timer);
      failed(`ended with ${code}`);
    });
  });

  const signal = (name) => {
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, name);
    } catch {
      /* already gone */
    }
  };
  return {
    origin: `http://127.0.0.1:${listening}`,
    authority: `127.0.0.1:${listening}`,
    token,
    pid: child.pid,
    exited,
    output: () => output,
    /** Ends the server and all it started: file watcher and terminal host outlive a server that is ended alone. */
    async stop() {
      signal("SIGTERM");
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 3000))]);
      signal("SIGKILL");
    },
  };
}

/** The address of a workbench. Paths are absolute paths on this machine. */
export function workbenchUrl(
  server,
  { folder, workspace, files = [], extensionDevelopmentPaths = [], extensionTestsPath },
) {
  const remote = (path) => `vscode-remote://${server.authority}${pathToFileURL(path).pathname}`;
  const payload = [
    ...files.map((file) => ["openFile", remote(file)]),
    ...extensionDevelopmentPaths.map((path) => ["extensionDevelopmentPath", remote(path)]),
  ];
  if (extensionTestsPath) payload.push(["extensionTestsPath", remote(extensionTestsPath)]);

  const query = new URLSearchParams({ tkn: server.token });
  if (workspace) query.set("workspace", workspace);
  else if (folder) query.set("folder", folder);
  else query.set("ew", "true"); // an empty window, not the folder opened last
  if (payload.length) query.set("payload", JSON.stringify(payload));
  return `${server.origin}/?${query}`;
}

/** What `code --install-extension` does; `extension` is a path of a .vsix. Returns the command's output. */
export async function installExtension({ editor, userDataDir, extensionsDir, extension }) {
  await mkdir(extensionsDir, { recursive: true });
  await mkdir(userDataDir, { recursive: true });
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      ...serverMain(editor),
      "--install-extension",
      extension,
      "--force",
      "--server-data-dir",
      userDataDir,
      "--user-data-dir",
      userDataDir,
      "--extensions-dir",
      extensionsDir,
    ],
    { env: serverEnv(process.env) },
  ).catch((error) => {
    throw new Error(`${extension} was not installed:\n${error.stderr || error.message}`);
  });
  return stdout + stderr;
}

// NODE_OPTIONS is meant for the caller, not for the server. An empty gallery: nothing is looked up in a marketplace.
const serverEnv = (env) => ({ ...env, NODE_OPTIONS: "", EXTENSIONS_GALLERY: "{}" });

const serverMain = (editor) => [join(editor.dir, "out/server-main.js")];

// Loaded into the server (and, as an inherited option, into what it forks): when this process is killed and cannot
// call stop(), the channel to it closes, and the server ends with its whole group, even a child in an endless loop.
const EXIT_WITH_PARENT = `data:text/javascript,${encodeURIComponent(`
  process.on('disconnect', () => { try { process.kill(-process.pid, 'SIGKILL'); } catch { process.exit(1); } });
  process.channel?.unref();
`)}`;

async function writeSettings(userDataDir, settings) {
  const file = join(userDataDir, "User/settings.json");
  await mkdir(join(userDataDir, "User"), { recursive: true });
  const existing = existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : {};
  await writeFile(file, JSON.stringify({ ...quietSettings, ...existing, ...settings }, null, 2));
}
