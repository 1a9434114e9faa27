import {
  type Disposable,
  type ExtensionContext,
  l10n,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  type TaskScope,
  tasks,
  type Uri,
  Uri as Uris,
  type WorkspaceFolder,
  workspace,
} from "vscode";

const TYPE = "convlint";

/** What a task of ours says in `tasks.json`. */
interface Definition extends TaskDefinition {
  readonly paths?: readonly string[];
  readonly args?: readonly string[];
}

/** Runs the command of this extension over the models of a folder; its problems are read by `$convlint`. */
export function provideTasks({ extensionUri }: ExtensionContext): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === "file")
        .map((folder) => taskOf({ type: TYPE }, l10n.t("check models"), folder, extensionUri)),
    resolveTask: ({ definition, name, scope }) =>
      taskOf(definition as Definition, name, scope as WorkspaceFolder | TaskScope | undefined, extensionUri),
  });
}

function taskOf(
  definition: Definition,
  name: string,
  scope: WorkspaceFolder | TaskScope | undefined,
  extension: Uri,
): Task {
  const { paths = [], args = [] } = definition;
  const command = Uris.joinPath(extension, "dist/cli.js").fsPath;
  // The editor's own program is Node too, when it is told to be.
  const run = new ProcessExecution(process.execPath, [command, "check", "--format", "concise", ...args, ...paths], {
    env: { ELECTRON_RUN_AS_NODE: "1" },
  });
  const task = new Task(definition, scope as WorkspaceFolder, name, TYPE, run, "$convlint");
  task.group = TaskGroup.Test;
  return task;
}
