import { type LogOutputChannel, l10n, window } from "vscode";
import type { CloseAction, ErrorAction, ErrorHandler } from "vscode-languageclient";
import { endings } from "./endings";

/** The library's own numbers; the library itself is loaded only once a model was seen. */
const after = { go: 1 as ErrorAction.Continue, stop: 1 as CloseAction.DoNotRestart, restart: 2 as CloseAction.Restart };

/** Starts a server again that has ended by itself, and says so. One that keeps on ending is left alone until somebody asks. */
export function revival(log: LogOutputChannel, restart: () => Promise<void>): ErrorHandler {
  const remedy = endings();

  async function offer(told: Thenable<string | undefined>, choices: ReadonlyMap<string, () => unknown>): Promise<void> {
    const chosen = await told;
    if (chosen !== undefined) await choices.get(chosen)?.();
  }
  const logs = l10n.t("Show Logs");
  const again = l10n.t("Restart Server");
  const choices = new Map<string, () => unknown>([
    [logs, () => log.show()],
    [again, restart],
  ]);
  const failed = (error: unknown): void => log.error(error instanceof Error ? error : String(error));

  return {
    error: () => ({ action: after.go }),
    closed() {
      const next = remedy(Date.now());
      if (next === "give-up") {
        const told = window.showErrorMessage(
          l10n.t("The ConvLint server keeps ending, so it was not started again."),
          again,
          logs,
        );
        offer(told, choices).catch(failed);
        return { action: after.stop, message: "The server keeps ending and is not started again.", handled: true };
      }
      if (next === "restart-and-say")
        offer(
          window.showWarningMessage(l10n.t("The ConvLint server ended and was started again."), logs),
          choices,
        ).catch(failed);
      return { action: after.restart, message: "The server ended and is started again.", handled: true };
    },
  };
}
