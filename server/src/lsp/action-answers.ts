import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from "vscode-languageserver";
import { codeActions, resolved, wants } from "../features/code-actions";
import type { Findings } from "../features/diagnostics";
import { guessActions } from "../features/guess-actions";
import { spanOf } from "../features/snapshot";
import { isJson } from "../formats/index";
import { lookAt } from "../service/look";
import { type Commented, silencer } from "../service/silence";
import { pythonReader } from "../service/when-python";
import { lookAtSettings } from "../settings/look";
import type { Client } from "./client";
import type { Configurer } from "./configure";
import type { Documents, Page } from "./documents";
import { guard } from "./guard";
import { known } from "./known";
import { latestOf } from "./page";
import { pathOf } from "./uri";

/** What can be done about a place of a model or a configuration file. */
export function answerActions(
  connection: Connection,
  client: Client,
  documents: Documents,
  configure: (uri: string) => Configurer,
): void {
  const askedFor = (page: Page, findings: Findings, range: Range, later = false) => ({
    ...client,
    ...(client.versionedEdits && { version: page.version }),
    uri: page.uri,
    range,
    rewrites: page.model?.rewrites?.(spanOf(findings.lines, range), page.model.scale, later),
    ...workOn(page, findings),
  });

  const latest = async (uri: string, token: CancellationToken): Promise<Page | undefined> => {
    const page = await documents.page(uri, token);
    return page && latestOf(page);
  };

  connection.onCodeAction(
    guard(connection)("code actions", [], async ({ textDocument, range, context }, token) => {
      const { only, diagnostics: shown } = context;
      // Who asks for all of a file, as on saving it, is done with it for now.
      if (only?.some((kind) => kind.startsWith(CodeActionKind.Source))) documents.settle(textDocument.uri);
      const page = await latest(textDocument.uri, token);
      if (!page?.findings || !client.literalActions) return [];
      const { uri, version } = page;
      const findings = mendable(page, page.findings);
      const later = client.resolvesActions ? { data: { uri, version, range } } : undefined;
      const { declare, switchOff } = configure(uri);
      const asked = askedFor(page, findings, range, later !== undefined);
      const actions = codeActions(findings, {
        ...asked,
        shown,
        later,
        declare,
        ...(page.model && { switchOff }),
        ...(only && { only }),
      });
      return page.model && wants(CodeActionKind.QuickFix, only)
        ? [...guessActions(page.model, asked), ...actions]
        : actions;
    }),
  );

  connection.onCodeActionResolve(async (action, token) => {
    const { uri, version, range } = (action.data ?? {}) as { uri?: string; version?: number; range?: Range };
    const page = uri === undefined ? undefined : await latest(uri, token);
    // What was offered for another version would put its edits in the wrong places.
    if (!page?.findings || !range || page.version !== version)
      throw new ResponseError(LSPErrorCodes.ContentModified, "the document has changed since this was offered");
    const findings = mendable(page, page.findings);
    return resolved(action, findings, { ...askedFor(page, findings, range, true), shown: [] });
  });
}

/** What is wrong in a page, with all that can be done about it. */
const mendable = ({ model }: Page, findings: Findings): Findings =>
  model?.mendable ? { ...findings, problems: model.mendable(findings.problems) } : findings;

const inProgram = (text: string): Commented => pythonReader().commentedPython(text);

/** How the text of a page is mended, and silenced where it is a model that can have comments. */
function workOn({ uri, model, settings, language }: Page, { text }: Findings) {
  const path = pathOf(uri);
  if (!model) return { look: lookAtSettings(path, known()) };
  return {
    look: lookAt(path, { ...settings.options, ...(language !== undefined && { language }) }),
    ...(!isJson(path) && { silence: model.isProgram ? silencer(text, inProgram) : silencer(text) }),
  };
}
