#!/usr/bin/env node
// Uses the extension without a mouse and reads it as a screen reader does: from the tree of roles and names.
//
//   node esbuild.mjs && node tests/editor/accessible.mjs
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { end, goTo, run, withWindow } from "./window.mjs";

const settings = {
  "editor.accessibilitySupport": "on",
  "convlint.plainWords": true,
  "problems.defaultViewMode": "tree",
};

const used = await withWindow(
  "accessible",
  { viewport: { width: 1100, height: 680 }, settings },
  async (page, { folder, show, step, picture }) => {
    const lines = page.locator(".editor-instance .monaco-editor .view-line");
    await step("hints are words", async () => {
      await show("broken/linear-in-features.cnn.yaml");
      await lines.filter({ hasText: "28 by 28, 16 channels" }).first().waitFor();
      await goTo(page, 5, 6);
      await run(page, "Read Line with Inlay Hints");
      const line = page.locator(".inlayhint-accessibility-element", { hasText: "out_channels" });
      await line.waitFor({ state: "attached", timeout: 8000 });
      says(await line.ariaSnapshot(), "28 by 28, 16 channels");
    });

    await step("the list of problems says what is wrong, where, and how badly", async () => {
      await run(page, "Problems: Focus on Problems View");
      const panel = page.locator(".markers-panel-container");
      await panel.locator(".monaco-list-row", { hasText: "in_features is 9216" }).waitFor();
      const heard = await panel.ariaSnapshot();
      says(heard, /Error: in_features is 9216/);
      says(heard, /at line \d+ and character \d+/);
      saysNot(heard, /[×·→]/);
      await picture("problems");
    });

    await step("a problem leads to its place, and its fixes are in a menu", async () => {
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator(".monaco-editor.focused").first().waitFor();
      await page.keyboard.press("ControlOrMeta+Period");
      const menu = page.locator(".action-widget");
      await menu.locator(".monaco-list-row", { hasText: "Set in_features to 12544" }).waitFor();
      says(await menu.ariaSnapshot(), /option "[^"]*Set in_features to 12544/);
      await page.keyboard.press("Enter");
      await lines.filter({ hasText: "in_features: 12544" }).first().waitFor();
    });

    await step("a hover opens where the cursor is, and is read", async () => {
      await goTo(page, (await lineWith(lines, "Conv2d")) + 1, 6);
      const hover = page.locator(".monaco-hover:visible").filter({ hasText: "receptive field" });
      for (let tries = 0; tries < 8 && !(await hover.count()); tries++) {
        await run(page, "Show or Focus Hover");
        await hover.waitFor({ timeout: 3000 }).catch(() => {});
      }
      const heard = await hover.first().ariaSnapshot();
      says(heard, "gives");
      says(heard, "link");
      saysNot(heard, /[→×·⌊]/);
      await picture("hover");
      await page.keyboard.press("Escape");
    });

    await step("a layer is renamed, and the changes are seen before they are made", async () => {
      const text = "input: [3, 8, 8]\nlayers:\n  - ReLU:\n    name: stem\n  - Add:\n    from: [stem, -1]\n";
      await writeFile(join(folder, "named.cnn.yaml"), text);
      await show("named.cnn.yaml");
      await lines.filter({ hasText: "8 by 8, 3 channels" }).first().waitFor();
      await goTo(page, 4, 12);
      await page.keyboard.press("F2");
      await page.locator(".rename-box input:focus").waitFor(); // it is drawn before it listens
      await page.keyboard.type("entrance");
      await page.keyboard.press("ControlOrMeta+Enter");
      const preview = page.locator(".bulk-edit-panel");
      await preview.waitFor();
      says(await preview.ariaSnapshot(), "entrance");
      await picture("rename");
      await page.keyboard.press("ControlOrMeta+Enter");
      await lines.filter({ hasText: "from: [entrance, -1]" }).first().waitFor();
    });

    await step("the status is a sentence", async () => {
      await run(page, "View: Focus Active Editor Group");
      const heard = await page.locator(".statusbar").ariaSnapshot();
      says(heard, /button "[^"]*(Convolutional network|Editor Language Status)/);
      await picture("status");
    });

    await step("the summary is a document to be read line by line", async () => {
      await run(page, "ConvLint: Show Model Summary as Text");
      await lines.filter({ hasText: "| layer" }).first().waitFor();
      await page.locator(".monaco-editor.focused").first().waitFor();
    });

    await step("quick picks say their title and every entry", async () => {
      await run(page, "ConvLint: New Model from Zoo…");
      const pick = page.locator(".quick-input-widget");
      await pick.locator(".monaco-list-row", { hasText: "11,689,512" }).waitFor();
      const heard = await pick.ariaSnapshot();
      says(heard, "New model from the zoo");
      says(heard, /option "ResNet-18[^"]*11,689,512/);
      await page.keyboard.press("Escape");
      await run(page, "ConvLint: Quiz Me");
      await pick.locator(".monaco-list-row", { hasText: "Show answer" }).waitFor();
      says(await pick.ariaSnapshot(), /option "[^"]*Show answer/);
      await page.keyboard.press("Escape");
    });

    await step("a look at many models can be stopped, and then says nothing", async () => {
      const source = join(folder, "unet.cnn.yaml");
      await Promise.all(Array.from({ length: 1500 }, (_, i) => cp(source, join(folder, "many", `${i}.cnn.yaml`))));
      await run(page, "ConvLint: Check All Models in Workspace");
      const toast = page.locator(".notifications-toasts .notification-list-item", { hasText: "checking models" });
      await toast.waitFor();
      says(await toast.ariaSnapshot(), "Cancel");
      await toast.getByRole("button", { name: "Cancel" }).focus();
      await page.keyboard.press("Enter");
      await toast.waitFor({ state: "detached" });
      await page.waitForTimeout(1500);
      saysNot(await page.locator("body").ariaSnapshot(), /models? checked/);
    });

    await step("nothing moves for those who asked for rest", async () => {
      await page.locator(".monaco-workbench.reduce-motion").waitFor();
    });
  },
);

end(used);

async function lineWith(lines, text) {
  const all = await lines.allInnerTexts();
  return all.findIndex((line) => line.includes(text));
}

function says(heard, what) {
  const found = typeof what === "string" ? heard.includes(what) : what.test(heard);
  if (!found) throw new Error(`${what} is not in what is read aloud:\n${heard}`);
}

function saysNot(heard, what) {
  const found = what.exec(heard);
  if (found) throw new Error(`${JSON.stringify(found[0])} is read aloud:\n${heard}`);
}
