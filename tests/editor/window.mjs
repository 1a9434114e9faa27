// A window of the editor with the extension in it, and what a person does there.
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installExtension, startServer, workbenchUrl } from "./editor-server.mjs";
import { launchBrowser } from "./ensure-browser.mjs";
import { ensureEditor } from "./ensure-editor.mjs";
import { newestPackage } from "./newest-package.mjs";
import { boxIn } from "./word-on-screen.mjs";

export const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const pictures = root(".out/images");

export const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  contrast: "Default High Contrast",
};

const usual = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "workbench.activityBar.location": "hidden",
  "workbench.reduceMotion": "on",
};

/**
 * Opens a copy of the examples, lets `look` at it, and leaves nothing behind; gives how many steps it took. The extension
 * is in it as it is built, or, where `isPacked`, as people install it.
 */
export async function withWindow(name, { viewport, settings, isPacked = false }, look) {
  const scratch = await mkdtemp(join(tmpdir(), `${name}-`));
  const folder = join(scratch, "models");
  const folders = { userDataDir: join(scratch, "user-data"), extensionsDir: join(scratch, "extensions") };
  await cp(root("examples"), folder, { recursive: true });
  await mkdir(folders.extensionsDir);
  await mkdir(pictures, { recursive: true });
  let [server, browser, page, passed, failed] = [undefined, undefined, undefined, 0, 0];
  try {
    const editor = await ensureEditor();
    if (isPacked) await install(editor, folders);
    else await symlink(root("."), join(folders.extensionsDir, "convlint"), "junction");
    server = await startServer({ editor, settings: { ...usual, ...settings }, ...folders });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport, locale: "en-US", reducedMotion: "reduce" });
    page.setDefaultTimeout(40_000);
    await look(page, {
      folder,
      /** The folder with a file of it, or with none. */
      async show(file) {
        await page.goto(workbenchUrl(server, { folder, ...(file && { files: [join(folder, file)] }) }));
        const there = file ? ".editor-instance .view-line" : ".monaco-workbench";
        await page.locator(there).first().waitFor({ timeout: 60_000 });
      },
      async step(what, work) {
        const started = Date.now();
        const error = await work().then(
          () => undefined,
          (thrown) => thrown ?? new Error("failed"),
        );
        if (error) {
          failed++;
          console.error(`failed after ${Date.now() - started} ms: ${what}\n`, error.message);
          await page.screenshot({ path: join(pictures, `${name}-failed.png`) });
          await page.keyboard.press("Escape");
        } else {
          passed++;
          console.log(`${String(Date.now() - started).padStart(6)} ms  ${what}`);
        }
      },
      picture: (title) => page.screenshot({ path: join(pictures, `${name}-${title}.png`) }),
    });
  } catch (error) {
    console.error(error);
    failed++;
    await page?.screenshot({ path: join(pictures, `${name}-failed.png`) }).catch(() => {});
  } finally {
    await browser?.close();
    await server?.stop();
    await rm(scratch, { recursive: true, force: true });
  }
  return { passed, failed };
}

async function install(editor, folders) {
  const output = await installExtension({ editor, ...folders, extension: await newestPackage() });
  if (!/successfully installed/.test(output)) throw new Error(output);
}

/** Says how many steps several windows took, and ends with what came of them. */
export function end(...windows) {
  const sum = (key) => windows.reduce((all, one) => all + one[key], 0);
  console.log(`${sum("passed")} steps passed, ${sum("failed")} failed; pictures: ${pictures}`);
  process.exit(sum("failed") ? 1 : 0);
}

/** Extensions are looked for while the window is there already, so that a command may take a while to come. */
export async function run(page, title) {
  const input = page.locator(".quick-input-widget input[type=text]").first();
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
  for (let tries = 0; ; tries++) {
    await page.keyboard.press("F1");
    await input.waitFor();
    await input.fill(`>${title}`);
    if (await comes(row, 2000, tries < 20)) break;
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Enter");
}

/** Goes to a line and column, without a mouse. */
export async function goTo(page, line, column) {
  await page.keyboard.press("Control+KeyG");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** A hover goes, or does not come, when the editor moves its lines just then: so the mouse tries again. */
export async function hoverOver(page, word, text) {
  const hover = page.locator(".monaco-hover:visible").filter({ hasText: text });
  for (let tries = 0; ; tries++) {
    await pointAt(page, word);
    if (await comes(hover, 3000, tries < 8)) return;
  }
}

/** The first row of a list with the word is meant, for a comment at the top may speak of it too. */
const boxOf = (page, word, line = /^\s*-/) =>
  boxIn(
    page.locator(".editor-instance .monaco-editor .view-line", { hasText: word }).filter({ hasText: line }).first(),
    word,
  );

export async function pointAt(page, word, line) {
  const box = await boxOf(page, word, line);
  await page.mouse.move(box.x - 30, box.y + 60);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}

export async function clickOn(page, word) {
  const box = await boxOf(page, word);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Points at the language status until it tells the totals. */
export async function hoverOverStatus(page) {
  const icons = page.locator(".codicon-bracket, .codicon-bracket-dot, .codicon-bracket-error");
  await page.locator(".statusbar-item", { has: icons }).first().hover();
  await page.locator(".hover-language-status").filter({ hasText: "params" }).first().waitFor();
}

const comes = (locator, timeout, mayTryAgain = true) =>
  locator.waitFor({ timeout }).then(
    () => true,
    (error) => (mayTryAgain ? false : Promise.reject(error)),
  );
