// What is told of a model that nobody changes: hovers, hints, lenses, signatures, colours, in the form that settings ask for.
import {
  type CodeLens,
  commands,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SignatureHelp,
  type TextDocument,
} from "vscode";
import {
  ask,
  at,
  contains,
  equal,
  hintsOf,
  hintText,
  hoverText,
  lacks,
  open,
  problemsOf,
  until,
  withSetting,
} from "./support";
import { blocks, deck, detector, wrong } from "./texts";

export function readingSuite(): void {
  suite("reading a model", cases);
}

function cases(): void {
  test("a hover tells the sections that are asked for, and no others", async () => {
    const document = await open(deck);
    await until(
      () => hoverText(document, "Conv2d"),
      (text) => text.includes("receptive field"),
    );
    await withSetting("hover.sections", ["shape", "parameters"], async () => {
      const text = await until(
        () => hoverText(document, "Conv2d"),
        (found) => found !== "" && !found.includes("receptive field"),
      );
      contains(text, "[16, 30, 30]");
      contains(text, "3·3·1·16 = 144");
      for (const gone of ["MACs", "memory", "H' ="]) lacks(text, gone);
    });
  });

  test("a hint shows the parts that are asked for, in the style that is asked for", async () => {
    const document = await open(deck);
    const first = async () => (await hintsOf(document)).slice(0, 1).map(hintText).join();
    await until(first, (label) => label.includes("→ [16, 30, 30] · 144"));
    await withSetting("inlayHints.show", ["macs"], () => until(first, (label) => label.trim() === "129,600 MACs"));
    await withSetting("inlayHints.shapes", "compact", () => until(first, (label) => label.includes("→ 30²×16")));
    await withSetting("inlayHints.enabled", false, () => until(first, (label) => label === ""));
  });

  test("lenses tell of the whole, of blocks, and ask a question where that is wanted", async () => {
    const document = await open(blocks);
    const titles = async () => (await lensesOf(document)).map(({ command }) => command?.title ?? "");
    const all = await until(titles, (found) => found.length === 2);
    contains(all.join(), "MACs");
    contains(all.join(), "2 calls · 584 to 1,168 parameters each");
    await withSetting("codeLens.show", ["quiz"], async () => {
      await until(titles, (found) => found.join() === "Quiz");
      const [lens] = await lensesOf(document);
      equal(lens!.command!.command, "convlint.quiz");
    });
    await withSetting("codeLens.enabled", false, () => until(titles, (found) => found.length === 0));
  });

  test("a signature names the argument in hand", async () => {
    const document = await open(`${deck}  - MaxPool2d: { kernel_size: 2, str\n`);
    const help = await until(
      () => signatureAt(document, "kernel_size: 2, str", 19),
      (found) => found !== undefined,
    );
    equal(activeIn(help!), "stride = kernel_size");
    const row = await open(detector.replace("Conv, [64, 3, 2]", "Conv, [64, 3, "));
    const inRow = await until(
      () => signatureAt(row, "[64, 3, ", 8),
      (found) => found !== undefined,
    );
    equal(activeIn(inRow!), "s = 1");
  });

  test("a call of a block has a signature too", async () => {
    const document = await open(blocks);
    const help = await until(
      () => signatureAt(document, "Stage: { channels: 8", 19),
      (found) => found !== undefined,
    );
    contains(help!.signatures[0]!.label, "Stage(channels");
  });

  test("colours tell operators, blocks, references, and what counts otherwise or not at all", async () => {
    const native = await open(blocks.replace("- ReLU", "- ReLU: { inplace: true }"));
    const words = await until(
      () => tokensOf(native),
      (found) => found.length > 0,
    );
    for (const word of ["class Conv2d", "function Stage", "function Stage declaration", "variable stem"])
      equal([word, words.includes(word)], [word, true]);
    equal(
      words.filter((word) => word.endsWith(" unused")),
      ["property inplace unused"],
    );
    const rows = await tokensOf(await open(detector));
    equal(rows.includes("number 64 modification"), true); // a quarter of them at the size that is shown
  });

  test("everything can be told in words that are read aloud", async () => {
    const document = await open(wrong);
    const shaped = await open(
      "input: [24, 8, 8]\nlayers:\n  - Conv2d: { in_channels: 16, out_channels: 8, kernel_size: 3 }\n",
    );
    const problem = () => problemsOf(shaped)[0]?.message ?? "";
    await until(problem, (message) => message.includes("[24, 8, 8]"));
    await withSetting("plainWords", true, async () => {
      contains(await until(problem, (message) => message !== "" && !message.includes("[")), "24");
      const hover = await until(
        () => hoverText(document, "Conv2d"),
        (text) => text.includes("32 by 32, 1 channel gives 28 by 28"),
      );
      for (const sign of ["→", "×", "·", "⌊", "−"]) lacks(hover, sign);
      const hints = await until(
        async () => (await hintsOf(document)).map(hintText),
        (found) => found.length > 0 && !found.join().includes("→"),
      );
      contains(hints.join(), "28 by 28, 16 channels");
    });
  });
}

const lensesOf = (document: TextDocument) => ask<CodeLens[]>("CodeLens", document.uri, 20);

const signatureAt = (document: TextDocument, word: string, ahead: number) =>
  ask<SignatureHelp | undefined>("SignatureHelp", document.uri, at(document, word, ahead));

function activeIn({ signatures, activeSignature, activeParameter }: SignatureHelp): string {
  const { label, parameters, activeParameter: own } = signatures[activeSignature]!;
  const place = parameters[own ?? activeParameter]!.label;
  return typeof place === "string" ? place : label.slice(...place);
}

/** Every token as its type, its word, and what marks it. */
async function tokensOf(document: TextDocument): Promise<readonly string[]> {
  const asked = <T>(what: string) => commands.executeCommand<T | undefined>(`vscode.provide${what}`, document.uri);
  const legend = await asked<SemanticTokensLegend>("DocumentSemanticTokensLegend");
  const tokens = await asked<SemanticTokens>("DocumentSemanticTokens");
  if (!legend || !tokens) return [];
  const found: string[] = [];
  let [line, column] = [0, 0];
  for (let i = 0; i < tokens.data.length; i += 5) {
    const [down, right, length, type, marks] = tokens.data.slice(i, i + 5) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    [line, column] = [line + down, down ? right : column + right];
    const word = document.getText(new Range(line, column, line, column + length));
    const marked = legend.tokenModifiers.filter((_, bit) => marks & (1 << bit));
    found.push([legend.tokenTypes[type], word, ...marked].join(" "));
  }
  return found;
}
