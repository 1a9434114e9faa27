import { type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, Uri } from "vscode";
import type { ModelStatus } from "./protocol";

/** Says which configuration counts for the model in the active editor, and whether something is wrong there. */
export function createConfigurationItem() {
  let item: LanguageStatusItem | undefined;

  return {
    show(status: ModelStatus | undefined, uri: Uri | undefined): void {
      const { files, problems } = status?.settings ?? { files: [], problems: 0 };
      const nearest = files.at(-1);
      if (!uri || nearest === undefined) {
        item?.dispose();
        item = undefined;
        return;
      }
      const file = Uri.parse(nearest);
      item ??= languages.createLanguageStatusItem("convlint.configuration", []);
      item.name = l10n.t("ConvLint: Configuration");
      item.selector = { scheme: uri.scheme };
      item.text = file.path.slice(file.path.lastIndexOf("/") + 1);
      item.detail = textOf(problems);
      item.severity = problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
      item.command = { command: "vscode.open", title: l10n.t("Open"), arguments: [file] };
    },
    dispose: (): void => item?.dispose(),
  };
}

function textOf(problems: number): string {
  if (problems === 0) return l10n.t("counts for this model");
  return problems === 1
    ? l10n.t("1 problem in the configuration")
    : l10n.t("{0} problems in the configuration", problems);
}
