import { type Disposable, env, type LogOutputChannel, l10n, Uri, workspace } from "vscode";
import { deckText } from "./card-source";
import { showMarkdown } from "./markdown";
import { documentation, PAGE, SCHEME } from "./protocol";
import type { Session } from "./session";

/** `docs/rules/README.md` lists what `docs/rules` tells of. */
const ABOUT_ONE = /^\/(?:docs\/(?:rules|ops)\/)?([^/]+)\.md$/;
const LIST = /^\/docs\/(rules|ops)\/README\.md$/;

export function createPages(
  session: Session,
  extension: Uri,
  log: LogOutputChannel,
): Disposable & { show(target: string): Promise<void> } {
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri) {
      const { path } = uri;
      const deck = await deckText(session, uri);
      if (deck !== undefined) return deck;
      const id = (LIST.exec(path) ?? ABOUT_ONE.exec(path))?.[1];
      if (id === undefined) return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, path)));
      return (await session.run<string | null>(PAGE, id)) ?? l10n.t("There is no page about {0}.", id);
    },
  });

  return {
    /** A web address, or a page of the documentation by its path. */
    async show(target) {
      if (/^https?:/.test(target)) await env.openExternal(Uri.parse(target));
      else await showMarkdown(Uri.parse(documentation + target), log);
    },
    dispose: () => provider.dispose(),
  };
}
