import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { builtIn } from "../../server/src/deck/deck";
import { readDeck } from "../../server/src/deck/read-deck";
import { convlint, started, within } from "../support/command";

const deck = `name: Ours
cards:
  - { id: one, question: "What is \`1 + 1\`?", answer: Two. }
  - { id: two, question: Second?, answer: Yes. }
  - { id: 3, question: Third? }
`;

/** The command with answers in a folder of its own. */
function using(test: (run: (words: string) => ReturnType<typeof convlint>, folder: string) => void, files = {}): void {
  within({ "ours.cards.yaml": deck, ...files }, (cwd) =>
    test(
      (words) =>
        convlint(["quiz", ...words.split(" ").filter(Boolean)], {
          cwd,
          env: { CONVLINT_QUIZ_FOLDER: join(cwd, "logs") },
        }),
      cwd,
    ),
  );
}

describe("convlint quiz", () => {
  it("says what is due where nobody can press keys, and ends", () =>
    using((run, cwd) => {
      const { status, out, err } = run("");
      assert.deepEqual([status, err], [0, ""]);
      assert.match(out, /^0 due · 0 learning · 10 new\n\n {2}What is a convolutional/);
      assert.match(out, /--format json gives them to a script\.\n$/);
      const env = { CONVLINT_QUIZ_FOLDER: join(cwd, "logs") };
      assert.deepEqual(started(["quiz"], { cwd, env, input: " 3 3" }), { status, out, err });
    }));

  it("gives one card a call, answered by the next", () =>
    using((run) => {
      const first = JSON.parse(run("--format json").out);
      assert.deepEqual(first.counts, { new: 10, learning: 0, due: 0 });
      assert.deepEqual(JSON.parse(run("--format json").out).card.key, first.card.key, "asking changes nothing");
      assert.deepEqual(
        first.card.grades.map((one: any) => [one.grade, one.in.replace(/\d+ d/, "n d")]),
        [
          ["again", "1 min"],
          ["hard", "6 min"],
          ["good", "10 min"],
          ["easy", "n d"],
        ],
      );
      const second = JSON.parse(run(`--format json --card ${first.card.key} --grade good --took 1500`).out);
      assert.deepEqual([second.done.card, second.done.grade, second.done.phase], [first.card.key, "good", "learning"]);
      assert.deepEqual(second.counts, { new: 9, learning: 1, due: 0 });
      assert.notEqual(second.card.key, first.card.key);
      const back = JSON.parse(run("--format json --undo").out);
      assert.deepEqual([back.done.kind, back.counts, back.card.key], ["undo", first.counts, first.card.key]);
      assert.match(run("--undo").err, /nothing was done on this machine that could be taken back/);
    }));

  it("asks the deck of a file, says what is wrong in it, and asks its other cards", () =>
    using((run) => {
      const { status, err } = run("--deck ours.cards.yaml");
      assert.equal(status, 0);
      assert.match(err, /^convlint: ours\.cards\.yaml:5:/);
      const both = JSON.parse(run("--format json --deck ours.cards.yaml --deck understanding-cnns").out);
      assert.equal(both.card.key, "ours/one");
      assert.equal(both.card.plain.question, "What is `1 + 1`?");
      assert.equal(
        run("--deck ours.cards.yaml --card one --grade 4").out.replace(/\d+ d/, "n d"),
        "Easy: one comes again in n d\n",
      );
      assert.equal(JSON.parse(run("--format json --deck ours.cards.yaml").out).card.key, "ours/two");
    }));

  it("remembers cards by the name of their file, however its letters are written, and takes no two of one name", () =>
    using(
      (run, cwd) => {
        const key = (words: string) => JSON.parse(run(`--format json ${words}`).out).card.key;
        for (const name of ["Pr\u00fcfung", "Pru\u0308fung"]) {
          writeFileSync(join(cwd, `${name}.cards.yaml`), deck);
          assert.equal(key(`--deck ${name}.cards.yaml`), "pr\u00fcfung/one");
        }
        assert.equal(key("--deck ours.cards.yaml --deck ./ours.cards.yaml"), "ours/one");
        const { status, err } = run("--deck ours.cards.yaml --deck more/ours.cards.yaml");
        assert.equal(status, 2);
        assert.match(err, /--deck more\/ours\.cards\.yaml: another deck is remembered as ours too/);
      },
      { "more/ours.cards.yaml": deck },
    ));

  it("asks the decks of a folder and what its models are made of", () =>
    using(
      (run, cwd) => {
        const cards = (words: string) => JSON.parse(run(`--format json ${words}`).out);
        assert.deepEqual(cards("--deck .").counts, { new: 6, learning: 0, due: 0 });
        assert.equal(cards("--deck . --deck ours.cards.yaml").counts.new, 6, "nothing is asked twice");
        assert.match(run("--deck .").err, /^convlint: ours\.cards\.yaml:5:/m);
        assert.equal(cards("--deck operators").card.key, "operators/conv2d");
        assert.equal(
          run("--deck operators --card conv2d --grade 4").out.replace(/\d+ d/, "n d"),
          "Easy: conv2d comes again in n d\n",
        );
        writeFileSync(join(cwd, "net.cnn.yaml"), "input: [3, 8, 8]\nlayers:\n  - ReLU\n");
        assert.deepEqual(cards("--deck operators").card.key, "operators/relu");
        mkdirSync(join(cwd, "empty"));
        assert.match(
          run("--deck empty").err,
          /--deck empty: there is no deck in it, no file \*\.cards\.yaml, and no model/,
        );
      },
      {
        "more/nets.cards.yaml": deck.replace("id: 3", "id: three, answer: Yes"),
        "net.cnn.yaml": "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 8, kernel_size: 3 }\n",
        "more/words.yaml": "a: 1\n",
      },
    ));

  it("puts cards off, away, back, and makes them new", () =>
    using((run) => {
      assert.equal(run("--card feature-map-size --bury").out, "feature-map-size is put off until tomorrow\n");
      assert.equal(run("--card feature-map-size --suspend").out, "feature-map-size is no longer asked\n");
      assert.equal(run("--card feature-map-size --unsuspend").out, "feature-map-size is asked again\n");
      assert.equal(run("--card feature-map-size --reset").out, "feature-map-size is new again\n");
    }));

  it("takes options for all decks or for one, and shows them", () =>
    using((run) => {
      assert.match(run("--set newPerDay=3 --set learningSteps=5m,1h --set fuzz=off").out, / newPerDay=3\n/);
      assert.match(run("").out, /^0 due · 0 learning · 3 new\n/);
      run("--deck ours.cards.yaml --set newPerDay=1");
      const { options } = JSON.parse(
        run("--options --format json --deck ours.cards.yaml --deck understanding-cnns").out,
      );
      assert.deepEqual([options.ours.newPerDay, options["understanding-cnns"].newPerDay], [1, 3]);
      assert.deepEqual([options.ours.learningSteps, options.ours.fuzz], [["5m", "1h"], false]);
      assert.match(run("--set newPerDay=default").out, / newPerDay=10\n/);
    }));

  it("tells what was learned as text, JSON, Markdown and a picture", () =>
    using((run) => {
      run("--card feature-map-size --grade good --took 2500");
      assert.match(run("--stats").out, /^1 review, 1 day in a row, 3 s spent\n\nCards\n/);
      assert.equal(JSON.parse(run("--stats --format json").out).statistics.reviews, 1);
      assert.match(run("--stats --format markdown").out, /^# What you have learned\n/);
      assert.match(run("--stats --format svg").out, /^<svg /);
    }));

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

  it("goes through a lesson, with a model beside it that nothing but somebody's own hand changes", () =>
    using(
      (run, cwd) => {
        const model = join(cwd, "net.cnn.yaml");
        const first = run("--lesson net.cards.yaml");
        assert.deepEqual([first.status, first.err], [1, ""]);
        assert.equal(
          first.out,
          "net.cnn.yaml was written: complete it step by step.\nNet: step 1 of 2\n\n  Halve it.\n\nStill wrong: there is no MaxPool2d in the model yet\n",
        );
        const begun = readFileSync(model, "utf8");
        writeFileSync(model, `${begun}  - MaxPool2d: { kernel_size: 2 }\n`);
        const { status, out } = run("--lesson net.cards.yaml");
        assert.equal(status, 1);
        assert.match(
          out,
          /^Net: step 2 of 2\n\n {2}✓ halve\n\n {2}Ten\.\n\nStill wrong: the model gives \[1, 4, 4\], not \[10\]\n$/,
        );
        writeFileSync(
          join(cwd, "anna.cnn.yaml"),
          `${begun}  - MaxPool2d: { kernel_size: 2 }\n  - Flatten\n  - Linear: { out_features: 10 }\n`,
        );
        const anna = run("--lesson net.cards.yaml --model anna.cnn.yaml --format json");
        assert.equal(anna.status, 0);
        const { done, wrong, steps } = JSON.parse(anna.out);
        assert.deepEqual([done, wrong, steps[1]], [true, null, { id: "ten", done: true, goal: true }]);
        assert.match(
          run("--lesson net.cards.yaml --model nobody.cnn.yaml").err,
          /--model nobody\.cnn\.yaml: there is no such file/,
        );
        assert.match(run("--lesson ours.cards.yaml").err, /ours\.cards\.yaml: it is no lesson/);
        assert.match(run("--model net.cnn.yaml").err, /--model goes with --lesson/);
      },
      {
        "net.cards.yaml":
          "name: Net\nlesson: |\n  input: [1, 8, 8]\n  layers:\ncards:\n  - { id: halve, question: Halve it., answer: So., goal: MaxPool2d }\n  - { id: ten, question: Ten., answer: So., goal: 'output => [10]' }\n",
      },
    ));

  it("writes all answers to a file, and takes in a file or a folder, nothing twice", () =>
    using((run, cwd) => {
      run("--card feature-map-size --grade good");
      assert.deepEqual(
        [run("--export-log all.jsonl").status, readFileSync(join(cwd, "all.jsonl"), "utf8").split("\n").length],
        [0, 2],
      );
      const other = (words: string) =>
        convlint(["quiz", ...words.split(" ").filter(Boolean)], {
          cwd,
          env: { CONVLINT_QUIZ_FOLDER: join(cwd, "other") },
        });
      assert.equal(other("--import-log all.jsonl").out, "1 event was taken in from 1 log\n");
      assert.equal(other("--import-log logs").out, "0 events were taken in from 1 log\n");
      assert.match(other("").out, /^0 due · 1 learning · /);
      assert.match(other("--import-log nowhere").err, /--import-log nowhere: there is no such file/);
      assert.match(other("--import-log .").out, /0 events/);
    }));

  it("tells what is damaged in a log with its place, and goes on", () =>
    using((run, cwd) => {
      run("--card feature-map-size --grade good");
      const broken = '{"id":"x","n":1,"at":12';
      writeFileSync(join(cwd, "logs", "lap.jsonl"), `nonsense\n${broken}`);
      const { status, out, err } = run("");
      assert.equal(status, 0);
      assert.match(out, /^0 due · 1 learning/);
      assert.match(err, /lap\.jsonl:1: this line cannot be read; it is left as it is, and all others count\n/);
      assert.match(err, /lap\.jsonl:2: the last line was not written to its end/);
      assert.equal(readFileSync(join(cwd, "logs", "lap.jsonl"), "utf8"), `nonsense\n${broken}`);
    }));

  it("says that the clock was set back, and goes on", () =>
    using((run, cwd) => {
      run("--card feature-map-size --grade good");
      run("--export-log all.jsonl");
      const line = readFileSync(join(cwd, "all.jsonl"), "utf8");
      const later = line.replace(/"at":\d+/, `"at":${Date.now() + 40 * 86_400_000}`);
      writeFileSync(join(cwd, "logs", `reviews-${JSON.parse(line).device}.jsonl`), later);
      const { status, err } = run("--card padding --grade good");
      assert.match(err, /the clock was set back: the last review is dated 1\.3 months from now\n/);
      assert.equal(status, 0, err);
      assert.equal(run("").err, "", "what was reviewed under it is believed no longer");
    }));

  it("says where answers cannot be kept, does not lose them, and ends with 2", () =>
    using((run) => {
      const { status, err } = run("--storage ours.cards.yaml --card feature-map-size --grade good");
      assert.equal(status, 2);
      assert.match(err, /1 answer could not be written to .*ours\.cards\.yaml \(/);
      assert.match(err, /\n\{"id":".*"kind":"review"/);
    }));

  for (const [words, message] of [
    ["feature-map-size", /convlint explain feature-map-size shows one card/],
    ["--format xml", /--format is one of text, json, markdown, svg/],
    ["--format svg", /--format svg goes with --stats/],
    ["--grade good", /--grade needs --card ID/],
    ["--card feature-map-size", /--card wants to know what happened: --grade, --bury/],
    ["--card feature-map-sice --bury", /did you mean feature-map-size\?/],
    ["--card feature-map-size --grade 5", /--grade is one of again, hard, good, easy, or 1 to 4, not 5/],
    ["--card feature-map-size --grade good --took -1", /--took/],
    ["--card feature-map-size --grade good --took soon", /--took is a whole number of milliseconds, not soon/],
    ["--card feature-map-size --bury --suspend", /--bury and --suspend are two things/],
    ["--stats --undo", /--stats and --undo are two things/],
    ["--deck nowhere", /--deck nowhere: a deck is understanding-cnns, a file \*\.cards\.yaml, or a folder of them/],
    ["--deck nowhere.cards.yaml", /--deck nowhere\.cards\.yaml: there is no such file/],
    ["--set retention=2", /--set retention=2: retention takes a number from 0\.7 to 0\.99/],
    ["--set retention", /retention takes a number/],
    ["--set newPerday=1", /did you mean newPerDay\?/],
    ["--set learningSteps=1x", /at most ten times such as 1m,10m,1h,1d; none for no steps/],
  ] as const)
    it(`refuses ${words}`, () =>
      using((run) => {
        const { status, out, err } = run(words);
        assert.deepEqual([status, out], [2, ""]);
        assert.match(err, message);
        assert.equal(err.trim().split("\n").length, 1, err);
      }));
});
