import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ModelStatus } from "../../client/src/protocol";
import { problemsText, statusText } from "../../client/src/status-text";
import { wrap } from "../../client/src/wrap";

const status: ModelStatus = {
  uri: "file:///a.yaml",
  version: 1,
  format: "ultralytics-8.4",
  scale: "n",
  scales: ["n", "s"],
  totals: [
    { scale: "n", parameters: "3,157,200", macs: "4.38 G" },
    { scale: "s", parameters: "11,166,560", macs: "14.3 G" },
  ],
  errors: 2,
  warnings: 1,
};

describe("the status item", () => {
  it("shows the totals of the scale that is shown", () => {
    assert.equal(statusText(status), "CNN: 3,157,200 params · 4.38 G MACs · scale n");
    assert.equal(statusText({ ...status, scale: "s" }), "CNN: 11,166,560 params · 14.3 G MACs · scale s");
  });

  it("says nothing of scales where there are none", () => {
    const totals = [{ scale: null, parameters: "255,632", macs: "3.99 M" }];
    assert.equal(statusText({ ...status, scale: null, totals }), "CNN: 255,632 params · 3.99 M MACs");
    assert.equal(statusText({ ...status, scale: null, totals: [] }), "CNN: totals not known");
  });

  it("counts problems as people do", () => {
    assert.equal(problemsText(status), "2 errors, 1 warning");
    assert.equal(problemsText({ ...status, errors: 0, warnings: 0 }), "");
  });
});

describe("the lines of a card", () => {
  it("break at blanks and never in a word", () => {
    assert.deepEqual(wrap("one two three four", 9), ["one two", "three", "four"]);
    assert.deepEqual(wrap("unbreakable", 3), ["unbreakable"]);
  });

  it("fill up paragraphs, and keep lists and tables as they are", () => {
    assert.deepEqual(wrap("a\nb\r\n\r\nc  d\n", 20), ["a b", "c d"]);
    assert.deepEqual(wrap("see:\n- a\n- b\n1. c\n| d |\n\nend", 20), ["see:", "- a", "- b", "1. c", "| d |", "end"]);
    assert.deepEqual(wrap("", 20), []);
  });
});
