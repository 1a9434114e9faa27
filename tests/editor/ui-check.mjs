#!/usr/bin/env node
// Installs the packed extension into the VS Code server and looks at it as a user would, with Playwright: squiggle,
// hover, inlay hint, status, quick fix, completion, quick pick, summary. UPDATE=1 writes the pictures of README.
//
//   node tests/editor/ui-check.mjs
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installExtension, startServer, workbenchUrl } from "./editor-server.mjs";
import { launchBrowser } from "./ensure-browser.mjs";
import { ensureEditor } from "./ensure-editor.mjs";
import { newestPackage } from "./newest-package.mjs";
import { boxIn } from "./word-on-screen.mjs";

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const pictures = root(".out/images");

const scratch = await mkdtemp(join(tmpdir(), "ui-check-"));
const folders = { userDataDir: join(scratch, "user-data"), extensionsDir: join(scratch, "extensions") };
const workspace = join(scratch, "workspace");
await cp(root("examples"), workspace, { recursive: true });
await mkdir(pictures, { recursive: true });
await mkdir(root("docs/images"), { recursive: true });
const settings = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "workbench.reduceMotion": "on",
};
/** The pictures that README shows, cut to what matters, since they are in the package too. */
const shown = {
  squiggle: { x: 348, y: 35, width: 700, height: 225 },
};

let server;
let browser;
let page;
let passed = 0;
let failed = 0;
try {
  const editor = await step("editor", () => ensureEditor());
  await step("install", async () => {
    const output = await installExtension({ editor, ...folders, extension: await newestPackage() });
    if (!/successfully installed/.test(output)) throw new Error(output);
  });
  server = await step("server", () => startServer({ editor, settings, ...folders }));
  browser = await step("browser", () => launchBrowser());
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: "en-US" });
  page.setDefaultTimeout(30_000);
  await look();
} catch (error) {
  console.error(error);
  failed++;
  await picture("failed").catch(() => {});
} finally {
  await browser?.close();
  await server?.stop();
  await rm(scratch, { recursive: true, force: true });
}
console.log(`${passed} steps passed, ${failed} failed; pictures: ${pictures}`);
process.exit(failed ? 1 : 0);

async function look() {
  const file = join(workspace, "broken/linear-in-features.cnn.yaml");
  const editor = page.locator(".editor-instance .monaco-editor").first();
  await step("workbench and file", async () => {
    await page.goto(workbenchUrl(server, { folder: workspace, files: [file] }));
    await editor.locator(".view-line", { hasText: "in_features" }).first().waitFor({ timeout: 60_000 });
  });
  await step("squiggle", () => editor.locator(".squiggly-error").first().waitFor());
  await step("inlay hint", () => editor.locator(".view-line", { hasText: "→ [12544]" }).first().waitFor());
  await picture("squiggle");

  await step("hover over the problem", async () => {
    await hoverOver(editor, "9216", "in_features is 9216");
    await picture("problem");
    await page.keyboard.press("Escape");
  });
  await step("hover over a layer", async () => {
    await hoverOver(editor, "Conv2d", "receptive field");
    await picture("hover");
    await page.keyboard.press("Escape");
  });
  await step("status", async () => {
    const item = page.locator(".statusbar-item", {
      has: page.locator(".codicon-bracket, .codicon-bracket-dot, .codicon-bracket-error"),
    });
    await item.first().hover();
    await page.locator(".hover-language-status, .monaco-hover:visible").filter({ hasText: "params" }).first().waitFor();
    await picture("status");
    await page.mouse.move(600, 500);
  });

  await step("quick fix", async () => {
    await clickAt(editor, "9216");
    await page.keyboard.press("ControlOrMeta+Period");
    const offer = page.locator(".action-widget .monaco-list-row", { hasText: "Set in_features to 12544" });
    await offer.waitFor();
    await picture("fix");
    await page.keyboard.press("Enter");
    await editor.locator(".view-line", { hasText: "in_features: 12544" }).waitFor();
    await editor.locator(".squiggly-error").first().waitFor({ state: "detached" });
  });

  await step("completion", async () => {
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("  - MaxPo");
    const widget = page.locator(".suggest-widget.visible");
    await widget.locator(".monaco-list-row", { hasText: "MaxPool2d" }).first().waitFor();
    await picture("completion");
    await page.keyboard.press("Enter");
    await editor.locator(".view-line", { hasText: "- MaxPool" }).first().waitFor();
    await page.keyboard.press("Escape");
  });

  await step("quiz in the quick pick", async () => {
    await runCommand(page, "ConvLint: Quiz Me");
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "Show answer" }).waitFor();
    await picture("question");
    await page.keyboard.press("Enter");
    await rows.filter({ hasText: "Show answer" }).waitFor({ state: "detached" });
    await rows.filter({ hasText: "Next card" }).waitFor();
    await picture("answer");
    await page.keyboard.press("Escape");
  });

  await step("summary", async () => {
    await runCommand(page, "ConvLint: Show Model Summary");
    await page.locator(".tab", { hasText: "Summary of" }).waitFor();
    await picture("summary");
    await page.keyboard.press("ControlOrMeta+KeyW");
  });

  await step("a YOLO model", async () => {
    await page.goto(workbenchUrl(server, { folder: workspace, files: [join(workspace, "yolov8-style.yaml")] }));
    await editor.locator(".view-line", { hasText: "Detect" }).first().waitFor({ timeout: 60_000 });
    await editor.locator(".view-line", { hasText: "→ [16, 320, 320]" }).first().waitFor();
    await picture("yolo");
  });

  await step("another scale in the quick pick", async () => {
    await runCommand(page, "ConvLint: Change Scale");
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "shown now" }).filter({ hasText: "926,412 params" }).waitFor();
    await picture("scales");
    await rows.filter({ has: page.locator(".label-name", { hasText: /^s$/ }) }).click();
    await editor.locator(".view-line", { hasText: "→ [24, 320, 320]" }).first().waitFor();
  });

  await step("nothing in a YAML file that is no model", async () => {
    const file = join(workspace, "services.yaml");
    await cp(root("tests/editor/workspace/services.yaml"), file);
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "services.yaml" }).dblclick();
    await editor.locator(".view-line", { hasText: "postgres" }).first().waitFor(); // the server is awake by now
    await pointAt(editor, "services");
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input[type=text]").first().fill(">ConvLint: ");
    const offered = page.locator(".quick-input-list .monaco-list-row");
    await offered.filter({ hasText: "Quiz Me" }).waitFor();
    await picture("foreign");
    const shown = await page.locator("[class*=squiggly], .monaco-hover:visible, .codelens-decoration").count();
    const hints = await editor.locator(".view-line", { hasText: "→" }).count();
    const summaries = await offered.filter({ hasText: "Show Model Summary" }).count();
    if (shown + hints + summaries)
      throw new Error(`${shown} squiggles, hovers or lenses, ${hints} hints, ${summaries} commands for no model`);
    await page.keyboard.press("Escape");
  });
}

async function picture(name) {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  if (process.env.UPDATE && shown[name])
    await page.screenshot({ path: root(`docs/images/${name}.png`), clip: shown[name] });
}

/** A hover goes, or does not come, when the editor moves its lines just then: so the mouse tries again. */
async function hoverOver(editor, word, text) {
  const hover = page.locator(".monaco-hover:visible").filter({ hasText: text });
  for (let tries = 0; ; tries++) {
    await pointAt(editor, word);
    const shown = await hover.waitFor({ timeout: 3000 }).then(
      () => true,
      (error) => (tries < 8 ? false : Promise.reject(error)),
    );
    if (shown) return;
  }
}

async function pointAt(editor, word) {
  const box = await boxOfWord(editor, word);
  await page.mouse.move(box.x - 40, box.y + 60);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}

async function clickAt(editor, word) {
  const box = await boxOfWord(editor, word);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function runCommand(page, title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** Where a word stands on the screen; the comment at the top may speak of it too. */
function boxOfWord(editor, word) {
  return boxIn(editor.locator(".view-line", { hasText: word }).last(), word);
}

async function step(name, run) {
  const started = Date.now();
  const result = await run().catch((error) => {
    console.error(`failed after ${Date.now() - started} ms: ${name}`);
    throw error;
  });
  passed++;
  console.log(`${String(Date.now() - started).padStart(6)} ms  ${name}`);
  return result;
}
