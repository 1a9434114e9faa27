import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { topics } from "../server/src/derive/topic";
import { read } from "./support/check-model";
import { checkPage } from "./support/literate";
import { isReported } from "./support/reported";
import { mendableIn } from "./support/shown/actions";
import { nameOf } from "./support/shown/name-of";

const folder = "tests/rules";
const ids = readdirSync(folder).map((file) => file.replace(/\.md$/, ""));
const models = (page: string): readonly string[] =>
  [...page.matchAll(/^```(?:yaml|python)\n([\s\S]*?)^```$/gm)].map(([, body]) => body!);

describe("pages of what can be reported", () => {
  it("are there for every id", () => {
    const missing = [...topics().keys()].filter((id) => isReported(id) && !ids.includes(id));
    assert.deepEqual(missing, [], `write ${folder}/<id>.md, then npm run generate`);
  });

  it("are there for nothing else", () =>
    assert.deepEqual(
      ids.filter((id) => !topics().has(id)),
      [],
    ));

  for (const id of ids)
    it(id, () => {
      const path = `${folder}/${id}.md`;
      const page = readFileSync(path, "utf8");
      assert.deepEqual(checkPage(path), []);
      assert.ok(page.startsWith(`# ${id}\n`), "begins with its id");

      const found = models(page).map((model) => mendableIn(model).filter((problem) => problem.id === id));
      const mended = page.includes("\n```fix\n");
      assert.ok(
        found.some((problems) => problems.length),
        "shows what is wrong",
      );
      assert.ok(mended || found.some((problems) => !problems.length), "shows what is right");
      if (topics().get(id)?.rule) {
        const told = found.filter((problems) => problems.length).length;
        assert.ok(told >= 2, `shows at least two models that are told of, not ${told}`);
        assert.ok(found.length - told >= 2, `shows at least two that are left alone, not ${found.length - told}`);
      }
      assert.equal(
        mended,
        found.flat().some(({ fixes }) => fixes?.length),
        "shows the fix where there is one",
      );
      assert.equal(page.includes("\n```titles\n"), mended, "says what the fix is called");
      for (const [, text] of page.matchAll(/^```fix\n([\s\S]*?)^```$/gm))
        assert.deepEqual(
          read(text!, nameOf(text!)).problems.filter((problem) => problem.id === id),
          [],
          "is right after the fix",
        );
    });
});
