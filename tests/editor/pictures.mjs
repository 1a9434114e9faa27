#!/usr/bin/env node
// Takes pictures of what people see in a light, a dark and a high-contrast theme, and in a narrow window, to be
// looked at.
//
//   node esbuild.mjs && node tests/editor/pictures.mjs
import { end, goTo, hoverOver, hoverOverStatus, run, themes, withWindow } from "./window.mjs";

const windows = [];
for (const [name, theme] of Object.entries(themes)) {
  const settings = { "workbench.colorTheme": theme };
  const look = (page, window) => lookAt(page, window, name);
  windows.push(await withWindow("pictures", { viewport: { width: 1100, height: 680 }, settings }, look));
}
end(...windows);

async function lookAt(page, { show, step, picture }, name) {
  const lines = page.locator(".editor-instance .monaco-editor .view-line");
  await step(`${name}: problems and hints`, async () => {
    await show("broken/linear-in-features.cnn.yaml");
    await lines.filter({ hasText: "→ [12544]" }).first().waitFor();
    await page.keyboard.press("ControlOrMeta+KeyB");
    await run(page, "Problems: Focus on Problems View");
    await page.locator(".markers-panel-container .monaco-list-row", { hasText: "in_features is 9216" }).waitFor();
    await picture(`problems-${name}`);
  });
  await step(`${name}: hover over a layer`, async () => {
    await hoverOver(page, "Conv2d", "receptive field");
    await picture(`hover-${name}`);
    await page.mouse.move(900, 380);
  });
  await step(`${name}: status items`, async () => {
    await hoverOverStatus(page);
    await picture(`status-${name}`);
    await page.mouse.move(900, 300);
  });
  await step(`${name}: completion and signature`, async () => {
    await goTo(page, 9, 1); // a key that moves the cursor may come before the editor listens
    await page.locator(".editor-instance .monaco-editor.focused").waitFor();
    await page.keyboard.type("  - MaxP", { delay: 20 });
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "MaxPool2d" }).first().waitFor();
    await picture(`completion-${name}`);
    await page.keyboard.press("Escape");
    await page.keyboard.type("ool2d: { kernel_size: 2, stri", { delay: 20 });
    await page.keyboard.press("Escape");
    await run(page, "Trigger Parameter Hints");
    await page.locator(".parameter-hints-widget.visible").filter({ hasText: "stride" }).waitFor();
    await picture(`signature-${name}`);
    await page.keyboard.press("Escape");
  });
  await step(`${name}: a model of several sizes, in a narrow window`, async () => {
    await run(page, "File: Revert File");
    await page.setViewportSize({ width: 560, height: 620 });
    await show("yolov8-style.yaml");
    await lines.filter({ hasText: "→ [16, 320, 320]" }).first().waitFor();
    await picture(`narrow-yolo-${name}`);
    await goTo(page, 1, 1);
    await run(page, "ConvLint: Show Model Summary");
    await page.locator(".tab", { hasText: "Summary of" }).waitFor();
    await page.waitForTimeout(2500); // the preview draws in a frame of its own
    await picture(`narrow-summary-${name}`);
    await run(page, "ConvLint: New Model from Zoo…");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "11,689,512" }).waitFor();
    await picture(`narrow-zoo-${name}`);
    await page.keyboard.press("Escape");
  });
}
