// The tests. They use only what both extension hosts have, so the same file runs in Node and in a web worker.
import * as vscode from "vscode";
import { api, codeOf, equal, includes, open, placeOf, problemsOf, run, until } from "./help";

const model = `input: [1, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kernel_size: 3, bias: false }
  - Conv2d: { out_channels: 32, kernel_size: 3, bias: false }
  - Flatten
  - Linear: { in_features: 25000, out_features: 10, bias: false }
`;

const foreign: { readonly [name: string]: string } = {
  compose: "services:\n  web:\n    image: nginx\n    ports: ['80:80']\n",
  kubernetes: "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: head\n      image: layers\n",
  workflow: "on: push\njobs:\n  head:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo backbone\n",
};

suite(`ConvLint in VS Code ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? "web" : "desktop"}`, () => {
  teardown(() => run("workbench.action.closeAllEditors"));

  test("other YAML files wake nothing", async () => {
    const { started } = await api();
    for (const text of Object.values(foreign)) {
      const document = await open(text);
      equal(problemsOf(document), []);
    }
    equal(started(), false);
  });

  test("a wrong number is underlined at the number, and the language stays yaml", async () => {
    const document = await open(model);
    const [problem] = await until(
      "one problem",
      () => problemsOf(document),
      (all) => all.length === 1,
    );
    equal(document.getText(problem!.range), "25000");
    equal(codeOf(problem!), "stated-size");
    equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    includes(problem!.message, "25088");
    equal(document.languageId, "yaml");
    const { target } = problem!.code as { readonly target: vscode.Uri };
    includes(target.toString(), "docs/rules/stated-size.md");
  });

  test("the problem goes when the number is mended", async () => {
    const document = await open(model);
    await until(
      "one problem",
      () => problemsOf(document),
      (all) => all.length === 1,
    );
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf("25000");
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 5)), "25088");
    equal(await vscode.workspace.applyEdit(edit), true);
    await until(
      "no problem",
      () => problemsOf(document),
      (all) => all.length === 0,
    );
  });

  test("the quick fix writes the number that arrives", async () => {
    const document = await open(model);
    const [problem] = await until(
      "one problem",
      () => problemsOf(document),
      (all) => all.length === 1,
    );
    const actions = await run<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, problem!.range);
    const fix = actions.find(({ title }) => title === "Set in_features to 25088");
    if (!fix?.edit) throw new Error(`offered: ${actions.map(({ title }) => title).join(", ")}`);
    equal(await vscode.workspace.applyEdit(fix.edit), true);
    includes(document.getText(), "in_features: 25088");
    await until(
      "no problem",
      () => problemsOf(document),
      (all) => all.length === 0,
    );
  });

  test("hover tells the shape, and the parameters with their arithmetic", async () => {
    const document = await open(model);
    const hovers = () => run<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, placeOf(document, "Conv2d"));
    const [hover] = await until("a hover", hovers, (all) => all.length > 0);
    const text = hover!.contents.map((part) => (part as vscode.MarkdownString).value).join("\n");
    includes(text, "[16, 30, 30]");
    includes(text, "3·3·1·16 = 144");
  });

  test("inlay hints stand behind the rows", async () => {
    const document = await open(model);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () => run<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    const all = await until("hints", hints, (found) => found.length >= 4);
    const label = (hint: vscode.InlayHint): string =>
      typeof hint.label === "string" ? hint.label : hint.label.map(({ value }) => value).join("");
    includes(label(all[0]!), "→ [16, 30, 30]");
    includes(label(all[0]!), "144");
    equal(all[0]!.position.line, 2);
  });

  test("completion offers operators while the row is unfinished, and the accepted one is written", async () => {
    const document = await open("input: [1, 32, 32]\nlayers:\n  - Conv\n");
    const end = document.lineAt(2).range.end;
    const ask = () => run<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, end);
    const list = await until("operators", ask, ({ items }) => items.some(({ label }) => labelOf(label) === "Conv2d"));
    const item = list.items.find(({ label }) => labelOf(label) === "Conv2d")!;
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(end, end);
    const text =
      typeof item.insertText === "object" ? item.insertText : new vscode.SnippetString(item.insertText ?? "Conv2d");
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    equal(await editor.insertSnippet(text, range), true);
    includes(document.getText(), "  - Conv2d");
  });

  test("the status tells totals, and the scale can be changed", async () => {
    const { statusOf } = await api();
    const document = await open(
      "nc: 3\nscales:\n  n: [0.33, 0.25, 1024]\n  s: [0.33, 0.50, 1024]\nbackbone:\n  - [-1, 1, Conv, [64, 3, 2]]\nhead:\n  - [[0], 1, Detect, [nc]]\n",
    );
    const first = await until(
      "a status",
      () => statusOf(document.uri),
      (status) => status !== undefined,
    );
    equal(first!.scales, ["n", "s"]);
    equal(first!.scale, "n");
    await run("convlint.setScale", document.uri.toString(), "s");
    await until(
      "scale s",
      () => statusOf(document.uri)?.scale,
      (scale) => scale === "s",
    );
  });

  test("the summary is Markdown, and the quiz gives a card", async () => {
    const document = await open(model.replace("25000", "25088"));
    await until(
      "no problem",
      () => problemsOf(document),
      (all) => all.length === 0,
    );
    const summary = await run<string>("convlint.summary", document.uri.toString());
    includes(summary, "255,632");
    const card = await run<{ readonly question: string; readonly answer: string }>("convlint.quiz.next", {});
    if (!card.question || !card.answer) throw new Error("the card is empty");
  });

  test("a model that is half typed keeps what is known", async () => {
    const document = await open(`${model.replace("25000", "25088")}  - Conv2d: { out_chan\n`);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () => run<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    await until("hints", hints, (found) => found.length >= 4);
  });
});

const labelOf = (label: string | vscode.CompletionItemLabel): string =>
  typeof label === "string" ? label : label.label;
