import { type TestContext, test } from "node:test";
import { type Carrier, nearServer, startedServer } from "./carriers";
import { LspClient } from "./lsp-client";

/** What VS Code says of itself, as far as this server asks. */
export const able = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    diagnostic: { relatedDocumentSupport: false },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } }, isPreferredSupport: true },
  },
};

type Answers = ConstructorParameters<typeof LspClient>[0];

type Talk = (client: LspClient, context: TestContext) => Promise<void>;

const within =
  (server: () => Carrier) =>
  (name: string, talk: Talk, answers?: Answers, timeout = 60_000): void =>
    void test(name, { timeout }, async (context) => {
      const client = new LspClient(answers, server());
      try {
        await talk(client, context);
      } finally {
        client.kill();
      }
    });

/** A test that talks with a server of its own, which does not outlive it. */
export const conversation = within(nearServer);

/** The same with a server that is started as an editor starts it. */
export const startedConversation = within(startedServer);

export const deck = `input: [1, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kernel_size: 3, bias: false }
  - ReLU
  - Conv2d: { out_channels: 32, kernel_size: 3, bias: false }
  - Flatten
  - Linear: { in_features: 25000, out_features: 10, bias: false }
`;
export const uri = "file:///models/deck.cnn.yaml";
export const at = (line: number, character: number) => ({
  textDocument: { uri },
  position: { line, character },
});
