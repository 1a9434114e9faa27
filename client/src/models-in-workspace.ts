import { type CancellationToken, type Uri, workspace } from "vscode";

const NAMES = "**/*.{yaml,yml,cnn.json,py}";

/** Folders of what others have written, where thousands of files are no models. */
export const EXCEPT = "**/{node_modules,.git,.venv,venv,site-packages,__pycache__}/**";

const MOST = 20_000;

/** Every file of the open folders that may be a model by its name. */
export const modelsIn = async (token: CancellationToken): Promise<readonly Uri[]> =>
  workspace.findFiles(NAMES, EXCEPT, MOST, token);
