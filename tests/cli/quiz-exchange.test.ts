import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { builtIn } from "../../server/src/deck/deck";
import { readDeck } from "../../server/src/deck/read-deck";
import { deck, using } from "../support/quiz-command";

describe("decks of convlint quiz in other forms", () => {
  it("writes a deck for Anki, one note a card, and no two decks at once", () =>
    using((run, cwd) => {
      assert.deepEqual(run("--export-anki cards.txt"), { status: 0, out: "", err: "" });
      const text = readFileSync(join(cwd, "cards.txt"), "utf8");
      assert.match(text, /^#separator:tab\n#html:true\n#deck:Understanding CNNs\n/);
      assert.ok(text.match(/^convlint:understanding-cnns:/gm)!.length >= 23);
      writeFileSync(join(cwd, "nets.cards.yaml"), deck.replace("Ours", "我们的"));
      run("--export-anki nets.txt --deck nets.cards.yaml");
      assert.match(readFileSync(join(cwd, "nets.txt"), "utf8"), /^#deck:我们的\n[\s\S]*^convlint:nets:one\t/m);
      assert.match(
        run("--export-anki x.txt --deck ours.cards.yaml --deck understanding-cnns").err,
        /writes one deck: give one --deck/,
      );
      assert.match(
        run("--export-anki no/such/folder.txt").err,
        /--export-anki no\/such\/folder\.txt: there is no folder/,
      );
    }));

  it("reads what it writes for Anki as an equal deck, and other tables, with what is wrong by line", () =>
    using(
      (run, cwd) => {
        const text = (name: string) => readFileSync(join(cwd, name), "utf8");
        run("--export-anki cards.txt");
        assert.deepEqual(run("--import cards.txt --to again.cards.yaml"), {
          status: 0,
          out: `${builtIn().cards.length} cards were written to again.cards.yaml\n`,
          err: "",
        });
        const { name, cards, problems } = readDeck(text("again.cards.yaml"));
        const plain = (all: readonly object[]) => all.map((card) => ({ ...card, span: null }));
        assert.deepEqual([name, problems, plain(cards)], [builtIn().name, [], plain(builtIn().cards)]);
        assert.ok(cards.length >= 23);
        run("--export-anki again.txt --deck again.cards.yaml");
        assert.equal(
          text("again.txt").replaceAll("convlint:again:", "convlint:understanding-cnns:"),
          text("cards.txt"),
        );

        const { out, err } = run("--import table.csv");
        assert.match(out, /^name: table\ncards:\n {2}- id: one\n/);
        assert.equal(err, "convlint: table.csv:3: this line has no answer\n");
        const json = JSON.parse(run("--import table.csv --format json").out);
        assert.deepEqual(
          [json.cards, json.problems, json.text],
          [1, [{ line: 3, message: "this line has no answer" }], out],
        );
        assert.match(run("--import table.csv --to again.cards.yaml").err, /it is there already/);
        assert.match(run("--import table.csv --to again.yaml").err, /a deck is called \*\.cards\.yaml/);
        assert.match(run("--import nothing.csv").err, /nothing\.csv: there is no such file/);
        assert.match(run("--import empty.csv").err, /empty\.csv: there is no card in it/);
        assert.match(run("--to x.cards.yaml").err, /--to goes with --import/);
      },
      { "table.csv": "question,answer\nOne,1\nTwo,\n", "empty.csv": "" },
    ));
});
