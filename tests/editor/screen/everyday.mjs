// What a person meets every day: squiggle, hints, hover, status, fix, completion, signature, and a model of several sizes.
import { cp } from "node:fs/promises";
import { join } from "node:path";
import {
  closeAll,
  goTo,
  hoverOver,
  hoverOverStatus,
  linesOf,
  offeredAt,
  open,
  pageIn,
  pointAt,
  rowsOfPick,
  run,
  untilComes,
} from "../hands.mjs";
import { says } from "../says.mjs";
import { root } from "../window.mjs";

/** For README, where pictures are larger than beside a step of the walkthrough. */
const large = { most: 24_000, colours: 64 };

export async function everyday({ page, folder, step, cut, picture, inThemes }) {
  const line = (text) => linesOf(page).filter({ hasText: text }).first();

  await step("a wrong number is underlined, shapes stand behind the rows, and totals above them", async () => {
    await open(page, "linear-in-features.cnn.yaml");
    await page.locator(".squiggly-error").first().waitFor();
    await line("→ [1152]").waitFor();
    await page.locator(".codelens-decoration", { hasText: "16,586 parameters" }).waitFor();
  });

  await step("a hover tells the problem", async () => {
    await hoverOver(page, "800", "in_features is 800");
    await page.keyboard.press("Escape");
  });

  await step("the list of problems has it", async () => {
    await run(page, "Problems: Focus on Problems View");
    const row = page.locator(".markers-panel-container .monaco-list-row", { hasText: "in_features is 800" });
    await inThemes("problems", row);
    await page.keyboard.press("ControlOrMeta+KeyJ"); // the panel goes
  });

  await step("a hover tells of a layer", async () => {
    const hover = await hoverOver(page, "Conv2d", "receptive field");
    await inThemes("hover", hover);
    await page.keyboard.press("Escape");
  });

  await step("a hint tells more than it shows", async () => {
    const tooltip = await hoverOver(page, "416", "receptive field");
    says(await tooltip.ariaSnapshot(), /listitem: "?parameters: 5·5·1·16 \+ 16 = 416/);
    await inThemes("hint", tooltip);
    await page.keyboard.press("Escape");
  });

  await step("the status tells the totals", async () => {
    await inThemes("status", await hoverOverStatus(page));
    await page.mouse.move(600, 500);
  });

  await step("a fix is offered and made", async () => {
    await inThemes("fix", await offeredAt(page, "800", "Set in_features to 1152"));
    await cut("docs/images/squiggle.png", { x: 0, y: 108, width: 740, height: 368 }, large);
    await page.keyboard.press("Enter");
    await line("in_features: 1152").waitFor();
    await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  });

  await step("an operator is completed", async () => {
    await goTo(page, 13, 1);
    await page.keyboard.type("  - MaxPo");
    const row = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "MaxPool2d" }).first();
    await row.waitFor();
    const details = page.locator(".suggest-details", { hasText: "largest value of every window" });
    await untilComes(details, () => page.keyboard.press("ControlOrMeta+KeyI"));
    await inThemes("completion", details);
    await cut("docs/images/completion.png", { x: 0, y: 108, width: 920, height: 386 }, { theme: "dark", ...large });
    await page.keyboard.press("Enter");
    await line("- MaxPool").waitFor();
    await page.keyboard.press("Escape");
  });

  await step("a signature names the argument in hand", async () => {
    await run(page, "Trigger Parameter Hints");
    await inThemes("signature", page.locator(".parameter-hints-widget.visible").filter({ hasText: "kernel_size" }));
    await page.keyboard.press("Escape");
  });

  await step("the quiz asks and answers", async () => {
    await run(page, "ConvLint: Quiz Me");
    await rowsOfPick(page).filter({ hasText: "Show answer" }).waitFor();
    await untilComes(rowsOfPick(page).filter({ hasText: "Good" }), () =>
      rowsOfPick(page).filter({ hasText: "Show answer" }).click(),
    );
    await picture("answer");
    await page.keyboard.press("Escape");
  });

  await closeAll(page);
  await step("a model of several sizes, and its summary in a narrow window", async () => {
    await page.setViewportSize({ width: 560, height: 620 });
    await open(page, "yolov8-style.yaml");
    await line("→ [16, 320, 320]").waitFor();
    await picture("narrow");
    await run(page, "ConvLint: Show Model Summary");
    await pageIn(page).getByText("Detect").first().waitFor();
    await picture("narrow-summary");
    await page.setViewportSize({ width: 1100, height: 680 });
    await open(page, "yolov8-style.yaml");
  });

  await step("another size is chosen", async () => {
    await page.mouse.move(900, 600);
    await run(page, "ConvLint: Change Scale");
    const rows = rowsOfPick(page);
    await rows.filter({ hasText: "shown now" }).filter({ hasText: "926,412 params" }).waitFor();
    await picture("scales");
    await cut("docs/images/scales.png", { x: 0, y: 0, width: 860, height: 450 }, { theme: "dark", ...large });
    await rows.filter({ has: page.locator(".label-name", { hasText: /^s$/ }) }).click();
    await line("→ [24, 320, 320]").waitFor();
  });

  await step("nothing in a YAML file that is no model", async () => {
    await cp(root("tests/editor/workspace/services.yaml"), join(folder, "services.yaml"));
    await open(page, "services.yaml");
    await line("postgres").waitFor(); // the server is awake by now
    await pointAt(page, "services", /^services:/);
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input[type=text]").first().fill(">ConvLint: ");
    await rowsOfPick(page).filter({ hasText: "Quiz Me" }).first().waitFor();
    await picture("foreign");
    const shown = await page.locator("[class*=squiggly], .monaco-hover:visible, .codelens-decoration").count();
    const hints = await linesOf(page).filter({ hasText: "→" }).count();
    const summaries = await rowsOfPick(page).filter({ hasText: "Show Model Summary" }).count();
    if (shown + hints + summaries)
      throw new Error(`${shown} squiggles, hovers or lenses, ${hints} hints, ${summaries} commands for no model`);
    await page.keyboard.press("Escape");
  });
}
