#!/usr/bin/env node
// Installs the packed extension into the VS Code server and looks at it as a user would, with Playwright: squiggle,
// hover, inlay hint, status, quick fix, completion, quick pick, summary. UPDATE=1 writes the pictures of README.
//
//   node tests/editor/ui-check.mjs
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { clickOn, end, hoverOver, hoverOverStatus, pictures, pointAt, root, run, withWindow } from "./window.mjs";

const settings = { "workbench.activityBar.location": "default" };
/** The pictures that README shows, cut to what matters, since they are in the package too. */
const shown = {
  squiggle: { x: 348, y: 35, width: 700, height: 225 },
};

end(await withWindow("ui-check", { viewport: { width: 1280, height: 720 }, settings, isPacked: true }, look));

async function look(page, { folder, show, step }) {
  const editor = page.locator(".editor-instance .monaco-editor").first();
  const picture = async (name) => {
    await page.screenshot({ path: join(pictures, `${name}.png`) });
    if (process.env.UPDATE && shown[name])
      await page.screenshot({ path: root(`docs/images/${name}.png`), clip: shown[name] });
  };

  await step("workbench and file", async () => {
    await show("broken/linear-in-features.cnn.yaml");
    await editor.locator(".view-line", { hasText: "in_features" }).first().waitFor();
  });
  await step("squiggle", () => editor.locator(".squiggly-error").first().waitFor());
  await step("inlay hint", () => editor.locator(".view-line", { hasText: "→ [12544]" }).first().waitFor());
  await picture("squiggle");

  await step("hover over the problem", async () => {
    await hoverOver(page, "9216", "in_features is 9216");
    await picture("problem");
    await page.keyboard.press("Escape");
  });
  await step("hover over a layer", async () => {
    await hoverOver(page, "Conv2d", "receptive field");
    await picture("hover");
    await page.keyboard.press("Escape");
  });
  await step("status", async () => {
    await hoverOverStatus(page);
    await picture("status");
    await page.mouse.move(600, 500);
  });

  await step("quick fix", async () => {
    await clickOn(page, "9216");
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
    await run(page, "ConvLint: Quiz Me");
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
    await run(page, "ConvLint: Show Model Summary");
    await page.locator(".tab", { hasText: "Summary of" }).waitFor();
    await picture("summary");
    await page.keyboard.press("ControlOrMeta+KeyW");
  });

  await step("a YOLO model", async () => {
    await show("yolov8-style.yaml");
    await editor.locator(".view-line", { hasText: "Detect" }).first().waitFor();
    await editor.locator(".view-line", { hasText: "→ [16, 320, 320]" }).first().waitFor();
    await picture("yolo");
  });

  await step("another scale in the quick pick", async () => {
    await run(page, "ConvLint: Change Scale");
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "shown now" }).filter({ hasText: "926,412 params" }).waitFor();
    await picture("scales");
    await rows.filter({ has: page.locator(".label-name", { hasText: /^s$/ }) }).click();
    await editor.locator(".view-line", { hasText: "→ [24, 320, 320]" }).first().waitFor();
  });

  await step("nothing in a YAML file that is no model", async () => {
    await cp(root("tests/editor/workspace/services.yaml"), join(folder, "services.yaml"));
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "services.yaml" }).dblclick();
    await editor.locator(".view-line", { hasText: "postgres" }).first().waitFor(); // the server is awake by now
    await pointAt(page, "services", /^services:/);
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
