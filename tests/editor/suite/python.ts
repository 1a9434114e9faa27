// Classes of PyTorch in files of Python, beside whatever else the editor knows of that language.
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  commands,
  DiagnosticSeverity,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  languages,
  type SemanticTokens,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import {
  api,
  ask,
  at,
  completionName,
  contains,
  equal,
  errorsOf,
  hintsOf,
  hintText,
  hoverText,
  problemsOf,
  statusOf,
  textAt,
  until,
  withSetting,
} from "./support";

const net = `import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 5)
        self.fc = nn.Linear(9216, 10)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


print(Net()(torch.randn(1, 3, 32, 32)).shape)
`;

const halve = `import torch
from torch import nn


class Halve(nn.Module):
    def __init__(self, c1, c2, k=1):
        super().__init__()
        self.conv = nn.Conv2d(c1 * 4, c2, k)

    def forward(self, x):
        rows = torch.cat([x[:, :, ::2], x[:, :, 1::2]], 1)
        return self.conv(torch.cat([rows[..., ::2], rows[..., 1::2]], 1))
`;

const detector = `nc: 2
backbone:
  - [-1, 1, Halve, [64]]
  - [-1, 1, Conv, [128, 3, 2]]
head:
  - [[0, 1], 1, Detect, [nc]]
`;

/** A program that trains what it is given, and one that has to do with nothing of ours. */
export const programs: readonly string[] = [
  "from torch import nn\n\n\ndef step(net, x, y):\n    loss = nn.MSELoss()(net(x), y)\n    loss.backward()\n",
  "import os\n\n\nclass Net:\n    def forward(self, x):\n        return os.path.join(x, x)\n",
];

export function pythonSuite(): void {
  suite("Python", cases);
}

function cases(): void {
  test("a wrong number of a layer is underlined, and mended by the fix", async () => {
    const document = await openPython(net);
    const [problem] = await until(
      () => problemsOf(document),
      (found) => found.length === 1,
    );
    equal(textAt(document, problem!.range), "9216");
    equal(problem!.severity, DiagnosticSeverity.Error);
    contains(problem!.message, "12544");
    const actions = await ask<CodeAction[]>("CodeAction", document.uri, problem!.range, "quickfix");
    const fix = actions.find(({ title }) => title.includes("12544"));
    if (!fix?.edit) throw new Error(`no fix with an edit among ${actions.map(({ title }) => title).join(", ")}`);
    equal(await workspace.applyEdit(fix.edit), true);
    contains(document.getText(), "nn.Linear(12544, 10)");
    await until(
      () => errorsOf(document).length,
      (count) => count === 0,
    );
  });

  test("shapes stand behind layers, and a hover and a lens tell more", async () => {
    const document = await openPython(net);
    const hints = await until(
      async () => (await hintsOf(document)).map(hintText),
      (found) => found.length > 0,
    );
    contains(hints.join(), "[16, 28, 28]");
    const hover = await hoverText(document, "Conv2d");
    contains(hover, "5·5·3·16 + 16 = 1,216");
    const lenses = await ask<CodeLens[]>("CodeLens", document.uri, 5);
    contains(lenses.map(({ command }) => command?.title).join(), "parameters");
    equal((await statusOf(document)).errors, 1);
  });

  test("a line that is half typed takes nothing from the others, and is told of after a pause", async () => {
    const document = await openPython(net);
    const codes = () => problemsOf(document).map(({ range }) => textAt(document, range));
    await until(codes, (found) => found.length === 1);
    const counts = new Set<number>();
    const listening = languages.onDidChangeDiagnostics(() => counts.add(codes().length));
    const type = async (before: string, words: string): Promise<void> => {
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, at(document, before), words);
      equal(await workspace.applyEdit(edit), true);
    };
    // A line above all that is known is no Python, and everything stays where that goes.
    await type("class Net", "width = (\n");
    await until(codes, (found) => found.join() === "9216");
    contains((await hintsOf(document)).map(hintText).join(), "[16, 28, 28]");
    const lenses = await ask<CodeLens[]>("CodeLens", document.uri, 5);
    equal(
      lenses.map(({ range }) => document.lineAt(range.start.line).text),
      ["class Net(nn.Module):"],
    );
    await type("class Net", "3)\n");
    await until(codes, (found) => found.join() === "9216");
    // What is called here is not made yet.
    await type("        return", "        x = self.more(x)\n");
    contains((await hintsOf(document)).map(hintText).join(), "[16, 28, 28]");
    await until(codes, (found) => found.includes("self.more"));
    await type("        self.fc", "        self.more = nn.ReLU()\n");
    await until(codes, (found) => found.join() === "9216");
    // At no time was nothing told.
    equal(counts.has(0), false);
    listening.dispose();
  });

  test("what belongs to other extensions is not offered a second time", async () => {
    const document = await openPython(net);
    await statusOf(document);
    const provided = <T>(what: string) => commands.executeCommand<T | undefined>(`vscode.provide${what}`, document.uri);
    equal((await provided<SemanticTokens>("DocumentSemanticTokens")) === undefined, true);
    equal((await ask("FormatDocument", document.uri, { tabSize: 4, insertSpaces: true })) ?? [], []);
    equal((await ask("DocumentSymbol", document.uri)) ?? [], []);
    await foldsByIndentation(document);
  });

  test("nothing at all happens in other files of Python", async () => {
    const { statusOf } = await api();
    for (const text of programs) {
      const document = await openPython(text);
      equal(await ask<Hover[]>("Hover", document.uri, at(document, "def ", 5)), []);
      equal(await hintsOf(document), []);
      equal(await ask<CodeLens[]>("CodeLens", document.uri, 5), []);
      equal(problemsOf(document), []);
      equal(statusOf(document.uri) === undefined, true);
      await foldsByIndentation(document);
    }
  });

  test("a setting switches it off, and on again", async () => {
    const document = await openPython(net);
    const { statusOf } = await api();
    const problems = () => problemsOf(document).length;
    await until(problems, (count) => count === 1);
    await withSetting("python.enabled", false, async () => {
      await until(problems, (count) => count === 0);
      await until(
        () => statusOf(document.uri),
        (status) => status === undefined,
      );
      equal(await hintsOf(document), []);
    });
    await until(problems, (count) => count === 1);
  });

  test("closed files that are wrong are found, but for those that are installed", async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) return; // a window without a folder has none
    const inFolder = (path: string): Uri => Uri.joinPath(folder.uri, "python", path);
    const write = (path: string, text: string) =>
      workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(text));
    await write("net.py", net);
    await write("train.py", programs[0]!);
    await write("env/pyvenv.cfg", "");
    await write("env/net.py", net);
    await commands.executeCommand("convlint.checkWorkspace");
    const wrong = () => ["net.py", "train.py", "env/net.py"].map((path) => errorsOf({ uri: inFolder(path) }).length);
    equal(wrong(), [1, 0, 0]);
    await write("net.py", net.replace("9216", "12544"));
    await until(wrong, ([count]) => count === 0);
    await workspace.fs.delete(inFolder(""), { recursive: true });
  });

  test("a module of a YOLO model is a class beside it: its shape, what it costs, and where it is", async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) return;
    const inFolder = (path: string): Uri => Uri.joinPath(folder.uri, "own", path);
    const write = (path: string, text: string) =>
      workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(text));
    await write("blocks.py", halve);
    await write("net.yaml", detector);
    const document = await workspace.openTextDocument(inFolder("net.yaml"));
    await window.showTextDocument(document);
    const first = async () => (await hintsOf(document)).slice(0, 1).map(hintText).join();
    // Before the class has been read nothing is known of its shape.
    await until(first, (text) => text.includes("[64, 320, 320]"));
    const hover = await until(
      () => hoverText(document, "Halve"),
      (text) => text.includes("parameters"),
    );
    contains(hover, "832");
    const links = await ask<(Location | LocationLink)[]>("Definition", document.uri, at(document, "Halve", 1));
    const places = links.map((link) => ("targetUri" in link ? link.targetUri : link.uri));
    equal(
      places.map(({ path }) => path.slice(path.lastIndexOf("/"))),
      ["/blocks.py"],
    );
    // It is asked anew when it has changed.
    await write("blocks.py", halve.replace("c2, k)", "c2 + 1, k)"));
    await until(first, (text) => text.includes("[65, 320, 320]"));
    await workspace.fs.delete(inFolder(""), { recursive: true });
  });

  test("a comment silences a problem, and its words are completed", async () => {
    const document = await openPython(net.replace("9216, 10)", "9216, 10)  # convlint-disable-line "));
    await until(
      () => problemsOf(document),
      (found) => found.length > 0,
    );
    const { items } = await ask<CompletionList>("CompletionItem", document.uri, at(document, "disable-line ", 13));
    equal(items.map(completionName).includes("stated-size"), true);
    const silent = await openPython(net.replace("9216, 10)", "9216, 10)  # convlint-disable-line stated-size"));
    await statusOf(silent);
    equal(errorsOf(silent), []);
  });
}

export async function openPython(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: "python", content });
  await window.showTextDocument(document);
  return document;
}

/** As the editor does where nobody says how: the body of each function is a piece. */
async function foldsByIndentation(document: TextDocument): Promise<void> {
  const folds = await ask<FoldingRange[] | undefined>("FoldingRange", document.uri);
  equal(
    (folds ?? []).map(({ start }) => document.lineAt(start).text).some((line) => /^ *def /.test(line)),
    true,
  );
}
