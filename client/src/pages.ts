import { type Disposable, env, type LogOutputChannel, l10n, Uri, workspace } from "vscode";
import { showMarkdown } from "./markdown";
import { documentation, PAGE, SCHEME, STATISTICS } from "./protocol";
import type { Session } from "./session";

/** `docs/rules/README.md` lists what `docs/rules` tells of. */
const ABOUT_ONE = /^\/(?:docs\/(?:rules|ops)\/)?([^/]+)\.md$/;
const LIST = /^\/docs\/(rules|ops)\/README\.md$/;

export function createPages(
  session: Session,
  extension: Uri,
  log: LogOutputChannel,
): Disposable & { show(target: string): Promise<void>; showStatistics(): Promise<void> } {
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path, query }) {
      if (query.startsWith(STATISTICS))
        return (await session.run<{ readonly markdown: string }>(STATISTICS, {})).markdown;
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
    /** Every time a page of its own, since a page that is known is not asked for again. */
    async showStatistics() {
      const path = `/${l10n.t("Quiz Statistics")}.md`;
      await showMarkdown(Uri.from({ scheme: SCHEME, path, query: `${STATISTICS} ${Date.now()}` }), log);
    },
    dispose: () => provider.dispose(),
  };
}
