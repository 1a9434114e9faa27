#!/usr/bin/env node
// Reviews cards in the panel as somebody does who has no mouse, in one window: keys pressed in the page, the window
// loaded anew, the statistics, and the view of decks. PICTURES=1 also takes pictures of all in three themes, to be looked at.
//
//   node esbuild.mjs && node tests/editor/review-window.mjs
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { end, run, themes, withWindow } from "./window.mjs";

const own = `name: Our networks
cards:
  - id: stem-stride
    question: Why does our stem have a stride of 2?
    answer: |
      It halves the image: $⌊(224 + 2·1 − 3)/2⌋ + 1 = 112$ of 224 pixels.
    tags: [sizes]
`;

const viewport = { width: 1100, height: 720 };
const wide = process.env.PICTURES ? Object.entries(themes) : [];

const used = await withWindow("review", { viewport, settings: {} }, async (page, { folder, show, step, picture }) => {
  /** A page of the editor stands in a frame of a frame. */
  const shown = () => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  const [question, answer, counts] = ["#question", "#answer:visible", "#counts"].map((id) => () => shown().locator(id));
  const asked = async () => (await question().innerText()).trim();
  const press = (key) => page.keyboard.press(key);
  const becomes = async (read, wanted) => {
    for (let tries = 0; ; tries++) {
      const now = await read();
      if (wanted(now)) return now;
      if (tries > 80) throw new Error(`it is still ${now}`);
      await page.waitForTimeout(100);
    }
  };
  const answered = async (grade) => {
    const before = await asked();
    await press("Space");
    await answer().waitFor();
    await press(grade);
    return becomes(asked, (now) => now !== before && now !== "");
  };

  await step("three cards are answered with Space and a number", async () => {
    await writeFile(join(folder, "ours.cards.yaml"), own);
    await show();
    await run(page, "ConvLint: Review Due Cards");
    await becomes(asked, (text) => text.endsWith("?"));
    for (const grade of ["3", "1", "4"]) await answered(grade);
    says(await counts().innerText(), /^0 due · 2 learning · \d+ new$/);
    says(await shown().locator("#told").innerText(), "Easy: ");
  });

  await step("U takes back, B puts off, S puts away", async () => {
    const fourth = await asked();
    const left = Number(/(\d+) new/.exec(await counts().innerText())[1]);
    await press("u");
    const third = await becomes(asked, (now) => now !== fourth);
    says(await counts().innerText(), `${left + 1} new`);
    await press("b");
    await becomes(asked, (now) => now !== third);
    const before = await asked();
    await press("s");
    await becomes(asked, (now) => now !== before);
    says(await shown().locator("#told").innerText(), "is no longer asked");
  });

  await step("the page is read as what it is", async () => {
    await press("Space");
    await answer().waitFor();
    const heard = await shown().locator("main").ariaSnapshot();
    says(heard, 'heading "');
    says(heard, /button "Good\. Comes again in 10 min"/);
    says(heard, /group "How well did you know it\?"/);
    const focused = await shown().locator("*:focus").first().getAttribute("id");
    if (focused !== "answer") throw new Error(`the keys are at ${focused}`);
  });

  await step("a window that is loaded anew shows the same card and its answer", async () => {
    const before = [await asked(), await counts().innerText()];
    await run(page, "Developer: Reload Window");
    await answer().waitFor({ timeout: 60_000 });
    const after = [await asked(), await counts().innerText()];
    if (before.join() !== after.join()) throw new Error(`${before} has become ${after}`);
  });

  await step("a panel that was behind another file shows the same card", async () => {
    const before = await asked();
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "lenet5.cnn.yaml" }).click();
    await page.locator(".editor-instance .view-line", { hasText: "Conv2d" }).first().waitFor();
    await page.locator(".tab", { hasText: "Review Due Cards" }).click();
    await answer().waitFor();
    const after = await asked();
    if (before !== after) throw new Error(`${before} has become ${after}`);
  });

  await step("E opens the deck at the card", async () => {
    await question().click();
    await press("e");
    const cursor = page.locator(".editor-instance .view-line", { hasText: "- id: " });
    await cursor.first().waitFor();
    await page.locator(".tab.active", { hasText: "understanding-cnns.cards.yaml" }).waitFor();
    await press("ControlOrMeta+KeyW");
  });

  await step("statistics are pictures with tables", async () => {
    await run(page, "View: Close All Editors");
    await run(page, "ConvLint: Show Quiz Statistics");
    await shown().locator("svg").first().waitFor();
    const heard = await shown().locator("main").ariaSnapshot();
    says(heard, /img "Reviews by day/);
    says(heard, "2 reviews, 1 day in a row");
    says(heard, 'link "Review Due Cards"');
    await shown().locator("summary").first().press("Enter");
    await shown().locator("table").first().waitFor();
  });

  await step("decks stand in the Explorer, and a card is put away and taken up again there", async () => {
    await run(page, "Explorer: Focus on Decks of Flashcards View");
    const rows = page.locator(".pane", { hasText: "Decks of Flashcards" }).locator(".monaco-list-row");
    await rows.filter({ hasText: "Understanding CNNs" }).waitFor();
    says(await rows.first().getAttribute("aria-label"), /^Deck Understanding CNNs: .*learning.*new; \d+ cards/);
    await press("ArrowDown");
    await press("ArrowRight");
    await rows.filter({ hasText: "Not asked" }).waitFor();
    await press("End");
    await press("ArrowRight");
    const put = rows.filter({ has: page.locator(".codicon-circle-slash") }).last();
    await put.waitFor();
    await press("End");
  });

  for (const [name, theme] of wide)
    await step(`pictures: ${name}`, async () => {
      const settings = JSON.stringify({ "workbench.colorTheme": theme });
      await mkdir(join(folder, ".vscode"), { recursive: true });
      await writeFile(join(folder, ".vscode", "settings.json"), settings);
      await page.waitForTimeout(2500);
      for (const width of [1100, 400]) {
        await page.setViewportSize({ width, height: 720 });
        await run(page, "View: Close All Editors");
        await run(page, "ConvLint: Show Quiz Statistics");
        await shown().locator("svg").first().waitFor();
        await picture(`statistics-${name}-${width}`);
        await shown()
          .locator("#year-title")
          .evaluate((one) => one.parentElement.scrollIntoView());
        await picture(`statistics-${name}-${width}-below`);
        await run(page, "View: Close All Editors");
        await run(page, "ConvLint: Review Due Cards");
        await becomes(asked, (text) => text.endsWith("?"));
        await picture(`question-${name}-${width}`);
        await press("Space");
        await answer().waitFor();
        await picture(`answer-${name}-${width}`);
      }
      await page.setViewportSize(viewport);
    });
});

end(used);

function says(text, what) {
  const found = typeof what === "string" ? text.includes(what) : what.test(text);
  if (!found) throw new Error(`${what} is not in what is read:\n${text}`);
}
