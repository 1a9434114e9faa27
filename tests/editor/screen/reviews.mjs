// Cards are reviewed in the panel by somebody who has no mouse: keys pressed in the page, which is hidden and loaded anew
// between them. Then what was learned, and the decks in the Explorer.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { linesOf, open, pageIn, run } from "../hands.mjs";
import { says } from "../says.mjs";

const deck = `name: Our networks
cards:
  - id: stem-stride
    question: Why does our stem have a stride of 2?
    answer: |
      It halves the image: $⌊(224 + 2·1 − 3)/2⌋ + 1 = 112$ of 224 pixels.

      ![A square in a square](maps/stem.svg)
    tags: [sizes]
  - id: stem-bias
    question: Why has our stem no bias?
    answer: A normalisation follows.
`;
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#48c"/></svg>`;

export async function reviews({ page, folder, step, inThemes, picture }) {
  const shown = pageIn(page);
  const question = shown.locator("#question");
  const answer = shown.locator("#answer:visible");
  const asked = async () => (await question.innerText()).trim();
  const counts = () => shown.locator("#counts").innerText();
  const press = (key) => page.keyboard.press(key);
  const becomes = async (read, wanted) => {
    for (let tries = 0; ; tries++) {
      const now = await read();
      if (wanted(now)) return now;
      if (tries > 100) throw new Error(`it is still ${now}`);
      await page.waitForTimeout(50);
    }
  };
  const answered = async (grade) => {
    const before = await asked();
    await press("Space");
    await answer.waitFor();
    await press(grade);
    return becomes(asked, (now) => now !== before && now !== "");
  };

  /** A menu that has just opened takes no click yet. */
  const chosen = async (title) => {
    const entry = page.getByRole("menuitem", { name: title });
    await entry.waitFor();
    for (let tries = 0; tries < 20 && (await entry.isVisible()); tries++) {
      await entry.click({ timeout: 1000 }).catch(() => {});
      await page.waitForTimeout(100);
    }
  };

  await step("three cards are answered with Space and a number", async () => {
    await mkdir(join(folder, "maps"), { recursive: true });
    await writeFile(join(folder, "maps/stem.svg"), drawing);
    await writeFile(join(folder, "a-stem.cards.yaml"), deck);
    await run(page, "ConvLint: Review Due Cards");
    await becomes(asked, (text) => text.endsWith("?"));
    says(await asked(), "Why does our stem have a stride of 2?");
    await press("Space");
    await answer.locator("math mfrac").waitFor();
    says(await answer.innerText(), "divided by 2 rounded down + 1 = 112");
    const loaded = await answer.locator("img").evaluate(async (one) => (await one.decode(), one.naturalWidth));
    if (loaded !== 120) throw new Error(`the picture is ${loaded} wide`);
    await inThemes("answer", answer);
    await press("3");
    await becomes(asked, (text) => text.includes("bias"));
    for (const grade of ["1", "4"]) await answered(grade);
    says(await counts(), /2 learning/);
    says(await shown.locator("#told").innerText(), "Easy: ");
  });

  await step("U takes back, B puts off, S puts away", async () => {
    const fourth = await asked();
    await press("u");
    const third = await becomes(asked, (now) => now !== fourth);
    await press("b");
    await becomes(asked, (now) => now !== third);
    const before = await asked();
    await press("s");
    await becomes(asked, (now) => now !== before);
    says(await shown.locator("#told").innerText(), "is no longer asked");
  });

  await step("the page is heard as what it is, and the keys are at the answer", async () => {
    await press("Space");
    await answer.waitFor();
    const heard = await shown.locator("main").ariaSnapshot();
    says(heard, 'heading "');
    says(heard, /button "Good\. Comes again in 10 min"/);
    says(heard, /group "How well did you know it\?"/);
    const focused = await shown.locator("*:focus").first().getAttribute("id");
    if (focused !== "answer") throw new Error(`the keys are at ${focused}`);
  });

  await step("a panel that was behind a file shows the same card", async () => {
    const before = await asked();
    await open(page, "lenet5.cnn.yaml");
    await page.locator(".tab", { hasText: "Review Due Cards" }).click();
    await answer.waitFor();
    if ((await asked()) !== before) throw new Error(`${before} has become ${await asked()}`);
  });

  await step("a window that is loaded anew shows the same card and its answer", async () => {
    const before = [await asked(), await counts()];
    await run(page, "Developer: Reload Window");
    await page.waitForEvent("load");
    await answer.waitFor({ timeout: 60_000 });
    const after = [await asked(), await counts()];
    if (before.join() !== after.join()) throw new Error(`${before} has become ${after}`);
  });

  await step("a disk that takes nothing is told, nothing is lost, and it can be tried again", async () => {
    const logs = join(folder, "../user-data/User/globalStorage/convlint.convlint/quiz");
    await writeFile(join(logs, "spoilt.jsonl"), "spoilt\n");
    await rename(logs, `${logs}-away`);
    await writeFile(logs, "no folder");
    await question.click();
    await press("3");
    const problems = shown.locator("#problems");
    await problems.locator("p", { hasText: "1 answer could not be written" }).waitFor();
    says(await problems.innerText(), "Nothing is lost while this window is open");
    await picture("unwritten");
    await rm(logs);
    await rename(`${logs}-away`, logs);
    await shown.getByRole("button", { name: "Try Again" }).press("Enter");
    await shown.getByRole("button", { name: "Open Line 1 of spoilt.jsonl" }).waitFor();
    await picture("spoilt");
    const left = await problems.innerText();
    if (left.includes("could not be written")) throw new Error(left);
    await rm(join(logs, "spoilt.jsonl"));
    await press("Space");
    await answer.waitFor();
  });

  await step("a narrow panel has all of it below each other", async () => {
    await page.setViewportSize({ width: 400, height: 700 });
    const over = await shown
      .locator("body")
      .evaluate((body) => body.scrollWidth - body.ownerDocument.defaultView.innerWidth);
    await picture("answer-narrow");
    if (over > 0) throw new Error(`${over} pixels stand out`);
    await page.setViewportSize({ width: 1100, height: 680 });
  });

  await step("E opens the deck at the card", async () => {
    await question.click();
    await press("e");
    await page.locator(".tab.active", { hasText: "cards.yaml" }).waitFor();
    await linesOf(page).filter({ hasText: "- id: " }).first().waitFor();
    await picture("deck-of-card");
    await press("ControlOrMeta+KeyW");
  });

  await step("what was learned is drawn, and stands in tables", async () => {
    await run(page, "ConvLint: Show Quiz Statistics");
    await shown.locator("svg").first().waitFor();
    const heard = await shown.locator("main").ariaSnapshot();
    says(heard, /img "Reviews by day/);
    says(heard, /\d+ reviews?, 1 day in a row/);
    says(heard, 'link "Review Due Cards"');
    await inThemes("learned", shown.locator("svg").first());
    await shown.locator("summary").nth(1).press("Enter");
    await shown.locator("table:visible").first().waitFor();
    await picture("learned-table");
    await shown.locator("#year-title").evaluate((one) => one.parentElement.scrollIntoView());
    await inThemes("learned-below", shown.locator("h1"));
    await page.setViewportSize({ width: 400, height: 700 });
    const over = await shown
      .locator("body")
      .evaluate((body) => body.scrollWidth - body.ownerDocument.defaultView.innerWidth);
    await picture("learned-narrow");
    if (over > 0) throw new Error(`${over} pixels stand out`);
    await page.setViewportSize({ width: 1100, height: 680 });
  });

  await step("decks stand in the Explorer, and a card that was put away is taken up again", async () => {
    await run(page, "Explorer: Focus on Decks of Flashcards View");
    await page.locator(".pane-header", { hasText: "models" }).first().click(); // what is far down in a list is not drawn
    const rows = page.locator(".pane", { hasText: "Decks of Flashcards" }).last().locator(".monaco-list-row");
    const built = rows.filter({ hasText: "Understanding CNNs" });
    await built.waitFor();
    says(await built.getAttribute("aria-label"), /^Deck Understanding CNNs: .*new; \d+ cards/);
    says(await rows.first().getAttribute("aria-label"), /^Deck Our networks: .*; 2 cards/);
    const decks = page.locator(".pane", { hasText: "Decks of Flashcards" }).last().locator("[aria-level='1']");
    for (let i = (await decks.count()) - 1; i >= 0; i--) await decks.nth(i).click(); // from below, so that none moves away
    const away = rows.filter({ hasText: "Not asked" });
    await away.waitFor();
    await away.click();
    await picture("decks");
    await rows
      .filter({ has: page.locator(".codicon-circle-slash") })
      .last()
      .click({ button: "right" });
    await chosen("Ask This Card Again");
    await away.waitFor({ state: "detached" });
  });

  await step("one deck is reviewed to its end, which says when a card comes", async () => {
    const ours = page.locator(".monaco-list-row", { hasText: "Our networks" });
    await ours.click({ button: "right" });
    await chosen("Review This Deck");
    await shown.locator("#deck", { hasText: "Our networks" }).waitFor();
    for (const key of ["Space", "4", "Space", "4"]) {
      await press(key);
      await page.waitForTimeout(400);
    }
    await becomes(asked, (now) => now.startsWith("Nothing more is due"));
    says(await asked(), /The next card comes back in \d+ d\./);
    await shown.getByRole("button", { name: "Review All Decks" }).waitFor();
    await inThemes("end", question);
    await page.locator(".pane-header", { hasText: "models" }).first().click();
    await run(page, "View: Toggle Primary Side Bar Visibility");
  });
}
