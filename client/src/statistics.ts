import { type Disposable, type LogOutputChannel, l10n, ViewColumn, type WebviewPanel, window } from "vscode";
import { escaped, pageOf } from "./page";
import { STATISTICS } from "./protocol";
import type { Chosen } from "./review";
import { type Session, together } from "./session";

const TYPE = "convlint.statistics";
const REVIEW = "convlint.review";

/** The page of what was learned, of all decks or of one. It is drawn anew whenever a card was answered. */
export function createStatistics(
  session: Session,
  log: LogOutputChannel,
): Disposable & { show(chosen?: Chosen): Promise<void> } {
  let panel: WebviewPanel | undefined;
  let of: Chosen | undefined;

  async function draw(): Promise<void> {
    const shown = panel;
    if (!shown?.visible) return;
    try {
      const { html } = await session.run<{ readonly html: string }>(STATISTICS, of ? { decks: of.decks } : {});
      shown.webview.html = pageWith(html, of?.title);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      shown.webview.html = pageWith(`<p role="alert">${escaped(l10n.t("That did not work: {0}", reason))}</p>`);
    }
  }
  async function adopt(shown: WebviewPanel): Promise<void> {
    panel = shown;
    shown.webview.options = { enableCommandUris: [REVIEW], localResourceRoots: [] };
    shown.onDidChangeViewState(draw);
    shown.onDidDispose(() => {
      if (panel === shown) panel = undefined;
    });
    shown.webview.html = pageWith(`<p>${escaped(l10n.t("Reading what you have learned…"))}</p>`);
    await draw();
  }
  const listeners = together(
    window.registerWebviewPanelSerializer(TYPE, { deserializeWebviewPanel: adopt }),
    session.onReview(draw),
  );

  return {
    async show(chosen) {
      of = chosen;
      if (!panel) return adopt(window.createWebviewPanel(TYPE, l10n.t("Quiz Statistics"), ViewColumn.Active));
      panel.reveal();
      await draw();
    },
    dispose: () => (panel?.dispose(), listeners.dispose()),
  };
}

const pageWith = (html: string, deck?: string): string =>
  pageOf({
    title: l10n.t("Quiz Statistics"),
    style,
    body: `<main>${deck === undefined ? "" : `<p class="note">${escaped(deck)}</p>`}
${html}
<p><a href="command:${REVIEW}">${escaped(l10n.t("Review Due Cards"))}</a></p>
</main>`,
  });

/** What is told by a colour is told by a length or a size too, so that any theme will do. */
const style = `
h1 { font-size: 1.5em; font-weight: 600; margin: 0.6em 0 0.2em; }
h2 { font-size: 1.15em; font-weight: 600; margin: 1.8em 0 0.4em; }
.headline, .note, .empty { color: var(--vscode-descriptionForeground); margin: 0.2em 0 0.6em; }
svg.chart { display: block; overflow: visible; }
svg text { fill: var(--vscode-foreground); font-size: 12px; }
svg .end { text-anchor: end; }
svg .middle { text-anchor: middle; }
svg .bar, svg .day { fill: var(--vscode-charts-blue, var(--vscode-focusBorder)); stroke: var(--vscode-contrastBorder, none); }
svg .track { fill: var(--vscode-widget-border, var(--vscode-disabledForeground)); opacity: 0.6; }
svg .d0 { fill: var(--vscode-descriptionForeground); stroke: none; opacity: 0.5; }
:is(.vscode-high-contrast, .vscode-high-contrast-light) svg .track { fill: none; stroke: var(--vscode-contrastBorder); opacity: 1; }
.wide { overflow-x: auto; padding: 2px; }
.newest { direction: rtl; }
.newest > * { direction: ltr; }
details { margin-top: 0.5em; }
summary { cursor: pointer; color: var(--vscode-descriptionForeground); }
table { border-collapse: collapse; margin: 0.5em 0; font-variant-numeric: tabular-nums; }
th, td { padding: 2px 10px; text-align: end; white-space: nowrap;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
th:first-child { text-align: start; padding-inline-start: 0; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
@media (max-width: 560px) { svg .many { display: none; } }
`;
