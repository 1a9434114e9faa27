import assert from "node:assert/strict";
import { startedConversation } from "../support/conversation";
import type { LspClient } from "../support/lsp-client";

const native = `input: [3, 32, 32]
layers:
  - Conv2d: {out_channels: 16,  kernel_size: 3 } # 🙂 said in UTF-16
    name: stem
  - Stage: { channels: 8 }
  - Flatten:
      from: stem
  - Linear: { in_features: 9, out_features: 10 }
blocks:
  Stage:
    params: { channels: null }
    layers:
      - Conv2d: { out_channels: $channels, kernel_size: 1 }
`;
const rows = `nc: 80
scales: { n: [0.5, 0.25, 1024], s: [0.5, 0.5, 1024] }
backbone:
  - [-1, 1, Conv, [64, 3, 2]] # 0
  - [-1, 2, C2f, [64, True]] # 1
head:
  - [[-1, 0], 1, Concat, [1]] # 2
  - [[0, 2], 1, Detect, [nc]] # 3
`;
const texts: readonly (readonly [uri: string, text: string])[] = [
  ["file:///models/native.cnn.yaml", native],
  ["file:///models/half.cnn.yaml", native.slice(0, native.indexOf("size: 3"))],
  ["file:///models/rows.yaml", rows],
  ["file:///models/half-rows.yaml", rows.slice(0, rows.indexOf("3, 2]] # 0") + 5)],
  [
    "file:///models/model.cnn.json",
    '{ "input": [3, 8, 8], "layers": [{ "Conv2d": { "out_channels": 4, "kernel_size": 3 } }, "Re',
  ],
];

type Place = { readonly line: number; readonly character: number };
type Ask = (uri: string, position: Place, client: LspClient) => Promise<unknown>;

const about =
  (method: string, more: object = {}): Ask =>
  (uri, position, client) =>
    client.request(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
const inRange =
  (method: string, more: object = {}): Ask =>
  (uri, { line }, client) =>
    client.request(`textDocument/${method}`, {
      textDocument: { uri },
      range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
      ...more,
    });
const options = { tabSize: 2, insertSpaces: true };

/** How each thing that the server offers is asked for. What it comes to offer has to be asked for here. */
const asks: { readonly [provider: string]: readonly Ask[] } = {
  hoverProvider: [about("hover")],
  completionProvider: [about("completion")],
  signatureHelpProvider: [about("signatureHelp")],
  definitionProvider: [about("definition")],
  referencesProvider: [about("references", { context: { includeDeclaration: true } })],
  documentHighlightProvider: [about("documentHighlight")],
  documentSymbolProvider: [about("documentSymbol")],
  workspaceSymbolProvider: [(_uri, _position, client) => client.request("workspace/symbol", { query: "" })],
  codeActionProvider: [inRange("codeAction", { context: { diagnostics: [] } })],
  codeLensProvider: [about("codeLens")],
  documentLinkProvider: [about("documentLink")],
  foldingRangeProvider: [about("foldingRange")],
  selectionRangeProvider: [(uri, at, client) => about("selectionRange", { positions: [at] })(uri, at, client)],
  documentFormattingProvider: [about("formatting", { options })],
  documentRangeFormattingProvider: [inRange("rangeFormatting", { options })],
  renameProvider: [about("prepareRename"), about("rename", { newName: "another" })],
  callHierarchyProvider: [
    async (uri, position, client) => {
      const items = ((await about("prepareCallHierarchy")(uri, position, client)) ?? []) as readonly object[];
      const ways = ["incomingCalls", "outgoingCalls"];
      const asked = items.flatMap((item) => ways.map((way) => client.request(`callHierarchy/${way}`, { item })));
      return [items, await Promise.all(asked)];
    },
  ],
  inlayHintProvider: [inRange("inlayHint")],
  semanticTokensProvider: [about("semanticTokens/full"), inRange("semanticTokens/range")],
  diagnosticProvider: [about("diagnostic")],
};
const notAsked = ["positionEncoding", "textDocumentSync", "executeCommandProvider", "workspace"];

startedConversation("the least of clients is understood in everything that is offered", async (client) => {
  const { capabilities } = await client.initialize();
  const offered = Object.keys(capabilities).filter((key) => capabilities[key] && !notAsked.includes(key));
  assert.deepEqual(
    offered.filter((key) => !asks[key]),
    [],
    "offered, and not asked for by this test",
  );
  assert.equal(capabilities.positionEncoding ?? "utf-16", "utf-16");
  const commands: readonly string[] = capabilities.executeCommandProvider.commands;
  const said = new Set<Ask>();
  for (const [uri, text] of texts) {
    client.open(uri, text);
    await client.notified("textDocument/publishDiagnostics", (said) => said.uri === uri);
    for (const position of placesIn(text))
      for (const key of offered)
        for (const ask of asks[key]!) {
          const answer = await ask(uri, position, client).catch((error: Error) => {
            // A rename says in a sentence why it cannot be done.
            if (key !== "renameProvider" || /undefined|Unhandled|internal/i.test(error.message)) throw error;
            return null;
          });
          if (isSaid(answer)) said.add(ask);
          look(answer, text, commands, `${key} at ${position.line}:${position.character} of ${uri}`);
        }
  }
  const silent = offered.filter((key) => asks[key]!.some((ask) => !said.has(ask)));
  assert.deepEqual(silent, [], "never answered with anything");
  const failed = client.heard.filter(({ method, params }) => method === "window/logMessage" && params.type === 1);
  assert.deepEqual(failed, []);
  assert.equal(client.errors, "");
});

/** Where a line begins, in the middle of its words, and where it ends. */
function* placesIn(text: string): Iterable<Place> {
  for (const [line, content] of text.split("\n").entries())
    for (const character of new Set([0, content.search(/\S/) + 3, content.indexOf(":") + 2, content.length]))
      if (character >= 0 && character <= content.length) yield { line, character };
}

/** Whether there is anything in an answer. */
const isSaid = (value: unknown): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some(isSaid)
    : value !== undefined && value !== null;

/** Nothing that has to be announced first: no Markdown, no stops, no command of an editor, no place outside the text. */
function look(value: any, text: string, commands: readonly string[], where: string): void {
  if (typeof value !== "object" || value === null) return;
  assert.notEqual(value.kind, "markdown", where);
  assert.notEqual(value.insertTextFormat, 2, where);
  // A place may be in another document than the one that was asked about.
  const its = texts.find(([uri]) => uri === value.uri)?.[1] ?? text;
  for (const [key, one] of Object.entries(value)) {
    if (["newText", "insertText"].includes(key)) assert.doesNotMatch(String(one), /\$\{?\d/, where);
    if (key === "command" && typeof one === "string") assert.ok(commands.includes(one), `${where}: ${one}`);
    if (key === "value" && typeof one === "string") assert.doesNotMatch(one, /\*\*|`|\]\(/, where);
    if (["range", "selectionRange"].includes(key)) inside(one, its, where);
    look(one, its, commands, where);
  }
}

function inside({ start, end }: any, text: string, where: string): void {
  const lines = text.split("\n");
  for (const { line, character } of [start, end])
    assert.ok(character <= (lines[line]?.length ?? -1) || line === lines.length, `${where}: ${line}:${character}`);
}
