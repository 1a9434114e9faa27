// The walkthrough, as somebody goes through it who has just installed the extension.
import { hoverOver, linesOf, offeredAt, pageIn, rowsOfPick, run } from "../hands.mjs";

export async function walkthrough({ page, step, set, cut, inThemes }) {
  const steps = page.locator(".getting-started-step");
  const cutOut = (name, clip) => cut(`media/walkthrough/${name}-light.png`, clip);

  await step("the walkthrough opens", async () => {
    await run(page, "ConvLint: Open Walkthrough");
    await steps.first().waitFor();
    await inThemes("walkthrough", steps.filter({ hasText: "Open a model" }).first());
  });

  await page.setViewportSize({ width: 900, height: 760 });
  await set({ "editor.fontSize": 13 });
  await step("the sample has shapes and a mistake", async () => {
    await run(page, "ConvLint: Open Sample Model");
    await linesOf(page).filter({ hasText: "→ [16, 32, 32]" }).first().waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    await page.mouse.move(880, 560);
    await cutOut("open", { x: 0, y: 70, width: 710, height: 290 });
  });

  await step("a hover tells the arithmetic", async () => {
    await hoverOver(page, "Conv2d", "receptive field");
    await cutOut("read", { x: 0, y: 160, width: 600, height: 272 });
    await page.keyboard.press("Escape");
  });

  await step("the mistake is mended", async () => {
    await offeredAt(page, "4096", "Set in_features to 3136");
    await cutOut("mend", { x: 0, y: 196, width: 720, height: 292 });
    await page.keyboard.press("Enter");
    await linesOf(page).filter({ hasText: "in_features: 3136" }).first().waitFor();
    await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  });

  await step("the summary is shown", async () => {
    await run(page, "ConvLint: Show Model Summary");
    await pageIn(page).getByText("41,098").first().waitFor();
    await cutOut("sum", { x: 30, y: 72, width: 640, height: 420 });
  });

  await step("the quiz asks", async () => {
    await run(page, "ConvLint: Quiz Me");
    await rowsOfPick(page).filter({ hasText: "Show answer" }).waitFor();
    await cutOut("quiz", { x: 170, y: 0, width: 562, height: 142 });
    await page.keyboard.press("Escape");
  });

  await step("the zoo is offered", async () => {
    await run(page, "ConvLint: New Model from Zoo…");
    await inThemes("zoo", rowsOfPick(page).filter({ hasText: "11,689,512" }));
    await page.keyboard.press("Escape");
  });

  await step("every step is done", async () => {
    await run(page, "ConvLint: Open Walkthrough");
    await steps.first().waitFor();
    const done = steps.locator(".codicon-getting-started-step-checked");
    await done
      .nth(4)
      .waitFor({ timeout: 5000 })
      .catch(async () => {
        throw new Error(`${await done.count()} of 5 steps are done`);
      });
  });
}
