import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, it } from "node:test";
import { convlint } from "../support/command";

const model = {
  input: [1, 32, 32],
  layers: [{ Conv2d: { out_channels: 2, kernel_size: 3 } }, "Flatten", { Linear: { out_features: 10 } }],
};
const text = "input: [1, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 2, kernel_size: 9 }\n";

const run = (input: string | Buffer, ...args: readonly string[]) => {
  const { status, out, err } = convlint(["check", "--stdin-ndjson", ...args], { input });
  return {
    status,
    err,
    lines: out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
};

describe("models a line", () => {
  it("are answered in their order, whatever one of them is", () => {
    const given = [
      JSON.stringify({ id: "a", model }),
      JSON.stringify({ id: "b", path: "b.cnn.yaml", text }),
      "{ no json",
      "",
      "[1]",
      JSON.stringify({ id: 7, path: "c.yaml", text: "services: {}\n" }),
      JSON.stringify({ id: "d" }),
      JSON.stringify({ id: "e\u2028", path: "e.cnn.yaml", text: `${text.replace("9", "3")}# \u2028` }).replaceAll(
        "\\u2028",
        "\u2028",
      ),
    ];
    const { status, lines, err } = run(`${given.join("\r\n")}`);
    assert.deepEqual([status, err, lines.length], [1, "", given.length]);
    const { problems, ...known } = lines[0];
    assert.deepEqual(
      problems.map(({ id }: { id: string }) => id),
      ["large-dense-head"],
    );
    assert.deepEqual(known, {
      id: "a",
      ok: true,
      parameters: 20 + 18_010,
      macs: 16_200 + 18_000,
      outputs: [[10]],
    });
    assert.deepEqual(
      [lines[1].id, lines[1].ok, lines[1].problems[0].id, lines[1].problems[0].line],
      ["b", false, "kernel-fits-input", 3],
    );
    for (const i of [2, 3, 4])
      assert.deepEqual([lines[i].id, lines[i].ok, typeof lines[i].error], [null, false, "string"]);
    assert.deepEqual([lines[5].id, lines[5].ok, typeof lines[5].error], [7, false, "string"]);
    assert.deepEqual([lines[6].id, lines[6].ok, typeof lines[6].error], ["d", false, "string"]);
    assert.deepEqual([lines[7].id, lines[7].ok], ["e\u2028", true]);
  });

  it("exit with 0 where nothing is wrong, and take the options of other models", () => {
    const { status, lines } = run(`${JSON.stringify({ id: 1, model })}\n`, "--input", "1,6,6");
    assert.equal(status, 0);
    assert.equal(lines[0].macs, 16 * 18 + 320);
  });

  it("that are no UTF-8 are said to be none", () => {
    const { status, lines } = run(
      Buffer.concat([Buffer.from('{"id": "'), Buffer.from([0xc4, 0xe3]), Buffer.from('"}\n{"id": 2}')]),
    );
    assert.equal(status, 1);
    assert.deepEqual(
      lines.map(({ id, ok }) => [id, ok]),
      [
        [null, false],
        [2, false],
      ],
    );
  });

  it("may be longer than a piece of what is read, and too long for any model", () => {
    const note = "x".repeat(300_000);
    const long = `{"id": 3, "text": "${"y".repeat(65 * 2 ** 20)}"}`;
    const { status, lines } = run(
      [JSON.stringify({ id: 1, model, note }), long, JSON.stringify({ id: 2, model })].join("\n"),
    );
    assert.equal(status, 1);
    assert.deepEqual(
      lines.map(({ id, ok, error }) => [id, ok, error]),
      [
        [1, true, undefined],
        [null, false, "this line is too long"],
        [2, true, undefined],
      ],
    );
  });

  it("are answered as soon as they have come", async () => {
    const child = spawn(process.execPath, ["dist/cli.js", "check", "--stdin-ndjson"]);
    const answers: string[] = [];
    for (const id of [1, 2, 3]) {
      child.stdin.write(`${JSON.stringify({ id, model })}\n`);
      const [data] = await once(child.stdout, "data");
      answers.push(JSON.parse(String(data)).id);
    }
    child.stdin.end();
    const [status] = await once(child, "exit");
    assert.deepEqual([answers, status], [[1, 2, 3], 0]);
  });

  it("may be nothing at all", () => {
    assert.deepEqual(convlint(["check", "--stdin-ndjson"]), { status: 0, out: "", err: "" });
  });

  it("are summed up row by row", () => {
    const { out } = convlint(["summary", "--stdin-ndjson"], { input: `${JSON.stringify({ id: "a", model })}\n` });
    const { layers, totals, parameters } = JSON.parse(out);
    assert.deepEqual([layers.length, totals.parameters, parameters], [3, 18_030, 18_030]);
  });

  it("are a thousand without a word kept of those before", () => {
    const many = 1_000;
    const { lines } = run(Array.from({ length: many }, (_, i) => JSON.stringify({ id: i, model })).join("\n"));
    assert.deepEqual(
      lines.map(({ id }) => id),
      Array.from({ length: many }, (_, i) => i),
    );
  });
});
