// The extension without a mouse, read as a screen reader does: from the tree of roles and names.
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { goTo, hoverOver, linesOf, open, run } from "../hands.mjs";
import { says, saysNot } from "../says.mjs";

const settings = {
  "editor.accessibilitySupport": "on",
  "convlint.plainWords": true,
  "problems.defaultViewMode": "tree",
};

export async function withoutMouse({ page, folder, set, step, picture }) {
  await set(settings);

  await step("hints are words", async () => {
    await open(page, "linear-in-features.cnn.yaml");
    await linesOf(page).filter({ hasText: "28 by 28, 16 channels" }).first().waitFor();
    await goTo(page, 5, 6);
    await run(page, "Read Line with Inlay Hints");
    const line = page.locator(".inlayhint-accessibility-element", { hasText: "out_channels" });
    await line.waitFor({ state: "attached", timeout: 8000 });
    says(await line.ariaSnapshot(), "28 by 28, 16 channels");
  });

  await step("the list of problems says what is wrong, where, and how badly", async () => {
    await run(page, "Problems: Focus on Problems View");
    const panel = page.locator(".markers-panel-container");
    await panel.locator(".monaco-list-row", { hasText: "in_features is 800" }).waitFor();
    const heard = await panel.ariaSnapshot();
    says(heard, /Error: in_features is 800/);
    says(heard, /at line \d+ and character \d+/);
    saysNot(heard, /[×·→]/);
    await picture("mouseless-problems");
  });

  await step("a problem leads to its place, and its fixes are in a menu", async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".monaco-editor.focused").first().waitFor();
    await page.keyboard.press("ControlOrMeta+Period");
    const menu = page.locator(".action-widget");
    await menu.locator(".monaco-list-row", { hasText: "Set in_features to 1152" }).waitFor();
    says(await menu.ariaSnapshot(), /option "[^"]*Set in_features to 1152/);
    await page.keyboard.press("Enter");
    await linesOf(page).filter({ hasText: "in_features: 1152" }).first().waitFor();
  });

  await step("a hover opens where the cursor is, and is read", async () => {
    await goTo(page, 5, 6);
    const hover = page.locator(".monaco-hover:visible").filter({ hasText: "receptive field" });
    for (let tries = 0; tries < 8 && !(await hover.count()); tries++) {
      await run(page, "Show or Focus Hover");
      await hover.waitFor({ timeout: 3000 }).catch(() => {});
    }
    const heard = await hover.first().ariaSnapshot();
    says(heard, "gives");
    says(heard, "link");
    saysNot(heard, /[→×·⌊]/);
    await picture("mouseless-hover");
    await page.keyboard.press("Escape");
  });

  await step("what a hint tells beside itself is in words too", async () => {
    const heard = await (await hoverOver(page, "416", "receptive field")).ariaSnapshot();
    says(heard, "32 by 32, 1 channel gives 28 by 28, 16 channels");
    saysNot(heard, /[→×·⌊]/);
    await page.keyboard.press("Escape");
  });

  await step("a layer is renamed, and the changes are seen before they are made", async () => {
    const text = "input: [3, 8, 8]\nlayers:\n  - ReLU:\n    name: stem\n  - Add:\n    from: [stem, -1]\n";
    await writeFile(join(folder, "named.cnn.yaml"), text);
    await open(page, "named.cnn.yaml");
    await linesOf(page).filter({ hasText: "8 by 8, 3 channels" }).first().waitFor();
    await goTo(page, 4, 12);
    await page.keyboard.press("F2");
    await page.locator(".rename-box input:focus").waitFor(); // it is drawn before it listens
    await page.keyboard.type("entrance");
    await page.keyboard.press("ControlOrMeta+Enter");
    const preview = page.locator(".bulk-edit-panel");
    await preview.waitFor();
    says(await preview.ariaSnapshot(), "entrance");
    await picture("mouseless-rename");
    await page.keyboard.press("ControlOrMeta+Enter");
    await linesOf(page).filter({ hasText: "from: [entrance, -1]" }).first().waitFor();
  });

  await step("the status is a sentence", async () => {
    await run(page, "View: Focus Active Editor Group");
    const heard = await page.locator(".statusbar").ariaSnapshot();
    says(heard, /button "[^"]*(Convolutional network|Editor Language Status)/);
    await picture("mouseless-status");
  });

  await step("the summary is a document to be read line by line", async () => {
    await run(page, "ConvLint: Show Model Summary as Text");
    await linesOf(page).filter({ hasText: "| layer" }).first().waitFor();
    await page.locator(".monaco-editor.focused").first().waitFor();
  });

  await step("a look at many models can be stopped", async () => {
    const source = join(folder, "unet.cnn.yaml");
    await Promise.all(Array.from({ length: 1500 }, (_, i) => cp(source, join(folder, "many", `${i}.cnn.yaml`))));
    await run(page, "ConvLint: Check All Models in Workspace");
    const toast = page.locator(".notifications-toasts .notification-list-item", { hasText: "checking models" });
    await toast.waitFor();
    says(await toast.ariaSnapshot(), "Cancel");
    await toast.getByRole("button", { name: "Cancel" }).focus();
    await page.keyboard.press("Enter");
    await toast.waitFor({ state: "detached" });
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

  await step("nothing moves for those who asked for rest", async () => {
    await page.locator(".monaco-workbench.reduce-motion").waitFor();
  });

  await step("and what was stopped has said nothing", async () => {
    saysNot(await page.locator("body").ariaSnapshot(), /models? checked/);
  });
}
