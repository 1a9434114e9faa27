#!/usr/bin/env node
// Looks at the extension in the real editor as a person does, all in one window, and takes pictures of it.
//
//   node esbuild.mjs && node tests/editor/on-screen.mjs     as it is built
//   node tests/editor/on-screen.mjs --vsix                  as people install it
//   node tests/editor/on-screen.mjs status pages            these subjects alone
//
// UPDATE=1 writes the pictures of the walkthrough and of README.
import { everyday } from "./screen/everyday.mjs";
import { inChinese } from "./screen/in-chinese.mjs";
import { pages } from "./screen/pages.mjs";
import { python } from "./screen/python.mjs";
import { quiz } from "./screen/quiz.mjs";
import { reviews } from "./screen/reviews.mjs";
import { status } from "./screen/status.mjs";
import { walkthrough } from "./screen/walkthrough.mjs";
import { withoutMouse } from "./screen/without-mouse.mjs";
import { pictures, withWindow } from "./window.mjs";

/** First what is for those who have mended nothing yet, then for those who have graded no card; what fills the folder last. */
const subjects = {
  walkthrough,
  reviews,
  quiz,
  everyday,
  python,
  status,
  pages,
  "in-chinese": inChinese,
  "without-mouse": withoutMouse,
};
const all = Object.keys(subjects);
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
for (const name of asked) if (!all.includes(name)) throw new Error(`no subject is called ${name}: ${all.join(", ")}`);

const { passed, failed } = await withWindow({ isPacked: process.argv.includes("--vsix") }, async (window) => {
  for (const name of asked.length ? asked : all) {
    console.log(`\n${name}`);
    await subjects[name](window);
    await window.step("and all is put away", window.clear);
  }
});
console.log(`${passed} steps passed, ${failed} failed; pictures: ${pictures}`);
process.exit(failed ? 1 : 0);
