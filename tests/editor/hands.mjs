// What a person does in a window of the editor, with a keyboard and a mouse.
import { boxIn } from "./word-on-screen.mjs";

/** The lines of text on the screen. */
export const linesOf = (page) => page.locator(".editor-instance .monaco-editor .view-line");

const input = (page) => page.locator(".quick-input-widget input[type=text]").first();
export const rowsOfPick = (page) => page.locator(".quick-input-list .monaco-list-row");

/** Types into the box at the top, and gives the row that is meant; a key may be lost while the editor is busy with another. */
async function rowFor(page, key, text, label, tries) {
  const row = rowsOfPick(page)
    .filter({ has: page.locator(".label-name", { hasText: label }) })
    .first();
  for (let left = tries; ; left--) {
    await page.keyboard.press(key);
    const typed = input(page).fill(text, { timeout: 2000 }); // it may go again while the editor moves its focus
    if ((await passes(typed, left > 0)) && (await comes(row, 2000, left > 0))) return row;
    await page.keyboard.press("Escape");
  }
}

/** Extensions are looked for while the window is there already, so that a command may take a while to come. */
export async function run(page, title) {
  await rowFor(page, "F1", `>${title}`, title, 20);
  await page.keyboard.press("Enter");
}

/** Opens a file of the folder by its name; the window stays. */
export async function open(page, name) {
  const label = new RegExp(`^${name.replaceAll(".", "\\.")}$`);
  await (await rowFor(page, "ControlOrMeta+KeyP", name, label, 10)).click();
  await page.locator(".tab.active .label-name", { hasText: label }).first().waitFor();
  await linesOf(page).first().waitFor();
}

/** What a page of ours, or a preview, draws: two frames deep. */
export const pageIn = (page) =>
  page.frameLocator("iframe.webview.ready:visible").first().frameLocator("iframe#active-frame");

/** Closes every tab, and forgets what was changed there. */
export async function closeAll(page) {
  const tabs = page.locator(".tabs-container .tab");
  for (let count = await tabs.count(); count > 0; count--) {
    await run(page, "View: Revert and Close Editor");
    await page.waitForFunction((most) => document.querySelectorAll(".tabs-container .tab").length <= most, count - 1);
  }
}

/** Goes to a line and column, without a mouse. */
export async function goTo(page, line, column) {
  await page.keyboard.press("Control+KeyG");
  await input(page).waitFor();
  await input(page).fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
}

/** Does something until it shows: a key or a mouse comes to nothing when the editor moves its lines just then. */
export async function untilComes(locator, work) {
  for (let left = 8; ; left--) {
    await work();
    if (await comes(locator, 3000, left > 0)) return locator;
  }
}

export const hoverOver = (page, word, text, line) =>
  untilComes(page.locator(".monaco-hover:visible").filter({ hasText: text }).first(), () => pointAt(page, word, line));

/** The first row of a list with the word is meant, for a comment at the top may speak of it too. */
const boxOf = (page, word, line = /^\s*-/) =>
  boxIn(linesOf(page).filter({ hasText: word }).filter({ hasText: line }).first(), word);

export async function pointAt(page, word, line) {
  const box = await boxOf(page, word, line);
  // What another word shows may lie over this one, and goes only once the mouse is far from both.
  await page.mouse.move(2, 2);
  await page.mouse.move(box.x - 30, box.y + 60);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}

async function clickOn(page, word, line) {
  const box = await boxOf(page, word, line);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Opens the menu of what can be done at a word, and gives the entry that is meant. */
export const offeredAt = (page, word, title, line) =>
  untilComes(page.locator(".action-widget .monaco-list-row", { hasText: title }).first(), async () => {
    await clickOn(page, word, line);
    await page.keyboard.press("ControlOrMeta+Period");
  });

/** Points at the language status until it tells `text`. */
export async function hoverOverStatus(page, text = "params") {
  const icons = page.locator(".codicon-bracket, .codicon-bracket-dot, .codicon-bracket-error");
  const status = page.locator(".hover-language-status").filter({ hasText: text }).first();
  // An item that comes beside it moves it away from below the mouse.
  return untilComes(status, () => page.locator(".statusbar-item", { has: icons }).first().hover());
}

const comes = (locator, timeout, mayTryAgain = true) => passes(locator.waitFor({ timeout }), mayTryAgain);

const passes = (work, mayTryAgain) =>
  work.then(
    () => true,
    (error) => (mayTryAgain ? false : Promise.reject(error)),
  );
