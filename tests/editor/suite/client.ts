// What the client does by itself: commands, status, models that are not open, tasks, a server that dies.
import { commands, env, type ProcessExecution, tasks, window, workspace } from "vscode";
import { api, contains, equal, errorsOf, open, statusOf, until } from "./support";
import { detector } from "./texts";

const onNode = typeof process === "object" && process.versions?.node !== undefined;

export function clientSuite(): void {
  suite("The client", () => {
    test("a sample is opened, with one mistake and a fix for it", async () => {
      await commands.executeCommand("convlint.openSample");
      const document = window.activeTextEditor!.document;
      contains(document.getText(), "First steps");
      const [error] = await until(
        () => errorsOf(document),
        (found) => found.length === 1,
      );
      equal(document.getText(error!.range), "4096");
    });

    test("a new model begins as one of the zoo", async () => {
      const list = await commands.executeCommand<{ id: string; parameters: string }[]>("convlint.zoo");
      equal(list.find(({ id }) => id === "resnet18")?.parameters, "11,689,512");
      const chosen = commands.executeCommand("convlint.newFromZoo");
      const before = window.activeTextEditor?.document;
      await until(
        async () => {
          await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
          return window.activeTextEditor?.document;
        },
        (document) => document !== before && document !== undefined,
      );
      await chosen;
      const document = window.activeTextEditor!.document;
      contains(document.getText(), "AlexNet");
      equal(document.isUntitled, true);
    });

    test("a page about an operator is shown without a file", async () => {
      await open(detector);
      commands.executeCommand("convlint.showDocs", "docs/ops/Conv2d.md");
      const page = await until(
        () => workspace.textDocuments.find(({ uri }) => uri.scheme === "convlint-docs" && uri.path.includes("Conv2d")),
        (found) => found !== undefined,
      );
      contains(page!.getText(), "# Conv2d");
    });

    test("the summary can be read as text", async () => {
      await statusOf(await open(detector));
      await commands.executeCommand("convlint.showSummaryText");
      const shown = window.activeTextEditor!.document;
      equal(shown.uri.scheme, "convlint-summary");
      contains(shown.getText(), "| Conv |");
    });

    test("every command that is offered is there", async () => {
      const there = await commands.getCommands(true);
      for (const id of ["showLogs", "copyDebugInformation", "openWalkthrough", "checkWorkspace", "restartServer"])
        equal(there.includes(`convlint.${id}`), true);
    });

    test("the status says how long reading took", async () => {
      const { took, settings } = await statusOf(await open(detector));
      equal(typeof took, "number");
      equal(settings?.problems, 0);
    });

    test("a closed model that is wrong is found", async () => {
      const [file] = await workspace.findFiles("broken/linear-in-features.cnn.yaml");
      await commands.executeCommand("convlint.checkWorkspace");
      if (!file) return; // a window without a folder: nothing to find, and nothing goes wrong
      const [error] = errorsOf({ uri: file });
      contains(error?.message ?? "", "in_features is 800");
      equal(error?.source, "convlint");
      await window.showTextDocument(await workspace.openTextDocument(file));
      await until(
        () => errorsOf({ uri: file }).length,
        (count) => count === 1, // told of by the server now, and by nobody else
      );
    });

    if (onNode) nodeOnly();
  });
}

function nodeOnly(): void {
  test("with processes: a task runs the command, and writes what its problem matcher reads", async () => {
    const [task] = await tasks.fetchTasks({ type: "convlint" });
    equal(task?.problemMatchers, ["$convlint"]);
    // Run as the editor would run it, but without a terminal, which is not there in every editor under test.
    const { process: program, args, options } = task!.execution as ProcessExecution;
    const { spawnSync } = process.getBuiltinModule("node:child_process");
    const cwd = workspace.workspaceFolders![0]!.uri.fsPath;
    const { status, stdout } = spawnSync(program, args, { cwd, env: { ...process.env, ...options?.env } });
    equal(status, 1); // the workspace has models that are wrong on purpose
    contains(String(stdout), "broken/linear-in-features.cnn.yaml:12:28: error[stated-size]");
  });

  test("with processes: a server that dies is started again, with the scale that was chosen", async () => {
    const { about, statusOf } = await api();
    const document = await open(detector);
    await until(
      () => statusOf(document.uri)?.scale,
      (scale) => scale === "n",
    );
    await commands.executeCommand("convlint.setScale", document.uri.toString(), "s");
    await until(
      () => statusOf(document.uri)?.scale,
      (scale) => scale === "s",
    );
    const { process: before } = await about();
    process.kill(before!, "SIGKILL");
    await until(
      () =>
        about()
          .then(({ process: now }) => now !== before)
          .catch(() => false),
      (again) => again,
    );
    await until(
      async () => (await about()).documents > 0 && statusOf(document.uri)?.scale,
      (scale) => scale === "s",
    );
    const { items } = await commands.executeCommand<{ items: unknown[] }>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      document.positionAt(document.getText().indexOf("Conv")),
    );
    equal(items.length > 0, true);
  });

  test("with processes: what the extension knows of itself can be copied", async () => {
    commands.executeCommand("convlint.copyDebugInformation");
    const text = await until(
      () => env.clipboard.readText(),
      (found) => found.includes("ConvLint"),
    );
    contains(text, "Server:");
    equal(text.includes("/suite-"), false); // no path of a file
  });
}
