// The pages that have colours of ours: reviews and statistics. Their texts are measured in every theme.
import { contrastsIn } from "../contrast.mjs";
import { pageIn, run } from "../hands.mjs";

/** What WCAG 2 asks of texts of usual size. */
const enough = 4.5;

export async function pages({ page, step, inThemes }) {
  const shown = pageIn(page);
  const measured = (least) => async (theme) => {
    const texts = await shown.locator("body").evaluate(contrastsIn);
    if (texts.length < least) throw new Error(`${theme}: only ${texts.length} texts were measured`);
    const pale = texts.filter(({ contrast }) => contrast < enough);
    if (pale.length)
      throw new Error(pale.map(({ text, contrast }) => `${theme}: ${contrast.toFixed(2)} of "${text}"`).join("\n"));
  };

  await step("a card that is due can be read in every theme, and is answered by keys", async () => {
    await run(page, "ConvLint: Review Due Cards");
    await shown.locator("#grades button").first().waitFor();
    await inThemes("review-question", shown.locator("#question"), measured(6));
    await shown.locator("#card").press("Space");
    await inThemes("review", shown.locator("#grades button").nth(3), measured(10));
    await shown.locator("#card").press("3");
    await shown.locator("#grades button").nth(1).waitFor({ state: "detached" });
  });

  await step("what is too pale is found", async () => {
    await shown.locator("body").evaluate((body) => {
      body.insertAdjacentHTML("beforeend", "<p id=pale>pale</p>");
      Object.assign(body.lastElementChild.style, { color: "#999", background: "#fff" });
    });
    const texts = await shown.locator("body").evaluate(contrastsIn);
    const { contrast } = texts.find(({ text }) => text === "pale");
    if (contrast.toFixed(2) !== "2.85") throw new Error(`#999 on #fff is 2.85, not ${contrast}`);
    await shown.locator("#pale").evaluate((one) => one.remove());
  });

  await step("statistics can be read in every theme", async () => {
    await run(page, "ConvLint: Show Quiz Statistics");
    await shown.getByText("What you have learned").first().waitFor();
    await inThemes("statistics", shown.locator("h1").first(), measured(10));
  });
}
