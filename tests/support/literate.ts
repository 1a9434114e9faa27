import { readFileSync, writeFileSync } from "node:fs";
import { checkModel } from "./check-model";
import { nameOf, shown } from "./shown";

const fence = /^```(\S+)\n([\s\S]*?)^```$/gm;

/** A Markdown page of models and what they show. `UPDATE=1` writes what is shown into the page. */
export function checkPage(path: string): string[] {
  const page = readFileSync(path, "utf8");
  const wrong: string[] = [];
  let source = "";
  const updated = page.replace(fence, (whole, info: string, body: string) => {
    if (info === "yaml" || info === "json") {
      source = body;
      if (!body.includes("$0")) wrong.push(...checkModel(body, nameOf(body, info)).map((line) => `${path}: ${line}`));
      return whole;
    }
    const got = shown[info]?.(source);
    if (got === undefined) wrong.push(`${path}: no such fence: ${info}`);
    else if (got !== body) wrong.push(`${path}: ${info} shows\n${got}instead of\n${body}`);
    return got === undefined ? whole : "```" + info + "\n" + got + "```";
  });
  if (process.env["UPDATE"] && updated !== page) writeFileSync(path, updated);
  return process.env["UPDATE"] ? [] : wrong;
}
