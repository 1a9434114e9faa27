import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { CheckId } from "../../server/src/core/checks";
import { isNativeName, parse } from "../../server/src/formats/index";
import { understand } from "../../server/src/service";
import { nameOf } from "../support/shown/name-of";

/** What is wrong of a text in which somebody is still writing a row, beside its brackets and lines. */
const unfinished: ReadonlySet<string> = new Set<CheckId>([
  "row-has-four-entries",
  "unknown-argument",
  "unknown-operator",
]);

const fence = /^```(\S+)\n([\s\S]*?)^```$/gm;

/** Of each format a whole and a half-typed text: nothing is only shown to work where all is well. */
function kindsIn(page: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, info = "", body = ""] of page.matchAll(fence)) {
    if (info !== "yaml" && info !== "json") continue;
    const name = nameOf(body, info);
    const text = body.replace("$0", "");
    const understood = understand(name, text);
    if (!understood) continue;
    const isHalf =
      parse(name, text).problems.length > 0 ||
      understood.analysis.problems.some(({ id, severity }) => severity === "error" && unfinished.has(id));
    found.add(
      `${isHalf ? "a half-typed" : "a whole"} text of ${isNativeName(name) ? "the native format" : "Ultralytics"}`,
    );
  }
  return found;
}

const all = ["a whole", "a half-typed"].flatMap((text) =>
  ["the native format", "Ultralytics"].map((format) => `${text} text of ${format}`),
);

/** What is about programs alone shows no model of either. */
const isOfFormats = (file: string): boolean =>
  file.endsWith(".md") && /^```(?:yaml|json)$/m.test(readFileSync(`tests/features/${file}`, "utf8"));

for (const file of readdirSync("tests/features").filter(isOfFormats))
  test(`features/${file} shows whole and half-typed texts of both formats`, () => {
    const kinds = kindsIn(readFileSync(`tests/features/${file}`, "utf8"));
    assert.deepEqual(
      all.filter((kind) => !kinds.has(kind)),
      [],
    );
  });
