import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint } from "../support/command";
import { using } from "../support/quiz-command";

describe("the log of convlint quiz", () => {
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
});
