import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { type Model, outputsOf, type Step, weightsOf } from "../../server/src/core/analysis";
import { showDim, showShape } from "../../server/src/core/dim";
import { applied } from "../../server/src/core/edit";
import { render } from "../../server/src/core/message";
import { type Understood, understand } from "../../server/src/service";
import { generated } from "../support/generated-rows";
import { randomly } from "../support/random";
import { filesBelow } from "../support/rows";
import { sample, some } from "../support/sample";

/** What each call gives and what weights it has, in the order in which they are computed. */
const callsOf = ({ steps }: Model): readonly string[] =>
  (steps as readonly Step[]).map((step) => {
    const weights = step.outcome ? weightsOf(step.outcome).map(({ dims, kind }) => `${kind} ${showShape(dims)}`) : [];
    return `${step.node.op}: ${outputsOf(step)?.map(showShape).join(" ")}, ${weights}, ${showDim(step.outcome?.macs ?? 0)}`;
  });

const errorsIn = ({ analysis }: Understood): number =>
  analysis.problems.filter(({ severity }) => severity === "error").length;

const commentsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=^|[ \t])#.*$/gm)].map(([one]) => one).sort();

/** All that is offered at a place, carried out: the model that comes of it computes what it did, or what was said of it. */
function tryAll(path: string, text: string, from: number, to: number, seen: Map<string, number>): void {
  const before = understand(path, text)!;
  for (const { kind, title, cannot, say } of before.rewrites!({ from, to })) {
    if (/\.(row|words|native)(\.|$)/.test(kind)) continue;
    if (cannot) {
      assert.ok(render(cannot));
      continue;
    }
    const done = say();
    // Of a long text it only turns out now that it cannot be done.
    if (!done && text.length > 5000) continue;
    const now = done && applied(text, done.edits);
    const where = `${path}, ${render(title)}:\n${text.slice(Math.max(0, from - 300), to + 300)}\n=>\n${now}`;
    assert.ok(now !== undefined && now !== text, where);
    const after = understand(path, now)!;
    assert.ok(errorsIn(after) <= errorsIn(before), where);
    assert.equal(/(?<!\r)\n/.test(now), /(?<!\r)\n/.test(text), `lines end in two ways: ${where}`);
    const kept = commentsIn(now);
    // What is written in a block is there once more when its layers are.
    if (!kind.includes(".inline.")) assert.deepEqual(kept, commentsIn(text), where);
    else
      assert.ok(
        commentsIn(text).every((one) => kept.includes(one)),
        where,
      );
    const [was, is] = [before.analysis.models[0]!, after.analysis.models[0]!];
    // These change what is computed, as their titles say.
    if (!/\.(padding|residual)/.test(kind)) assert.deepEqual(callsOf(is), callsOf(was), where);
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
}

/** A test that finds nothing to try proves nothing. */
const told = (seen: ReadonlyMap<string, number>, kinds: readonly string[]): void => {
  for (const kind of kinds) assert.ok(seen.get(kind), `${kind} was never offered`);
};

const sampled = sample(100, "files of generated rows");

describe("refactorings of generated rows", () => {
  const random = randomly(7);
  const seen = new Map<string, number>();
  for (let i = 0; i < sampled; i++) {
    const { path, style, text } = generated(random);
    it(`leave the model what it is: ${style}, ${i}`, () => {
      const { rows } = understand(path, text)!.sheets!()[0]!;
      const [a, b] = [random.below(rows.length), random.below(rows.length)];
      tryAll(path, text, rows[a]!.span.from, rows[a]!.span.from, seen);
      tryAll(path, text, rows[Math.min(a, b)]!.span.from, rows[Math.max(a, b)]!.span.to, seen);
    });
  }
  it("are offered", () => told(seen, ["refactor.rewrite.name", "refactor.rewrite.residual", "refactor.extract.block"]));
});

describe("refactorings of the examples", () => {
  const seen = new Map<string, number>();
  const random = randomly(8);
  const files = filesBelow("examples").filter((path) => /\.cnn\.(yaml|json)$/.test(path));
  const isOfZoo = (path: string): boolean => path.includes("zoo/");
  for (const path of [...files.filter((path) => !isOfZoo(path)), ...some(files.filter(isOfZoo), "networks of the zoo")])
    it(`leave the model what it is: ${path}`, () => {
      const text = readFileSync(path, "utf8");
      for (const { rows } of understand(path, text)!.sheets!())
        for (let tries = 0; tries < (isOfZoo(path) ? 1 : 2); tries++) {
          const a = random.below(rows.length);
          const b = Math.min(rows.length - 1, a + random.below(4));
          tryAll(path, text, rows[a]!.span.from, rows[a]!.span.from, seen);
          tryAll(path, text, rows[a]!.span.from, rows[b]!.span.to, seen);
        }
    });
  it("are offered", () =>
    told(seen, [
      "refactor.rewrite.name",
      "refactor.rewrite.padding",
      "refactor.rewrite.in-features.add",
      "refactor.rewrite.residual",
      "refactor.extract.block",
      "refactor.inline.block",
    ]));
});

describe("refactorings of a text with lines that end in CRLF", () => {
  const text =
    "input: [3, 8, 8]\r\nlayers:\r\n  - Conv2d: { out_channels: 3, kernel_size: 3, padding: 1 }\r\n  - ReLU\r\n";
  const seen = new Map<string, number>();
  it("put in no line that ends in another way", () => {
    const [{ rows }] = understand("net.cnn.yaml", text)!.sheets!() as [any];
    tryAll("net.cnn.yaml", text, rows[0].span.from, rows[1].span.to, seen);
    told(seen, ["refactor.rewrite.residual", "refactor.extract.block"]);
  });
});
