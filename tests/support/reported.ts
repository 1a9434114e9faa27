import { readdirSync, readFileSync } from "node:fs";
import { checks } from "../../server/src/core/checks";

/** All sources but the list of checks itself: what is named in none of them is only planned. */
const sources = readdirSync("server/src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith("checks.ts"))
  .map((path) => readFileSync(`server/src/${path}`, "utf8"))
  .join("\n");

/** Whether something in the sources reports the id; rules and constraints are declared where they are checked. */
export const isReported = (id: string): boolean => !(id in checks) || sources.includes(`"${id}"`);
