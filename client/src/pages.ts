import { type Disposable, env, type LogOutputChannel, l10n, Uri, workspace } from "vscode";
import { showMarkdown } from "./markdown";
import { PAGE } from "./protocol";
import type { Session } from "./session";

/** Pages of rules and operators, which the server writes when they are asked for. */
const SCHEME = "convlint-docs";

const ABOUT_ONE = /^docs\/(?:rules|ops)\/(?!README)([^/]+)\.md$/;

export function createPages(
  session: Session,
  extension: Uri,
  log: LogOutputChannel,
): Disposable & { show(target: string): Promise<void> } {
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const id = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
      return (await session.run<string | null>(PAGE, id)) ?? l10n.t("There is no page about {0}.", id);
    },
  });

  return {
    /** A web address, a page of a rule or an operator, or another file of the documentation. */
    async show(target) {
      if (/^https?:/.test(target)) await env.openExternal(Uri.parse(target));
      else if (ABOUT_ONE.test(target)) await showMarkdown(Uri.from({ scheme: SCHEME, path: `/${target}` }), log);
      else await showMarkdown(Uri.joinPath(extension, target), log);
    },
    dispose: () => provider.dispose(),
  };
}
