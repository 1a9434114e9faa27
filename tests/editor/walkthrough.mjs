#!/usr/bin/env node
// Goes through the walkthrough in the real editor, as somebody does who has just installed the extension, in a light, a
// dark and a high-contrast theme. UPDATE=1 writes the pictures that it shows.
//
//   node esbuild.mjs && node tests/editor/walkthrough.mjs
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { smaller } from "./smaller-png.mjs";
import { clickOn, end, hoverOver, pictures, root, run, themes, withWindow } from "./window.mjs";

const cut = process.env.UPDATE ? root("media/walkthrough") : join(pictures, "walkthrough");
const most = 12_000;

await mkdir(cut, { recursive: true });
const windows = [];
for (const [name, theme] of Object.entries(themes)) {
  const settings = { "workbench.colorTheme": theme, "editor.fontSize": 13 };
  const look = (page, window) => lead(page, window, name);
  windows.push(await withWindow("walkthrough", { viewport: { width: 900, height: 620 }, settings }, look));
}
end(...windows);

async function lead(page, { show, step, picture }, theme) {
  const lines = page.locator(".editor-instance .monaco-editor .view-line");
  const cutOut = async (name, clip) => {
    await picture(`${name}-${theme}-whole`);
    const isShipped = theme === "light"; // they stand in for the others too, so that the package stays small
    const png = smaller(await page.screenshot({ clip }), 16);
    if (png.length > most) console.log(`${name}-${theme}.png has ${png.length} bytes`);
    await writeFile(join(isShipped ? cut : pictures, `${name}-${theme}.png`), png);
  };

  await step(`${theme}: the walkthrough opens`, async () => {
    await show();
    await page.keyboard.press("ControlOrMeta+KeyB"); // the side bar goes
    await run(page, "ConvLint: Open Walkthrough");
    await page.locator(".getting-started-step", { hasText: "Open a model" }).first().waitFor();
    await picture(theme);
  });

  await step(`${theme}: the sample has shapes and a mistake`, async () => {
    await run(page, "ConvLint: Open Sample Model");
    await lines.filter({ hasText: "→ [16, 32, 32]" }).first().waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    await page.mouse.move(880, 560);
    await cutOut("open", { x: 0, y: 70, width: 680, height: 290 });
  });

  await step(`${theme}: a hover tells the arithmetic`, async () => {
    await hoverOver(page, "Conv2d", "receptive field");
    await cutOut("read", { x: 0, y: 160, width: 600, height: 280 });
    await page.keyboard.press("Escape");
  });

  await step(`${theme}: the mistake is mended`, async () => {
    await clickOn(page, "4096");
    await page.keyboard.press("ControlOrMeta+Period");
    const offer = page.locator(".action-widget .monaco-list-row", { hasText: "Set in_features to 3136" });
    await offer.waitFor();
    await cutOut("mend", { x: 0, y: 36, width: 720, height: 330 });
    await page.keyboard.press("Enter");
    await lines.filter({ hasText: "in_features: 3136" }).first().waitFor();
    await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  });

  await step(`${theme}: the summary is shown`, async () => {
    await run(page, "ConvLint: Show Model Summary");
    await page.locator(".tab", { hasText: "Summary of" }).waitFor();
    await page.waitForTimeout(2500); // the preview draws in a frame of its own
    await cutOut("sum", { x: 30, y: 72, width: 640, height: 420 });
  });

  await step(`${theme}: the quiz asks`, async () => {
    await run(page, "ConvLint: Quiz Me");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Show answer" }).waitFor();
    await cutOut("quiz", { x: 170, y: 0, width: 562, height: 142 });
    await page.keyboard.press("Escape");
  });

  await step(`${theme}: the zoo is offered`, async () => {
    await run(page, "ConvLint: New Model from Zoo…");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "11,689,512" }).waitFor();
    await picture(`zoo-${theme}`);
    await page.keyboard.press("Escape");
  });

  await step(`${theme}: every step is done`, async () => {
    await run(page, "ConvLint: Open Walkthrough");
    await page.locator(".getting-started-step").first().waitFor();
    await page.waitForTimeout(500);
    const complete = await page.locator(".getting-started-step .codicon-getting-started-step-checked").count();
    await picture(`done-${theme}`);
    if (complete < 5) throw new Error(`${complete} of 5 steps are done`);
  });
}
