import { existsSync, readFileSync } from "node:fs";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { translationsOnDisk } from "./language/on-disk";
import { connectionStrategy } from "./lsp/cancel";
import type { PythonIn } from "./lsp/classes";
import type { ModelsIn } from "./lsp/closed-models";
import { type Host, serve } from "./lsp/connection";
import { filesBelow } from "./lsp/files-below";
import { modelFiles } from "./lsp/model-files";
import { pythonFiles } from "./lsp/python-files";

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"];

/** Talks over what the command line names. Without that there is nobody to talk to, which is a wrong use. */
export function startServer(): void {
  if (!process.argv.slice(2).some((arg) => transports.includes(arg.split("=")[0]!))) {
    process.stderr.write(`the language server talks over --stdio, --node-ipc, --socket=PORT or --pipe=NAME\n`);
    process.exitCode = 2;
    return;
  }
  serve(createConnection(ProposedFeatures.all, { connectionStrategy }), hostWithDisk());
}

/** What a process can do that has the disk before it. */
export const hostWithDisk = (): Host => ({
  reaches: isOnDisk,
  read,
  lacks,
  files,
  python,
  models,
  translations: translationsOnDisk,
});

const python: PythonIn = (folder) => (isOnDisk(folder) ? pythonFiles(diskPath(folder)) : []);
const models: ModelsIn = (folder) => (isOnDisk(folder) ? modelFiles(diskPath(folder)) : []);
const diskPath = (path: string): string => path.slice("file://".length).replace(/^\/(?=[A-Za-z]:)/, "");

const isOnDisk = (path: string): boolean => path.startsWith("file:///");
const lacks = (path: string): boolean => isOnDisk(path) && !existsSync(diskPath(path));
const files = (folder: string): readonly string[] | undefined =>
  isOnDisk(folder) ? filesBelow(diskPath(folder)) : undefined;

/** The text of a file on the disk. One that is there and cannot be read is a fault, not an absence. */
function read(path: string): string | undefined {
  if (!isOnDisk(path)) return undefined;
  try {
    return readFileSync(diskPath(path), "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
