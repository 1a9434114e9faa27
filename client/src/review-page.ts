import { l10n } from "vscode";
import { escaped, inScript, pageOf } from "./page";
import { script } from "./review-script";

/** What the page keeps: which decks are asked, none for all; which card it shows, and whether its answer too. */
export interface ReviewState {
  readonly decks?: readonly string[];
  readonly title?: string;
  readonly card?: string;
  readonly shown?: boolean;
}

/** The page on which cards are reviewed. All that it shows comes by messages. */
export function reviewPage(pictures: string, initial: ReviewState): string {
  const words = {
    counts: l10n.t("{0} due · {1} learning · {2} new", "{0}", "{1}", "{2}"),
    show: l10n.t("Show Answer"),
    grades: [l10n.t("Again"), l10n.t("Hard"), l10n.t("Good"), l10n.t("Easy")],
    again: l10n.t("Comes again in {0}", "{0}"),
    statistics: l10n.t("Show Statistics"),
    limits: l10n.t("Change Limits…"),
    all: l10n.t("Review All Decks"),
    nothing: l10n.t("There is nothing to take back."),
    retry: l10n.t("Try Again"),
    save: l10n.t("Save Answers to a File…"),
    log: l10n.t("Open Line {1} of {0}", "{0}", "{1}"),
    unwritten: l10n.t(
      "Nothing is lost while this window is open: make room and try again, or save the answers to a file, which `convlint quiz --import-log` takes in.",
    ),
  };
  const button = (id: string, key: string, text: string): string =>
    `<button id="${id}" class="plain" aria-keyshortcuts="${key}" hidden><kbd aria-hidden="true">${key}</kbd> ${escaped(text)}</button>`;
  const title = l10n.t("Review Due Cards");
  return pageOf({
    title,
    style,
    pictures,
    body: `<main aria-label="${escaped(title)}">
<header><p id="deck"></p><p id="counts" role="status"></p></header>
<div id="problems" role="alert"></div>
<div id="remedies" hidden></div>
<section id="card">
<div id="question" tabindex="-1" role="heading" aria-level="1">${escaped(l10n.t("Reading what you have learned…"))}</div>
<div id="answer" tabindex="-1" role="group" aria-label="${escaped(l10n.t("Answer"))}" hidden></div>
<figure id="shown" hidden><figcaption>${escaped(l10n.t("A model that shows it"))}</figcaption><pre id="model" tabindex="0"></pre></figure>
<p id="links" hidden>${escaped(l10n.t("More about it:"))} <span id="pages"></span></p>
</section>
<footer>
<div id="grades" role="group" aria-label="${escaped(l10n.t("How well did you know it?"))}"></div>
<div id="others" role="group" aria-label="${escaped(l10n.t("What else can be done"))}">
${button("undo", "U", l10n.t("Take Back"))}
${button("bury", "B", l10n.t("Not Before Tomorrow"))}
${button("suspend", "S", l10n.t("Not at All"))}
${button("edit", "E", l10n.t("Open in Its Deck"))}
</div>
<p id="told" role="status"></p>
</footer>
</main>`,
    script: `const words = ${inScript(words)}, initial = ${inScript(initial)};\n${script}`,
  });
}

const style = `
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2em; }
header p { margin: 0; }
header, #told, figcaption, #links { color: var(--vscode-descriptionForeground); }
#told { min-height: 1.5em; margin: 0.5em 0 0; }
#question { margin: 0.7em 0; font-size: 1.3em; font-weight: 600; }
#question p { margin: 0 0 0.4em; }
#question.end p + p { font-size: var(--vscode-font-size); font-weight: 400; }
#answer { border-top: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, var(--vscode-textBlockQuote-border))); padding-top: 0.3em; }
:is(#question, #answer):focus { outline: none; }
:is(#question, #answer) { position: relative; }
:is(#question, #answer):focus-visible::before { content: ""; position: absolute; inset: 0.4em auto 0.2em -12px; width: 3px;
  background: var(--vscode-focusBorder); }
#problems:not(:empty) { margin: 0.8em 0 0; padding: 0.5em 0.8em; overflow-wrap: anywhere;
  color: var(--vscode-inputValidation-warningForeground, var(--vscode-foreground));
  background: var(--vscode-inputValidation-warningBackground);
  border: 1px solid var(--vscode-inputValidation-warningBorder, var(--vscode-contrastBorder, transparent)); }
#problems p { margin: 0.2em 0; }
figure { margin: 1em 0; }
pre { background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent);
  padding: 0.6em; margin: 0.3em 0; overflow: auto; }
blockquote { border-left: 3px solid var(--vscode-textBlockQuote-border); margin-left: 0; padding-left: 1em; }
img { max-width: 100%; height: auto; }
math { font-size: 1.1em; math-style: normal; }
.formula { display: inline-block; max-width: 100%; overflow-x: auto; overflow-y: hidden; vertical-align: middle; padding: 1px 0; }
footer { position: sticky; bottom: 0; padding: 0.6em 0; background: var(--vscode-editor-background);
  border-top: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
#grades { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5em, 1fr)); gap: 8px; margin: 0.2em 0 0.8em; }
#grades:empty { display: none; }
#others, #remedies { display: flex; flex-wrap: wrap; gap: 8px; }
#remedies { margin-top: 0.6em; }
#others button, #remedies button { padding: 2px 8px; }
[hidden] { display: none !important; }
button small { display: block; }
kbd { font: inherit; color: inherit; background: none; border: 0; box-shadow: none; padding: 0; }
@media (max-height: 420px) { footer { position: static; } }
@media (max-width: 520px) { #grades { grid-template-columns: 1fr 1fr; } #others button { flex: 1 1 40%; } }
`;
