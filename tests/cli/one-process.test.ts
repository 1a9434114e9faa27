import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { convlint, type Ended, started, within } from "../support/command";

const sound = "input: [3, 8, 8]\nlayers:\n  - Conv2d: { out_channels: 4, kernel_size: 3, bias: false }\n  - ReLU\n";
const files = {
  "sound.cnn.yaml": sound,
  "broken.cnn.yaml": sound.replace("3, bias", "9, bias"),
  "warned.cnn.yaml": sound.replace(", bias: false", "").replace("ReLU", "BatchNorm2d"),
  "plain.yaml": "a: 1\n",
  "configured/.convlint.yaml": "rules:\n  bias-before-norm: error\n",
  "configured/m.cnn.yaml": sound.replace(", bias: false", "").replace("ReLU", "BatchNorm2d"),
};

/** Each command, each exit status, what is written to which stream and what hangs on the environment. */
const asked: readonly (readonly [status: number, words: string, env?: { readonly [name: string]: string }])[] = [
  [0, ""],
  [2, "chekc"],
  [1, "check"],
  [1, "check --format full --color always"],
  [1, "check --format full", { NO_COLOR: "1", FORCE_COLOR: "1" }],
  [1, "check broken.cnn.yaml", { LC_ALL: "zh_CN.UTF-8" }],
  [1, "check --statistics --format gitlab"],
  [2, "check sound.cnn.yaml missing.yaml plain.yaml"],
  [1, "check --diff"],
  [0, "check configured --fix"],
  [0, "summary sound.cnn.yaml"],
  [0, "explain Conv2d"],
  [1, "diff sound.cnn.yaml warned.cnn.yaml"],
  [0, "export sound.cnn.yaml --to svg"],
  [0, "completion bash"],
  [0, "init"],
];

describe("a command that is run again in the process of another", () => {
  for (const [status, words, env] of asked)
    it(`says and does the same as one that is started: convlint ${words}`, () => {
      const ended = (run: typeof started): { readonly ended: Ended; readonly text: string } =>
        within(files, (cwd) => ({
          ended: run(words.split(" ").filter(Boolean), { cwd, ...(env && { env }) }),
          text: readFileSync(join(cwd, "configured/m.cnn.yaml"), "utf8"),
        }));
      const alone = ended(started);
      assert.equal(alone.ended.status, status, alone.ended.err);
      assert.deepEqual(ended(convlint), alone);
    });

  it("reads what is piped into it, all at once and line by line", () => {
    const marked = Buffer.from(`\ufeff${sound.replace("3, bias", "9, bias")}`);
    const lines = `${JSON.stringify({ id: 1, path: "a.cnn.yaml", text: `${sound}#${"x".repeat(1 << 17)}` })}\n{`;
    for (const [words, input] of [
      ["check - --stdin-path a.cnn.yaml", marked],
      ["summary - --stdin-path a.cnn.yaml", sound],
      ["check --stdin-ndjson", lines],
    ] as const) {
      const alone = started(words.split(" "), { input });
      assert.ok(alone.out.length > 100, alone.err);
      assert.deepEqual(convlint(words.split(" "), { input }), alone);
    }
  });

  it("writes the whole of much text to whoever reads it", () => {
    const words = ["export", "examples/zoo/googlenet.cnn.yaml", "--to", "json"];
    const alone = started(words);
    assert.ok(alone.out.length > 1 << 16, String(alone.out.length));
    assert.deepEqual(convlint(words), alone);
  });
});
