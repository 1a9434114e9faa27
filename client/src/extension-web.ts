// The extension in the browser. Its bundle holds the desktop's half too, because nearly all of their code is the same.
import type { ExtensionContext } from "vscode";
import { type Api, activateWith, stop } from "./activate";
import { inWorker } from "./in-worker";
import { onNode } from "./on-node";
import { provideTasks } from "./tasks";

export const activate = (context: ExtensionContext): Api => activateWith(context, inWorker);
export const activateOnNode = (context: ExtensionContext): Api =>
  activateWith(context, onNode, [provideTasks(context)]);
export const deactivate = stop;
