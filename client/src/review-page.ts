import { l10n } from "vscode";

/** The page on which cards are reviewed. All that it shows comes by messages; its colours are those of the editor. */
export function reviewPage(nonce: string, language: string): string {
  const words = {
    counts: l10n.t("{0} due · {1} learning · {2} new", "{0}", "{1}", "{2}"),
    show: l10n.t("Show answer"),
    grades: [l10n.t("Again"), l10n.t("Hard"), l10n.t("Good"), l10n.t("Easy")],
  };
  const button = (id: string, key: string, text: string): string =>
    `<button id="${id}" class="plain" aria-keyshortcuts="${key}"><kbd>${key}</kbd> ${escaped(text)}</button>`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}';">
<title>${escaped(l10n.t("Review Due Cards"))}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<p id="counts" role="status"></p>
<section id="card" tabindex="-1">
<div id="question" aria-live="polite"></div>
<div id="answer" aria-live="polite"></div>
<pre id="model" hidden></pre>
<p id="links"></p>
</section>
<div id="grades" role="group" aria-label="${escaped(l10n.t("How well did you know it?"))}"></div>
<div id="others">
${button("undo", "U", l10n.t("Take back"))}
${button("bury", "B", l10n.t("Not before tomorrow"))}
${button("suspend", "S", l10n.t("Not at all"))}
${button("explain", "E", l10n.t("Explain"))}
</div>
<p id="told" role="status"></p>
<p id="problems" role="alert"></p>
</main>
<script nonce="${nonce}">const words = ${JSON.stringify(words).replaceAll("<", "\\u003c")};
${script}</script>
</body>
</html>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const style = `
body { color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
main { max-width: 44em; margin: 1em auto; line-height: 1.5; }
#counts, #told { color: var(--vscode-descriptionForeground); }
#question { font-size: 1.3em; font-weight: 600; }
#card:focus { outline: none; }
#card:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 6px; }
#problems { color: var(--vscode-errorForeground); white-space: pre-line; }
code, pre, .formula { font-family: var(--vscode-editor-font-family); }
pre { background: var(--vscode-textCodeBlock-background); padding: 0.6em; overflow: auto; }
blockquote { border-left: 3px solid var(--vscode-textBlockQuote-border); margin-left: 0; padding-left: 1em; }
a { color: var(--vscode-textLink-foreground); }
#grades, #others { display: flex; flex-wrap: wrap; gap: 8px; margin: 1em 0; }
button { font: inherit; padding: 4px 12px; cursor: pointer; color: var(--vscode-button-foreground);
  background: var(--vscode-button-background); border: 1px solid var(--vscode-button-border, transparent); }
button.plain { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
button:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 2px; }
button small { display: block; }
kbd { font: inherit; color: inherit; background: none; border: 0; box-shadow: none; padding: 0; }
@media (prefers-reduced-motion: reduce) { * { transition: none; scroll-behavior: auto; } }
`;

/** Runs in the page. A card is answered once: until the next comes, keys do nothing. */
const script = `
const vscode = acquireVsCodeApi();
const at = (id) => document.getElementById(id);
let due, shown = false, busy = true, start = Date.now();

function draw() {
  const { counts, card, nothing, told, problems } = due;
  at("counts").textContent = words.counts.replace("{0}", counts.due).replace("{1}", counts.learning).replace("{2}", counts.new);
  at("told").textContent = told.join(" ");
  at("problems").textContent = problems.join("\\n");
  if (card) at("question").innerHTML = card.html.question;
  else at("question").textContent = nothing;
  for (const id of ["bury", "suspend", "explain"]) at(id).hidden = !card;
  at("explain").disabled = !card || !card.links.length;
  drawAnswer();
  at("card").focus();
}

function drawAnswer() {
  const { card } = due;
  const isOpen = card && shown;
  at("answer").innerHTML = isOpen ? card.html.answer : "";
  at("model").hidden = !isOpen || card.model === undefined;
  at("model").textContent = isOpen ? card.model ?? "" : "";
  at("links").replaceChildren(...(isOpen ? card.links.flatMap(link) : []));
  at("grades").replaceChildren(...(!card ? [] : isOpen ? card.grades.map(gradeButton) : [showButton()]));
  vscode.setState(card ? { card: card.key, shown } : {});
}

function link({ title, target }) {
  const a = document.createElement("a");
  a.href = "#";
  a.textContent = title;
  a.onclick = (event) => (event.preventDefault(), vscode.postMessage({ type: "open", target }));
  return [a, " "];
}
function buttonOf(key, label, more, work) {
  const button = document.createElement("button");
  button.setAttribute("aria-keyshortcuts", key);
  const kbd = document.createElement("kbd");
  kbd.textContent = key === "Space" ? "" : key + " ";
  const small = document.createElement("small");
  small.textContent = more;
  button.append(kbd, label, ...(more ? [small] : []));
  button.onclick = work;
  return button;
}
const showButton = () => buttonOf("Space", words.show, "", show);
const gradeButton = (one, i) => buttonOf(String(i + 1), words.grades[i], one.in, () => answer(i + 1));

function show() {
  if (busy || !due.card || shown) return;
  shown = true;
  drawAnswer();
  at("card").focus();
}
function send(message) {
  if (busy) return;
  busy = true;
  vscode.postMessage({ card: due.card?.key, ...message });
}
const answer = (grade) => due.card && shown && send({ type: "answer", grade, took: Math.max(0, Date.now() - start) });
const put = (kind) => due.card && send({ type: "put", kind });
const explain = () => due.card?.links.length && vscode.postMessage({ type: "open", target: due.card.links[0].target });
const others = { u: () => send({ type: "undo" }), b: () => put("bury"), s: () => put("suspend"), e: explain };

at("undo").onclick = others.u;
at("bury").onclick = others.b;
at("suspend").onclick = others.s;
at("explain").onclick = explain;
window.addEventListener("keydown", (event) => {
  if (!due || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = event.key.toLowerCase();
  const onControl = event.target.closest?.("button, a");
  if ((key === " " || key === "enter") && !onControl) {
    event.preventDefault();
    if (shown) answer(3);
    else show();
  } else if (/^[1-4]$/.test(key)) answer(Number(key));
  else others[key]?.();
});
window.addEventListener("message", ({ data }) => {
  busy = false;
  if (data.failed !== undefined) return void (at("problems").textContent = data.failed);
  const kept = due ? undefined : vscode.getState();
  due = data.due;
  shown = kept?.shown === true && kept.card === due.card?.key;
  start = Date.now();
  draw();
});
vscode.postMessage({ type: "ready" });
`;
