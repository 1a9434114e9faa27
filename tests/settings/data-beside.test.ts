import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dataBeside } from "../../server/src/settings/data-beside";
import { readDataFile } from "../../server/src/settings/data-file";

describe("a data file", () => {
  const cases: readonly (readonly [text: string, says: ReturnType<typeof readDataFile>])[] = [
    ["train: a\nnc: 3\n", { classes: 3, kptShape: null }],
    ["train: a\nnames: [cat, dog]\n", { classes: 2, kptShape: null }],
    ["train: a\nnames:\n  0: cat\n  1: dog\n  2: cow\n", { classes: 3, kptShape: null }],
    ["train: [a, b]\nnc: 2\nnames: ['a', 'b']\n", { classes: 2, kptShape: null }],
    ["train: a\nnc: 1\nkpt_shape: [17, 3]\n", { classes: 1, kptShape: [17, 3] }],
    ["train: a\nnc: 1\nkpt_shape: 17\n", { classes: 1 }],
    // Refused by the library, or another number than it seems.
    ["train: a\nnc: 2\nnames: [cat]\n", { kptShape: null }],
    ["train: a\nnames:\n  1: cat\n  2: dog\n", { kptShape: null }],
    ["train: a\nnames: cat\n", { kptShape: null }],
    ["train: a\nnc: 010\n", { kptShape: null }],
    ["train: a\nnc: '3'\n", { kptShape: null }],
    ["train: a\nnc: 0\n", { kptShape: null }],
    // Other files.
    ["nc: 3\nnames: [a, b, c]\n", "none"],
    ["train: a\nval: b\n", "none"],
    ["train:\nnc: 3\n", "none"],
    ["", "none"],
    ["train: a\nnc: [3\n", "broken"],
    ["train: a\nnc: 3\nnames: [a, b\n", "broken"],
  ];
  for (const [text, says] of cases) it(JSON.stringify(text), () => assert.deepEqual(readDataFile(text), says));
});

const three = "train: a\nnc: 3\n";
const five = "train: a\nnc: 5\n";

/** Which file is found for a model two folders deep, and every path that was asked for. */
function lookedAt(files: { readonly [path: string]: string }, last = "/w", model = "/w/a/b/model.yaml") {
  const asked: string[] = [];
  const found = dataBeside(model, last, (path) => {
    asked.push(path);
    return files[path];
  });
  return { file: found?.file, classes: found?.classes, asked };
}

describe("the data file beside a model", () => {
  it("is the nearest", () => {
    const files = { "/w/a/b/data.yaml": three, "/w/data.yaml": five };
    assert.deepEqual(lookedAt(files).file, "data.yaml");
    assert.deepEqual(lookedAt({ "/w/a/data.yml": three, "/w/data.yaml": five }).file, "../data.yml");
    assert.deepEqual(lookedAt({ "/w/dataset.yaml": five }).file, "../../dataset.yaml");
  });

  it("is not looked for above the last folder, nor above that of a model which lies elsewhere", () => {
    const files = { "/data.yaml": three, "/w/data.yaml": five };
    assert.equal(lookedAt(files, "/w/a").file, undefined);
    assert.ok(lookedAt(files, "/w/a").asked.every((path) => path.startsWith("/w/a/")));
    const elsewhere = lookedAt(files, "/v");
    assert.ok(elsewhere.asked.every((path) => path.startsWith("/w/a/b/")));
    assert.equal(lookedAt({ "/data.yaml": three }).file, undefined);
  });

  it("is read under these three names only", () =>
    assert.deepEqual(lookedAt({}, "/w/a/b").asked, ["/w/a/b/data.yaml", "/w/a/b/data.yml", "/w/a/b/dataset.yaml"]));

  it("is none where several of one folder differ, or one is broken or cannot be read", () => {
    const above = { "/w/data.yaml": five };
    assert.equal(lookedAt({ ...above, "/w/a/b/data.yaml": three, "/w/a/b/dataset.yaml": five }).file, undefined);
    assert.equal(lookedAt({ ...above, "/w/a/b/data.yaml": three, "/w/a/b/data.yml": three }).classes, 3);
    assert.equal(lookedAt({ ...above, "/w/a/b/data.yaml": "train: a\nnc: [3\n" }).file, undefined);
    const refused = dataBeside("/w/m.yaml", "/w", () => {
      throw new Error("EACCES");
    });
    assert.equal(refused, undefined);
  });

  it("is another file where one of that name describes no data", () =>
    assert.equal(lookedAt({ "/w/a/b/data.yaml": "name: x\n", "/w/a/data.yaml": three }).file, "../data.yaml"));

  it("is not the model itself", () =>
    assert.equal(lookedAt({ "/w/data.yaml": three }, "/w", "/w/data.yaml").file, undefined));
});
