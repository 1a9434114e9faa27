// The quiz: a question about a model, typed, chosen and judged; a card; a mistake that is mended; what is due.
import { goTo, hoverOver, open, rowsOfPick, run } from "../hands.mjs";

export async function quiz({ page, set, step, inThemes }) {
  const row = (text) => rowsOfPick(page).filter({ hasText: text }).first();
  const title = (text) => page.locator(".quick-input-title", { hasText: text });
  const box = page.locator(".quick-input-widget input[type=text]").first();
  const invalid = page.locator(".quick-input-message", { hasText: "is asked for" });

  await step("a mistake is mended, and a card on it is offered", async () => {
    // A mistake that the walkthrough does not make: its card is offered once.
    await open(page, "kernel-larger-than-image.cnn.yaml");
    await page.locator(".squiggly-error").first().waitFor();
    await page.waitForTimeout(2500); // what is mended at once was only typed
    await goTo(page, 12, 46);
    await page.keyboard.press("Delete");
    await page.keyboard.type("3");
    await inThemes("quiz-mended", page.locator(".notifications-toasts", { hasText: "Mended" }));
    await page.getByRole("button", { name: "Show Card" }).click();
    await row("Show answer").waitFor();
  });
  await step("its card is graded by a key, and can be taken back", async () => {
    await page.keyboard.press("Space");
    await inThemes("quiz-answer", row("3 Good"));
    await page.keyboard.press("1");
    await row("Take back: Again").waitFor();
    await page.keyboard.press("Escape");
  });
  await step("the status bar says what is due", async () => {
    const item = page.locator(".statusbar-item[id$='convlint.due']");
    await item.waitFor();
    await inThemes("quiz-due", item, () => item.hover());
  });
  await step("a card on the argument under the mouse", async () => {
    await hoverOver(page, "kernel_size", "Quiz me on this");
    await page.keyboard.press("Escape");
  });

  await step("a round of questions about the model is answered by keys", async () => {
    await open(page, "lenet5.cnn.yaml");
    await set({ "convlint.codeLens.show": ["totals", "quiz"] });
    await page.locator(".codelens-decoration a", { hasText: "Quiz" }).first().click();
    const shown = new Set();
    const once = async (name, locator) => {
      if (shown.has(name)) return;
      shown.add(name);
      await inThemes(`quiz-${name}`, locator);
    };
    for (let i = 1; i <= 10; i++) {
      await title(`(${i}/10)`).waitFor();
      await page.waitForTimeout(300);
      if (!(await row("Pass over").isVisible())) {
        await once("typed", title("Quiz on this model"));
        if (shown.size === 1) {
          await box.fill("hm");
          await page.keyboard.press("Enter");
          await once("unread", invalid);
          await box.fill("");
        }
        await page.keyboard.press("Enter");
      }
      await row("Pass over").waitFor();
      await once("choices", row("Pass over"));
      await page.keyboard.press("2");
      await row("Next question").waitFor();
      await once((await row("Not right").isVisible()) ? "wrong" : "right", row("Next question"));
      await page.keyboard.press("Enter");
    }
    await inThemes("quiz-round", row("Another round"));
    await page.keyboard.press("Escape");
  });

  await step("a card is chosen to be written into the model", async () => {
    await run(page, "ConvLint: Insert Quiz Snippet");
    await inThemes("quiz-snippets", row("What is"));
    await page.keyboard.press("Enter");
    await page.locator(".view-line", { hasText: "# Q:" }).first().waitFor();
  });
}
