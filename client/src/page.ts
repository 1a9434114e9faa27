import { env } from "vscode";

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export interface Page {
  readonly title: string;
  readonly style: string;
  readonly body: string;
  readonly script?: string;
  /** From where pictures may come; from nowhere without. */
  readonly pictures?: string;
}

/** A page of the editor: nothing in it is fetched from elsewhere, and nothing runs but what carries its number. */
export function pageOf({ title, style, body, script, pictures }: Page): string {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    ...(pictures === undefined ? [] : [`img-src ${pictures}`]),
  ];
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")};">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${common}${style}</style>
</head>
<body>
${body}
${script === undefined ? "" : `<script nonce="${nonce}">${script}</script>`}
</body>
</html>`;
}

/** What stands in a script, without ending it. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** Colours are those of the theme, and where it has edges for contrast they are drawn. */
const common = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); padding: 0 16px;
  font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); line-height: 1.5; }
main { max-width: 46em; margin: 1em auto; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  user-select: none; }
a { color: var(--vscode-textLink-foreground); }
a:hover { color: var(--vscode-textLink-activeForeground); }
code, pre { font-family: var(--vscode-editor-font-family); }
button { font: inherit; padding: 4px 12px; cursor: pointer; color: var(--vscode-button-foreground);
  background: var(--vscode-button-background);
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; }
button:hover { background: var(--vscode-button-hoverBackground); }
button.plain { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button.plain:hover { background: var(--vscode-button-secondaryHoverBackground); }
:is(button, a, summary, pre, .wide):focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; scroll-behavior: auto !important; } }
`;
