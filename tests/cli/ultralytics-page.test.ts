import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { convlint, within } from "../support/command";

const path = "docs/ultralytics.md";
const fence = /^```(yaml|diff|console)\n([\s\S]*?)^```$/gm;

/** A text with the lines that a diff takes away replaced by those it adds, wherever they stand. */
function changed(text: string, diff: string): string {
  const lines = (sign: string): string =>
    diff
      .split("\n")
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const [before, ...more] = text.split(lines("-"));
  assert.equal(more.length, 1, `takes away what stands once:\n${diff}`);
  return before + lines("+") + more[0];
}

/** The page with every output as the command gives it, for the file as the fences before it have left it. */
function run(page: string): string {
  const files: { [name: string]: string } = {};
  let base = "";
  return page.replace(fence, (whole, kind: string, body: string) => {
    if (kind === "yaml") {
      base = /^# (\S+)/.exec(body)![1]!;
      files[base] = body;
      files["now"] = body;
      return whole;
    }
    if (kind === "diff") {
      files["now"] = changed(files[base]!, body);
      return whole;
    }
    const commands = [...body.matchAll(/^\$ convlint (.*)$/gm)].map(([, command]) => command!);
    const ran = commands.map((command) => {
      const { out, err } = within({ [base]: files["now"]! }, (cwd) => convlint(command.split(" "), { cwd }));
      return `$ convlint ${command}\n${out}${err}`;
    });
    return `\`\`\`console\n${ran.join("\n").trimEnd()}\n\`\`\``;
  });
}

describe("the page about Ultralytics files", () => {
  const page = readFileSync(path, "utf8");

  it("shows what the command prints", () => {
    const now = run(page);
    if (process.env["UPDATE"]) writeFileSync(path, now);
    else assert.equal(page, now, `UPDATE=1 writes ${path}`);
  });

  it("shows of every mistake that it is found", () => {
    const silent = [...page.matchAll(/^### (.*)$([\s\S]*?)(?=^##)/gm)].filter(
      ([, , section]) => !/^yolov8n-fruit\.yaml:\d+:\d+: (?:error|warning)\[/m.test(section!),
    );
    assert.deepEqual(
      silent.map(([, title]) => title),
      [],
    );
  });

  it("leads to pages and sections that are there", () => {
    for (const [, file, section] of page.matchAll(/\]\(([\w/.-]*)(?:#([\w-]+))?\)/g)) {
      const target = file ? readFileSync(`docs/${file}`, "utf8") : page;
      const titles = [...target.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
        title!
          .toLowerCase()
          .replace(/[^\w -]/g, "")
          .replaceAll(" ", "-"),
      );
      assert.ok(section === undefined || titles.includes(section), `${file}#${section}`);
    }
  });
});
