import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { endings } from "../../client/src/endings";
import type { ModelStatus } from "../../client/src/protocol";
import { checkedText, problemsText, statusAloud, statusText } from "../../client/src/status-text";
import type { Telling } from "../../client/src/told";
import { wrap } from "../../client/src/wrap";

/** As the editor tells texts that nobody has translated. */
const l10n: Telling = {
  t: (message, ...values) => message.replace(/\{(\d+)\}/g, (_, i) => String(values[Number(i)])),
};

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

describe("lines of a quick pick", () => {
  it("end between words, and in Chinese between signs, each as wide as two letters", () => {
    assert.deepEqual(wrap("one two  three four", 9), ["one two", "three", "four"]);
    assert.deepEqual(wrap("卷积核每次移动的像素数。步幅 1 时，相邻窗口重叠", 12), [
      "卷积核每次移",
      "动的像素数。",
      "步幅 1 时，",
      "相邻窗口重叠",
    ]);
    assert.deepEqual(wrap("用 `Conv2d` 层", 9), ["用", "`Conv2d`", "层"]);
  });
});

describe("the status item", () => {
  it("shows the totals of the scale that is shown", () => {
    assert.equal(statusText(status, l10n), "CNN: 3,157,200 params · 4.38 G MACs · scale n");
    assert.match(statusText({ ...status, isProgram: true }, l10n), / MACs · n$/);
    assert.equal(statusText({ ...status, scale: "s" }, l10n), "CNN: 11,166,560 params · 14.3 G MACs · scale s");
  });

  it("says nothing of scales where there are none", () => {
    const totals = [{ scale: null, parameters: "255,632", macs: "3.99 M" }];
    assert.equal(statusText({ ...status, scale: null, totals }, l10n), "CNN: 255,632 params · 3.99 M MACs");
    assert.equal(statusText({ ...status, scale: null, totals: [] }, l10n), "CNN: nothing to count yet");
  });

  it("counts problems as people do", () => {
    assert.equal(problemsText(status, l10n), "2 errors, 1 warning");
    assert.equal(problemsText({ ...status, errors: 0, warnings: 0 }, l10n), "");
  });
});

describe("the status for a screen reader", () => {
  it("has words in place of signs", () => {
    assert.equal(
      statusAloud(status, l10n),
      "Convolutional network, 3,157,200 parameters, 4.38 G multiply-accumulates, scale n, 2 errors, 1 warning",
    );
    const nothing = { ...status, scale: null, totals: [], errors: 0, warnings: 0 };
    assert.equal(statusAloud(nothing, l10n), "Convolutional network, nothing to count yet");
  });
});

describe("the result of a look at all models", () => {
  it("says how many there are and what is wrong", () => {
    assert.equal(checkedText(12, status, l10n), "12 models checked: 2 errors, 1 warning.");
    assert.equal(checkedText(1, { errors: 0, warnings: 0 }, l10n), "1 model checked: no errors, no warnings.");
  });
});

describe("a server that ends by itself", () => {
  it("is started again, of which people are told once, until it has ended too often", () => {
    const remedy = endings({ most: 3, within: 1000 });
    assert.deepEqual([0, 10, 20, 30].map(remedy), ["restart-and-say", "restart", "restart", "give-up"]);
  });

  it("is told of again after a time without an end", () => {
    const remedy = endings({ most: 3, within: 1000 });
    assert.deepEqual([0, 999, 2500].map(remedy), ["restart-and-say", "restart", "restart-and-say"]);
  });
});

describe("the lines of a card", () => {
  it("break at blanks and never in a word", () => {
    assert.deepEqual(wrap("one two three four", 9), ["one two", "three", "four"]);
    assert.deepEqual(wrap("unbreakable", 3), ["unbreakable"]);
  });

  it("go on without a blank where a line of Chinese does", () => {
    assert.deepEqual(wrap("第一行，\n第二行 end\nand more", 40), ["第一行，第二行 end and more"]);
  });

  it("fill up paragraphs, and keep lists and tables as they are", () => {
    assert.deepEqual(wrap("a\nb\r\n\r\nc  d\n", 20), ["a b", "c d"]);
    assert.deepEqual(wrap("see:\n- a\n- b\n1. c\n| d |\n\nend", 20), ["see:", "- a", "- b", "1. c", "| d |", "end"]);
    assert.deepEqual(wrap("", 20), []);
  });
});
