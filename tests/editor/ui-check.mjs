#!/usr/bin/env node
// Installs the packed extension into the VS Code server and looks at it as a user would, with Playwright:
// squiggle, hover, Problems panel, command palette, message, webview, editing. Writes a screenshot.
//
//   node ui-check.mjs [FILE.vsix] [SCREENSHOT.png]
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installExtension, startServer, workbenchUrl } from "./editor-server.mjs";
import { launchBrowser } from "./ensure-browser.mjs";
import { ensureEditor } from "./ensure-editor.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const vsix = resolve(process.argv[2] ?? here("example/demo.vsix"));
const picture = resolve(process.argv[3] ?? "ui-check.png");

const scratch = await mkdtemp(join(tmpdir(), "ui-check-"));
const folders = { userDataDir: join(scratch, "user-data"), extensionsDir: join(scratch, "extensions") };
const workspace = join(scratch, "workspace");
await cp(here("example/workspace"), workspace, { recursive: true });

let server;
let browser;
let page;
let failed = false;
try {
  const editor = await step("editor", () => ensureEditor());
  await step("install", async () => {
    const output = await installExtension({ editor, ...folders, extension: vsix });
    if (!/successfully installed/.test(output)) throw new Error(output);
  });
  server = await step("server", () => startServer({ editor, ...folders }));
  browser = await step("browser", () => launchBrowser());
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
  page.setDefaultTimeout(20_000);
  await check(page, workbenchUrl(server, { folder: workspace, files: [join(workspace, "words.demo")] }));
} catch (error) {
  console.error(error);
  failed = true;
} finally {
  await page?.screenshot({ path: picture }).catch(() => {});
  await browser?.close();
  await server?.stop();
  await rm(scratch, { recursive: true, force: true });
}
console.log(`${failed ? "FAILED" : "passed"}, screenshot: ${picture}`);
process.exit(failed ? 1 : 0);

async function check(page, url) {
  const editor = page.locator(".editor-instance .monaco-editor").first();
  await step("workbench and file", async () => {
    await page.goto(url);
    await editor.locator(".view-line", { hasText: "good" }).waitFor({ timeout: 60_000 });
  });
  await step("squiggle", () => editor.locator(".squiggly-error").waitFor());

  await step("hover", async () => {
    const word = await boxOfWord(editor, "bad");
    await page.mouse.move(word.x + word.width / 2, word.y + word.height / 2, { steps: 4 });
    const hover = page.locator(".monaco-hover:visible");
    await hover.filter({ hasText: "bad word found" }).waitFor();
    await hover.filter({ hasText: "This word has 3 letters" }).waitFor();
  });

  await step("Problems panel", async () => {
    await page.keyboard.press("Escape"); // closes the hover
    await page.keyboard.press("ControlOrMeta+Shift+KeyM");
    await page.locator(".markers-panel .monaco-list-row", { hasText: "bad word found" }).waitFor();
  });

  await step("command", async () => {
    await runCommand(page, "Demo: Say Hello");
    await page.locator(".notification-toast", { hasText: "Hello from the demo extension" }).waitFor();
  });

  await step("webview", async () => {
    await runCommand(page, "Demo: Show Panel");
    // A webview is two frames deep: VS Code's own frame, and in it the one with the extension's page.
    const content = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await content.locator("#state", { hasText: "script ran" }).waitFor();
    await content.locator("#ask").click();
    await content.locator("#state", { hasText: "answer to a click" }).waitFor();
  });

  await step("editing", async () => {
    await editor.locator(".view-line", { hasText: "good" }).click(); // the focus was in the webview
    await page.keyboard.press("End");
    await page.keyboard.type(" and bad");
    await page.locator(".markers-panel .monaco-list-row", { hasText: "bad word found" }).nth(1).waitFor();
  });
}

async function runCommand(page, title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Where a word stands on the screen. The editor splits lines into spans by colour, not by word. */
async function boxOfWord(editor, word) {
  return editor
    .locator(".view-line", { hasText: word })
    .first()
    .evaluate((line, word) => {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const start = texts.currentNode.data.indexOf(word);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(texts.currentNode, start);
        range.setEnd(texts.currentNode, start + word.length);
        return range.getBoundingClientRect().toJSON();
      }
      throw new Error(`${word} is not in one piece`);
    }, word);
}

async function step(name, run) {
  const started = Date.now();
  const result = await run().catch((error) => {
    console.error(`failed after ${Date.now() - started} ms: ${name}`);
    throw error;
  });
  console.log(`${String(Date.now() - started).padStart(6)} ms  ${name}`);
  return result;
}
