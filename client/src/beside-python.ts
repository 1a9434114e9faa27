import type { BaseLanguageClient, DynamicFeature, ServerCapabilities, StaticFeature } from "vscode-languageclient";

const documentSelector = [{ language: "python" }];

type Registrable = { getFeature(method: string): DynamicFeature<object> };

/**
 * What is told of Python, of all that the server offers. Outline, colours, folds, names and format are left to the
 * extensions that know the language: an editor that hears of two asks which is meant, or takes the first.
 */
export const besidePython = (client: BaseLanguageClient): StaticFeature => ({
  fillClientCapabilities: () => {},
  initialize(offered) {
    for (const [method, said] of optionsOf(offered)) {
      const registerOptions = { ...Object(said), documentSelector };
      (client as Registrable).getFeature(method).register({ id: `convlint-python-${method}`, registerOptions });
    }
  },
  getState: () => ({ kind: "static" }),
  // Whoever registered something clears it.
  clear: () => {},
});

/** The library's own number of changes that are sent piece by piece. */
const incremental = 2;

/** What is open is told of before anything is asked about it. */
const optionsOf = (offered: ServerCapabilities): readonly (readonly [method: string, options: unknown])[] => [
  ["textDocument/didOpen", {}],
  ["textDocument/didChange", { syncKind: incremental }],
  ["textDocument/didClose", {}],
  ["textDocument/diagnostic", offered.diagnosticProvider],
  ["textDocument/hover", offered.hoverProvider],
  ["textDocument/inlayHint", offered.inlayHintProvider],
  ["textDocument/codeLens", offered.codeLensProvider],
  ["textDocument/codeAction", offered.codeActionProvider],
  // No sign of Python asks for what may stand in a comment.
  ["textDocument/completion", { ...offered.completionProvider, triggerCharacters: [] }],
];
