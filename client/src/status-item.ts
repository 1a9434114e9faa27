import { type LanguageStatusItem, LanguageStatusSeverity, l10n, languages, type Uri } from "vscode";
import type { ModelStatus } from "./protocol";
import { problemsText, statusAloud, statusText } from "./status-text";

/** The item in the language status. It exists only while the active editor shows a model. */
export function createStatusItem() {
  let item: LanguageStatusItem | undefined;

  return {
    show(status: ModelStatus | undefined, uri: Uri | undefined): void {
      if (!status || !uri) {
        item?.dispose();
        item = undefined;
        return;
      }
      item ??= languages.createLanguageStatusItem("convlint.status", []);
      item.name = l10n.t("ConvLint: Totals");
      item.selector = { scheme: uri.scheme };
      item.text = statusText(status, l10n);
      item.detail = problemsText(status, l10n);
      item.severity = severityOf(status);
      item.accessibilityInformation = { label: statusAloud(status, l10n) };
      item.command =
        status.scales.length > 1
          ? { command: "convlint.changeScale", title: l10n.t("Change Scale") }
          : { command: "convlint.showSummary", title: l10n.t("Show Summary") };
    },
    dispose: (): void => item?.dispose(),
  };
}

function severityOf({ errors, warnings }: ModelStatus): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
