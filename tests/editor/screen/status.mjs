// What the language status tells beside the totals: which configuration counts, and that a model is being read.
import { execFileSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { goTo, hoverOverStatus, linesOf, open } from "../hands.mjs";
import { says } from "../says.mjs";

export async function status({ page, folder, server, step, picture, inThemes }) {
  const configuration = join(folder, ".convlint.yaml");
  const line = (text) => linesOf(page).filter({ hasText: text }).first();

  await step("the status names the configuration, and what is wrong there", async () => {
    await writeFile(configuration, "rulez: {}\n");
    await open(page, "deck.cnn.yaml");
    await line("→ [16, 30, 30]").waitFor();
    const wrong = await hoverOverStatus(page, "1 problem in the configuration");
    says(await wrong.ariaSnapshot(), ".convlint.yaml");
    await inThemes("configuration", wrong);
    await writeFile(configuration, "rules: {}\n");
    await hoverOverStatus(page, "counts for this model");
    await page.mouse.move(600, 400);
    await rm(configuration);
  });

  await step("it turns while a model is read, and no longer", async () => {
    const pid = languageServerBelow(server.pid);
    await goTo(page, 1, 1);
    process.kill(pid, "SIGSTOP"); // as one that has much to read
    try {
      await page.keyboard.type("# ");
      const busy = await hoverOverStatus(page, "ConvLint is reading the model");
      await busy.locator(".codicon-loading, .codicon-modifier-spin").first().waitFor();
      says(await busy.ariaSnapshot(), "ConvLint is reading the model");
      await picture("busy");
    } finally {
      process.kill(pid, "SIGCONT");
    }
    await page.locator(".hover-language-status", { hasText: "is reading" }).waitFor({ state: "detached" });
    await hoverOverStatus(page);
    await page.mouse.move(600, 400);
  });
}

/** The one of ours among all that the editor started. */
function languageServerBelow(editor) {
  const all = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
    .map(([, pid, parent, args]) => ({ pid: Number(pid), parent: Number(parent), args }));
  const below = (pid) => all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)]);
  const found = below(editor).filter(({ args }) => /[\\/]dist[\\/]server\.js /.test(args));
  if (found.length !== 1) throw new Error(`${found.length} language servers run`);
  return found[0].pid;
}
