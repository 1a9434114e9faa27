/**
 * Runs in the page. The page keeps which card it shows and of which decks, so that a window that is loaded anew, and a
 * panel that comes back to the front, ask for the same card. A card is answered once: until the next comes, keys do nothing.
 */
export const script = `
const vscode = acquireVsCodeApi();
const at = (id) => document.getElementById(id);
const element = (tag, content, more = {}) => Object.assign(document.createElement(tag), { textContent: content, ...more });
let kept = vscode.getState() ?? initial;
let due, shown = false, busy = true, start = Date.now(), waiting, goal, drawn;

const filled = (text, ...values) => text.replace(/\\{(\\d)\\}/g, (_, i) => values[i]);
const fill = (id, ...content) => (at(id).replaceChildren(...content), (at(id).hidden = content.length === 0));

function draw(isQuiet) {
  const { counts, card, ending, told, problems, unwritten, damaged } = due;
  const isAsBefore = isQuiet && card && drawn === JSON.stringify([card.html, card.grades]);
  drawn = card && JSON.stringify([card.html, card.grades]);
  at("counts").textContent = filled(words.counts, counts.due, counts.learning, counts.new);
  at("deck").textContent = kept.title ?? "";
  at("told").textContent = told.join(" ");
  warn(problems, { unwritten, damaged });
  if (isAsBefore) return; // who has come to one of its buttons stays there
  if (card) at("question").innerHTML = card.html.question;
  else fill("question", ...ending.map((one) => element("p", one)));
  at("question").classList.toggle("end", !card);
  at("undo").hidden = false;
  for (const id of ["bury", "suspend"]) at(id).hidden = !card;
  at("edit").hidden = !card?.source;
  drawAnswer();
  if (!isQuiet) focusOn(shown ? "answer" : "question");
  clearTimeout(waiting);
  if (!card) waiting = setTimeout(ask, Math.max(1000, Date.parse(due.changes) - Date.now()));
}

function drawAnswer() {
  const { card, heldBack } = due;
  const isOpen = card && shown;
  at("answer").innerHTML = isOpen ? card.html.answer : "";
  at("answer").hidden = !isOpen;
  at("shown").hidden = !isOpen || card.model === undefined;
  at("model").textContent = isOpen ? card.model ?? "" : "";
  at("pages").replaceChildren(...(isOpen ? card.links.flatMap(link) : []));
  at("links").hidden = !isOpen || !card.links.length;
  const isHeld = heldBack.new + heldBack.due > 0;
  const ends = [
    plainButton(words.statistics, () => tell("statistics")),
    ...(isHeld ? [plainButton(words.limits, () => tell("limits"))] : []),
    ...(kept.decks ? [plainButton(words.all, () => tell("all"))] : []),
  ];
  at("grades").replaceChildren(...(!card ? ends : isOpen ? card.grades.map(gradeButton) : [showButton()]));
  keep({ card: card?.key, shown });
}

function keep(more) {
  kept = { ...kept, ...more };
  vscode.setState(kept);
}

function warn(problems, { unwritten = 0, damaged = [], isFailed = false }) {
  at("problems").replaceChildren(...[...problems, ...(unwritten ? [words.unwritten] : [])].map((one) => element("p", one)));
  fill(
    "remedies",
    ...(unwritten || isFailed ? [plainButton(words.retry, ask)] : []),
    ...(unwritten ? [plainButton(words.save, () => tell("save"))] : []),
    ...damaged.map(({ file, line }) => plainButton(filled(words.log, file, line), () => tell("log", { file, line }))),
  );
}

function link({ title, target }) {
  const a = element("a", title, { href: "#" });
  a.onclick = (event) => (event.preventDefault(), tell("open", { target }));
  return [a, " "];
}
const plainButton = (label, work) => element("button", label, { className: "plain", onclick: work });
function buttonOf(key, label, more, work) {
  const button = element("button", "", { onclick: work });
  button.setAttribute("aria-keyshortcuts", key);
  const kbd = element("kbd", key === "Space" ? "" : key + " ");
  kbd.setAttribute("aria-hidden", "true");
  button.append(kbd, label);
  if (more) {
    button.append(" ", element("small", more));
    button.setAttribute("aria-label", label + ". " + filled(words.again, more));
  }
  return button;
}
const showButton = () => buttonOf("Space", words.show, "", show);
const gradeButton = (one, i) => buttonOf(String(i + 1), words.grades[i], one.in, () => answer(i + 1));

function show() {
  if (busy || !due?.card || shown) return;
  shown = true;
  drawAnswer();
  focusOn("answer");
}
// Never takes the keys from another part of the window: what has them not waits for them.
function focusOn(id) {
  goal = id;
  if (!document.hasFocus()) return;
  at(id).focus({ preventScroll: true });
  at(id).scrollIntoView({ block: "nearest" });
  goal = undefined;
}
window.addEventListener("focus", () => goal && document.activeElement === document.body && focusOn(goal));
const tell = (type, more) => vscode.postMessage({ type, ...more });
function send(type, more) {
  if (busy) return;
  busy = true;
  tell(type, { card: due?.card?.key, decks: kept.decks, ...more });
}
const answer = (grade) => due?.card && shown && send("answer", { grade, took: Math.max(0, Date.now() - start) });
const put = (kind) => due?.card && send("put", { kind });
function ask() {
  busy = false;
  send("ready", { first: kept.card });
}

const others = {
  u: () => due && send("undo"),
  b: () => put("bury"),
  s: () => put("suspend"),
  e: () => due?.card?.source && tell("edit", { card: due.card.key }),
};
for (const [id, key] of [["undo", "u"], ["bury", "b"], ["suspend", "s"], ["edit", "e"]]) at(id).onclick = others[key];
window.addEventListener("keydown", (event) => {
  if (!due || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = event.key.toLowerCase();
  const onControl = event.target.closest?.(key === "enter" ? "button, a, summary" : "button");
  if ((key === " " || key === "enter") && !onControl) {
    event.preventDefault();
    if (shown) answer(3);
    else show();
  } else if (/^[1-4]$/.test(key)) answer(Number(key));
  else others[key]?.();
});
window.addEventListener("message", ({ data }) => {
  if (data.decks !== undefined) {
    keep({ decks: data.decks ?? undefined, title: data.title ?? undefined, card: undefined, shown: false });
    due = undefined;
    return ask();
  }
  if (data.stale) return busy ? undefined : ask();
  busy = false;
  if (data.failed !== undefined) return warn([data.failed], { unwritten: due?.unwritten, isFailed: true });
  const before = due?.card?.key;
  const isFirst = !due;
  due = data.due;
  if (data.asked === "undo" && !due.done) due.told = [words.nothing];
  const isSame = (isFirst ? kept.card : before) === due.card?.key;
  const isAsked = data.asked === "ready";
  shown = isAsked && isSame && due.card !== null && (isFirst ? kept.shown === true : shown);
  if (!isSame || isFirst || !isAsked) start = Date.now();
  draw(isAsked && isSame && !isFirst);
});
ask();
`;
