import { type ExtensionContext, env, extensions, l10n, UIKind, version, window, workspace } from "vscode";
import { ABOUT, type About } from "./protocol";
import type { Session } from "./session";
import type { Statuses } from "./statuses";

/** Puts on the clipboard what somebody who looks into a fault asks for first. No text and no name of a file is in it. */
export async function copyDebugInformation(
  context: ExtensionContext,
  session: Session,
  statuses: Statuses,
): Promise<void> {
  const document = window.activeTextEditor?.document;
  const status = document && statuses.statusOf(document.uri);
  const lines = [
    `ConvLint ${context.extension.packageJSON.version}`,
    `VS Code ${version}, ${env.appHost}, ${env.uiKind === UIKind.Web ? "in a browser" : "desktop"}, remote: ${env.remoteName ?? "none"}, language: ${env.language}`,
    `Server: ${await aboutServer(session)}`,
    `Active document: ${document ? `${document.languageId}, scheme ${document.uri.scheme}, ${document.lineCount} lines` : "none"}`,
    ...(status
      ? [
          `Model: ${status.format}, scale ${status.scale ?? "none"} of ${status.scales.length}, ${status.errors} errors, ${status.warnings} warnings, read in ${Math.round(status.took ?? 0)} ms, configuration files: ${status.settings?.files.length ?? 0}`,
        ]
      : []),
    `Settings: ${JSON.stringify(changedSettings(document?.uri))}`,
    `Beside: ${beside.filter((id) => extensions.getExtension(id)).join(", ") || "no other extension for YAML or Python"}`,
  ];
  await env.clipboard.writeText(`${lines.join("\n")}\n`);
  void window.showInformationMessage(l10n.t("What ConvLint knows of itself is on the clipboard."));
}

const beside = [
  "redhat.vscode-yaml",
  "redhat.ansible",
  "ms-azuretools.vscode-docker",
  "ms-python.python",
  "ms-python.vscode-pylance",
];

async function aboutServer(session: Session): Promise<string> {
  if (!session.started()) return "not started";
  try {
    const client = await session.start();
    const { version, runtime, documents } = await client.sendRequest<About>(ABOUT, {});
    return `${version}, ${runtime}, ${documents} documents`;
  } catch (error) {
    return `no answer (${error instanceof Error ? error.message : error})`;
  }
}

/** Settings that are not as they are from the start. */
function changedSettings(scope: Parameters<typeof workspace.getConfiguration>[1]): { readonly [key: string]: unknown } {
  const settings = workspace.getConfiguration("convlint", scope);
  const keys: readonly string[] = extensions
    .getExtension("convlint.convlint")!
    .packageJSON.contributes.configuration.flatMap((group: { readonly properties: object }) =>
      Object.keys(group.properties),
    );
  return Object.fromEntries(
    keys
      .map((key) => key.slice("convlint.".length))
      .filter((key) => JSON.stringify(settings.get(key)) !== JSON.stringify(settings.inspect(key)?.defaultValue))
      .map((key) => [key, settings.get(key)]),
  );
}
