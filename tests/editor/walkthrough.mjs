#!/usr/bin/env node
// Goes through the walkthrough in the real editor, as somebody does who has just installed the extension, in a light, a
// dark and a high-contrast theme. UPDATE=1 writes the pictures that it shows.
//
//   node esbuild.mjs && node tests/editor/walkthrough.mjs
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer, workbenchUrl } from "./editor-server.mjs";
import { launchBrowser } from "./ensure-browser.mjs";
import { ensureEditor } from "./ensure-editor.mjs";
import { smaller } from "./smaller-png.mjs";
import { boxIn } from "./word-on-screen.mjs";

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const whole = root(".out/images");
const cut = process.env.UPDATE ? root("media/walkthrough") : join(whole, "walkthrough");
const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  contrast: "Default High Contrast",
};
const most = 12_000;

const scratch = await mkdtemp(join(tmpdir(), "walkthrough-"));
await mkdir(join(scratch, "extensions"));
await mkdir(join(scratch, "models"));
await mkdir(cut, { recursive: true });
await symlink(root("."), join(scratch, "extensions", "convlint"), "junction");

let failed = 0;
let passed = 0;
let browser;
try {
  const editor = await ensureEditor();
  browser = await launchBrowser();
  for (const [name, theme] of Object.entries(themes)) await lead(editor, name, theme);
} catch (error) {
  console.error(error);
  failed++;
} finally {
  await browser?.close();
  await rm(scratch, { recursive: true, force: true });
}
console.log(`${passed} steps passed, ${failed} failed; pictures: ${cut}`);
process.exit(failed ? 1 : 0);

async function lead(editor, name, theme) {
  const server = await startServer({
    editor,
    settings: {
      "workbench.colorTheme": theme,
      "breadcrumbs.enabled": false,
      "editor.fontSize": 13,
      "editor.minimap.enabled": false,
      "editor.stickyScroll.enabled": false,
      "workbench.activityBar.location": "hidden",
      "workbench.reduceMotion": "on",
      "workbench.statusBar.visible": true,
    },
    userDataDir: join(scratch, `user-data-${name}`),
    extensionsDir: join(scratch, "extensions"),
  });
  const page = await browser.newPage({ viewport: { width: 900, height: 620 }, locale: "en-US" });
  page.setDefaultTimeout(40_000);
  try {
    await page.goto(workbenchUrl(server, { folder: join(scratch, "models") }));
    await page.locator(".monaco-workbench").waitFor({ timeout: 60_000 });
    await page.keyboard.press("ControlOrMeta+KeyB"); // the side bar goes
    await go(page, name);
  } catch (error) {
    await page.screenshot({ path: join(whole, `walkthrough-failed-${name}.png`) });
    throw error;
  } finally {
    await page.close();
    await server.stop();
  }
}

async function go(page, theme) {
  const lines = page.locator(".editor-instance .monaco-editor .view-line");
  const done = (text) => (passed++, console.log(`${theme}: ${text}`));

  await run(page, "ConvLint: Open Walkthrough");
  await page.locator(".getting-started-step", { hasText: "Open a model" }).first().waitFor();
  await page.screenshot({ path: join(whole, `walkthrough-${theme}.png`) });
  done("the walkthrough opens");

  await run(page, "ConvLint: Open Sample Model");
  await lines.filter({ hasText: "→ [16, 32, 32]" }).first().waitFor();
  await page.locator(".squiggly-error").first().waitFor();
  await page.mouse.move(880, 560);
  await picture(page, `open-${theme}`, { x: 0, y: 70, width: 680, height: 290 });
  done("the sample has shapes and a mistake");

  await hoverOver(page, "Conv2d", "receptive field");
  await picture(page, `read-${theme}`, { x: 0, y: 160, width: 600, height: 280 });
  await page.keyboard.press("Escape");
  done("a hover tells the arithmetic");

  await clickOn(page, "4096");
  await page.keyboard.press("ControlOrMeta+Period");
  const offer = page.locator(".action-widget .monaco-list-row", { hasText: "Set in_features to 3136" });
  await offer.waitFor();
  await picture(page, `mend-${theme}`, { x: 0, y: 36, width: 720, height: 330 });
  await page.keyboard.press("Enter");
  await lines.filter({ hasText: "in_features: 3136" }).first().waitFor();
  await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  done("the mistake is mended");

  await run(page, "ConvLint: Show Model Summary");
  await page.locator(".tab", { hasText: "Summary of" }).waitFor();
  await page.waitForTimeout(2500); // the preview draws in a frame of its own
  await picture(page, `sum-${theme}`, { x: 30, y: 72, width: 640, height: 420 });
  done("the summary is shown");

  await run(page, "ConvLint: Quiz Me");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Show answer" }).waitFor();
  await picture(page, `quiz-${theme}`, { x: 170, y: 0, width: 562, height: 142 });
  await page.keyboard.press("Escape");
  done("the quiz asks");

  await run(page, "ConvLint: New Model from Zoo…");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "11,689,512" }).waitFor();
  await page.screenshot({ path: join(whole, `zoo-${theme}.png`) });
  await page.keyboard.press("Escape");
  done("the zoo is offered");

  await run(page, "ConvLint: Open Walkthrough");
  await page.locator(".getting-started-step").first().waitFor();
  await page.waitForTimeout(500);
  const complete = await page.locator(".getting-started-step .codicon-getting-started-step-checked").count();
  await page.screenshot({ path: join(whole, `walkthrough-done-${theme}.png`) });
  if (complete < 5) throw new Error(`${complete} of 5 steps are done`);
  done("every step is done");
}

async function picture(page, name, clip) {
  await page.screenshot({ path: join(whole, `walkthrough-${name}-whole.png`) });
  const isShipped = name.endsWith("-light"); // they stand in for the others too, so that the package stays small
  const png = smaller(await page.screenshot({ clip }), 16);
  if (png.length > most) console.log(`${name}.png has ${png.length} bytes`);
  await writeFile(join(isShipped ? cut : whole, `${name}.png`), png);
}

/** Extensions are looked for while the window is there already, so that a command may take a while to come. */
async function run(page, title) {
  const input = page.locator(".quick-input-widget input[type=text]").first();
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
  for (let tries = 0; ; tries++) {
    await page.keyboard.press("F1");
    await input.waitFor();
    await input.fill(`>${title}`);
    const shown = await row.waitFor({ timeout: 2000 }).then(
      () => true,
      (error) => (tries < 20 ? false : Promise.reject(error)),
    );
    if (shown) break;
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Enter");
}

async function hoverOver(page, word, text) {
  const hover = page.locator(".monaco-hover:visible").filter({ hasText: text });
  for (let tries = 0; ; tries++) {
    const box = await boxOf(page, word);
    await page.mouse.move(box.x - 30, box.y + 60);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    const shown = await hover.waitFor({ timeout: 3000 }).then(
      () => true,
      (error) => (tries < 8 ? false : Promise.reject(error)),
    );
    if (shown) return;
  }
}

async function clickOn(page, word) {
  const box = await boxOf(page, word);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Where a word stands on the screen, outside of comments. */
function boxOf(page, word) {
  const lines = page.locator(".editor-instance .monaco-editor .view-line", { hasText: word });
  return boxIn(lines.filter({ hasText: /^\s*-/ }).first(), word);
}
