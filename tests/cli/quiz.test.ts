import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { started } from "../support/command";
import { deck, using } from "../support/quiz-command";

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
