import { readFileSync, writeFileSync } from "node:fs";
import { withCarets } from "./carets";
import { checkModel } from "./check-model";
import { shown } from "./shown";
import { nameOf } from "./shown/name-of";

const updates = process.env["UPDATE"] !== undefined && process.env["UPDATE"] !== "";

const fence = /^```(\S+)\n([\s\S]*?)^```$/gm;

/** A Markdown page of models and what they show. `UPDATE=1` writes what is shown into the page, problems included. */
export function checkPage(path: string): string[] {
  // Where comments are what it is about, they state nothing for us.
  const stated = !path.endsWith("/stated-shape-wrong.md");
  const page = readFileSync(path, "utf8");
  const wrong: string[] = [];
  let source = "";
  const updated = page.replace(fence, (whole, info: string, body: string) => {
    if (info === "yaml" || info === "json" || info === "python") {
      source = body;
      if (body.includes("$0")) return whole;
      const name = nameOf(body, info);
      const differs = checkModel(body, name, {}, stated);
      wrong.push(...differs.map((line) => `${path}: ${line}`));
      if (!updates || !differs.length || info === "json") return whole;
      source = withCarets(body, name);
      return "```" + info + "\n" + source + "```";
    }
    const got = shown[info]?.(source);
    if (got === undefined) wrong.push(`${path}: no such fence: ${info}`);
    else if (got !== body) wrong.push(`${path}: ${info} shows\n${got}instead of\n${body}`);
    return got === undefined ? whole : "```" + info + "\n" + got + "```";
  });
  if (updates && updated !== page) writeFileSync(path, updated);
  return updates ? [] : wrong;
}
