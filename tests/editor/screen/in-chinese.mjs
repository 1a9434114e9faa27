// The editor in Chinese: what the extension says is in Chinese, in titles, problems, hints and hovers.
import { readFileSync } from "node:fs";
import { hoverOver, hoverOverStatus, linesOf, open } from "../hands.mjs";
import { root } from "../window.mjs";

const titles = JSON.parse(readFileSync(root("package.nls.zh-cn.json"), "utf8"));
/** Names and formulas are the same in every language; three English words in a row are a sentence. */
function inChineseAlone(text) {
  if (!/\p{Script=Han}/u.test(text)) throw new Error(`there is no Chinese in ${text}`);
  const [english] = /(\b[a-z]{2,} ){2}[a-z]{2,}\b/i.exec(text) ?? [];
  if (english) throw new Error(`"${english}" is English in ${text}`);
}

export async function inChinese({ inLanguage }) {
  const { page, step, picture } = await inLanguage("zh-cn");

  await step("a problem is told in Chinese", async () => {
    await open(page, "linear-in-features.cnn.yaml");
    await linesOf(page).filter({ hasText: "→ [1152]" }).first().waitFor();
    const [told] = (await (await hoverOver(page, "800", "1152")).innerText()).split("\n");
    inChineseAlone(told); // below it stand buttons of the editor, which has no such language here
    await picture("chinese");
    await page.keyboard.press("Escape");
  });

  await step("a layer, its hint and the status too", async () => {
    for (const word of ["Conv2d", "416"]) inChineseAlone(await (await hoverOver(page, word, "5·5·1·16")).innerText());
    await page.keyboard.press("Escape");
    const [totals] = (await (await hoverOverStatus(page, "988,672")).allInnerTexts()).join().split("\n");
    inChineseAlone(totals);
  });

  await step("commands have titles in Chinese", async () => {
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input[type=text]").first().fill(">ConvLint");
    for (const key of ["commands.showSummary", "commands.newFromZoo"])
      await page.locator(".quick-input-list .monaco-list-row", { hasText: titles[key] }).first().waitFor();
    await page.keyboard.press("Escape");
  });

  await page.close();
}
