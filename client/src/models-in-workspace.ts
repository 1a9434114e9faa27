import { type CancellationToken, type Uri, workspace } from "vscode";

const NAMES = "**/*.{yaml,yml,cnn.json,py}";

/** Folders of what others have written, where thousands of files are no models. */
export const EXCEPT = "**/{node_modules,.git,.venv,venv,site-packages,__pycache__}/**";

/** What lies in a folder that a program has installed Python into, whatever the folder is called. */
const INSTALLED = "**/pyvenv.cfg";

const MOST = 20_000;

/** Every file of the open folders that may be a model by its name. */
export async function modelsIn(token: CancellationToken): Promise<readonly Uri[]> {
  const marks = await workspace.findFiles(INSTALLED, EXCEPT, MOST, token);
  const installed = marks.map((mark) => String(mark).replace(/[^/]*$/, ""));
  const found = await workspace.findFiles(NAMES, EXCEPT, MOST, token);
  return found.filter((file) => !installed.some((folder) => String(file).startsWith(folder)));
}
