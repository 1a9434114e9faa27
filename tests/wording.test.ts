import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { render } from "../server/src/core/message";
import { understandPlain } from "../server/src/service";
import { parseYaml } from "../server/src/tree/yaml";
import { read } from "./support/check-model";

/** The words at which either rule reports, in order. */
function told(text: string): readonly string[] {
  const { problems } = read(text, "model.cnn.yaml");
  return problems
    .filter(({ id }) => id === "unused-input" || id === "duplicate-block")
    .map(({ span }) => text.slice(span.from, span.to));
}

const two = "inputs: { left: [3, 8, 8], right: [3, 8, 8] }\n";
const model = (...layers: readonly string[]): string =>
  `${two}layers:\n${layers.map((one) => `  - ${one}\n`).join("")}`;
const block = (name: string, inputs: string, ...layers: readonly string[]): string =>
  `  ${name}:\n    inputs: [${inputs}]\n    layers:\n${layers.map((one) => `      - ${one}\n`).join("")}`;
const blocks = (...all: readonly string[]): string => `input: [3, 8, 8]\nlayers: [ReLU]\nblocks:\n${all.join("")}`;

describe("an input that nothing reads", () => {
  it("is one that no `from` leads to, in whatever words", () => {
    assert.deepEqual(told(model("{ ReLU: null, from: left }")), ["right"]);
    assert.deepEqual(told(model("{ ReLU: null, from: right }", "ReLU")), ["left"]);
    assert.deepEqual(told(model("{ Concat: { dim: 1 }, from: -1 }")), []);
    assert.deepEqual(told(model("{ Concat: { dim: 1 }, from: [right.0, left] }")), []);
    const reads = (from: string) => told(blocks(block("B", "x, y", `{ Add: null, from: ${from} }`)));
    assert.deepEqual(reads("[x, x]"), ["y"]);
    assert.deepEqual(reads("[input.0, input.0]"), ["y"]);
    assert.deepEqual(reads("[input.1, input.1]"), ["x"]);
    assert.deepEqual(reads("[input.0, y]"), []);
    assert.deepEqual(reads("input"), []);
  });

  it("is read by an expression too, among arguments, conditions and defaults", () => {
    const reads = (layer: string, params = "{}") =>
      told(blocks(block("B", "x, y", layer).replace("    layers", `    params: ${params}\n    layers`)));
    assert.deepEqual(reads("{ Conv2d: { out_channels: $(y.channels * 2), kernel_size: [1, 1] }, from: x }"), []);
    assert.deepEqual(reads("{ Conv2d: { out_channels: 3, kernel_size: [1, $(y.width)] }, from: x }"), []);
    assert.deepEqual(reads("{ ReLU: null, from: x, when: $(y.channels != x.channels) }"), []);
    assert.deepEqual(reads("{ ReLU: null, from: x }", "{ n: $(y.channels) }"), []);
    // Of all inputs together it is the first that has a size.
    assert.deepEqual(reads("{ ReLU: null, from: x, when: $(input.channels > 2) }"), ["y"]);
    assert.deepEqual(reads("{ ReLU: null, from: y, when: $(input.channels > 2) }"), []);
  });

  it("is not told where anything in that list is wrong or half typed", () => {
    for (const layer of [
      "{ ReLU: null, from: lef }",
      "{ ReLU: null, from: -3 }",
      "{ ReLU: null, from: 0 }",
      "{ ReLU: null, from: }",
      "{ ReLU: null, form: right, from: left }",
      "{ ReLU: null, from: left, name: right }",
      "{ ReLU: null, from: left, when: $(right.chan > 2) }",
      "{ ReLU: null, from: left, when: $(right.channels > ) }",
      "{ ReLU: null, from: left, weights: right }",
      "{ Add: null, from: left }",
      "{ ReLU: null, from: [left }",
    ])
      assert.deepEqual(told(model(layer)), [], layer);
    assert.deepEqual(told(model("{ ReLU: null, from: left }", "")), []);
    assert.deepEqual(told(two), []);
    assert.deepEqual(told("inputs: { left: [3, 8, 8], right: }\nlayers: [{ ReLU: null, from: left }]\n"), []);
    const other = block("C", "x, y", "{ ReLU: null, from: x }");
    assert.deepEqual(told(blocks(block("B", "x, y", "{ ReLU: null, from: z }"))), []);
    assert.deepEqual(told(blocks(block("B", "x, y", "{ ReLU: null, from: a.b }"))), []);
    assert.deepEqual(told(blocks(block("B", "x, x", "{ ReLU: null, from: x }"))), []);
    assert.deepEqual(told(blocks(block("B", "x, y z", "{ ReLU: null, from: x }"))), []);
    // What is wrong elsewhere changes nothing here.
    assert.deepEqual(told(blocks(block("B", "x, y", "{ ReLU: nul, form: z }"), other)), ["y"]);
  });

  it("is told once for all calls, repetitions and aliases of the block, with what they give", () => {
    const text = `input: [3, 8, 8]
layers:
  - ReLU:
    name: first
  - B:
    from: [-1, input]
  - B:
    from: [first, -1]
    repeat: 2
blocks:
  B: &b
    inputs: [x, y]
    layers:
      - Tanh:
        from: x
  C: *b
`;
    const { problems } = read(text, "model.cnn.yaml");
    const [found, ...more] = problems.filter(({ id }) => id === "unused-input");
    assert.deepEqual(more, []);
    assert.equal(text.slice(found!.span.from, found!.span.to), "y");
    assert.deepEqual(
      found!.related?.map(({ span, message }) => [text.slice(span.from, span.to), render(message)]),
      [
        ["input", "B #1 is given input for it"],
        ["-1", "B #2 is given B #1 for it"],
      ],
    );
    const read2 = text.replace("  C: *b", "  C:\n    inputs: *n\n    layers: [Add]").replace("[x, y]", "&n [x, y]");
    assert.deepEqual(told(read2), [], "one list of names for two blocks, one of which reads all");
  });

  it("is read in a model that is no text", () => {
    const ids = (text: string) =>
      understandPlain(plain(parseYaml(text).root)).analysis.problems.map(
        ({ id, message }) => `${id}: ${render(message)}`,
      );
    assert.deepEqual(ids(model("{ ReLU: null, from: left }")), ["unused-input: no layer reads the input right"]);
    assert.deepEqual(ids(blocks(block("B", "x, y", "{ ReLU: null, from: x }"))), [
      "unused-input: no layer of B reads its input y",
    ]);
  });
});

const plain = (tree: ReturnType<typeof parseYaml>["root"]): unknown =>
  tree?.kind === "map"
    ? Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]))
    : tree?.kind === "list"
      ? tree.items.map(plain)
      : tree?.value;

describe("two blocks that say the same", () => {
  const conv = "Conv2d: { out_channels: 8, kernel_size: 3 }";
  it("may name and order what they like", () => {
    assert.deepEqual(told(blocks(block("A", "x", conv, "ReLU"), block("B", "y", conv, "ReLU"))), ["B"]);
    assert.deepEqual(
      told(blocks(block("A", "x", conv, "{ ReLU: null, from: -1 }"), block("B", "y", `{ ${conv}, name: c }`, "ReLU"))),
      ["B"],
    );
    const shared = block("B", "x", `{ ${conv}, name: q }`, `{ ${conv}, weights: q, from: x }`);
    assert.deepEqual(
      told(blocks(block("A", "x", `{ ${conv}, name: p }`, `{ ${conv}, weights: p, from: x }`), shared)),
      ["B"],
    );
  });

  it("differ in what they read, do, take or are told", () => {
    const first = block("A", "x, y", conv.replace("{", "{ bias: false,"), "{ Add: null, from: [-1, x, y] }");
    for (const [right, wrong] of [
      ["-1, x, y", "-1, y, x"],
      ["-1, x, y", "-1, x, y, x"],
      ["x, y]\n", "x, y, z]\n"],
      ["null, from", "null, only: training, from"],
      ["null, from", "null, repeat: 2, from"],
      ["bias: false", "bias: true"],
      ["out_channels: 8", 'out_channels: "8"'],
    ] as const) {
      const second = first.replace("A:", "B:").replace(right, wrong);
      assert.notEqual(second, first.replace("A:", "B:"));
      assert.ok(!told(blocks(first, second)).includes("B"), wrong);
    }
    assert.deepEqual(told(blocks(first, first.replace("A:", "B:"))), ["B"]);
  });

  it("differ in a parameter more, in its default, and in where it goes", () => {
    const of = (name: string, params: string, arg: string): string =>
      `  ${name}:\n    params: { ${params} }\n    layers:\n      - Conv2d: { ${arg} }\n      - ReLU\n`;
    const a = of("A", "n: 8, k: 3", "out_channels: $n, kernel_size: $k");
    const same = (params: string, arg: string): boolean => told(blocks(a, of("B", params, arg))).includes("B");
    assert.ok(same("k: 3, n: 8", "kernel_size: $(k), out_channels: $n"));
    assert.ok(same("n: 3, k: 8", "out_channels: $k, kernel_size: $n"));
    assert.ok(!same("n: 8, k: 5", "out_channels: $n, kernel_size: $k"));
    assert.ok(!same("n: 8, k: null", "out_channels: $n, kernel_size: $k"));
    assert.ok(!same("n: 8, k: 3, m: 1", "out_channels: $n, kernel_size: $k"));
    assert.ok(!same("n: 8, k: 3", "out_channels: $k, kernel_size: $n"));
    assert.ok(!same("n: 8, k: 3", "out_channels: $n, kernel_size: $n"));
    assert.ok(!same("n: 8, k: 3", "out_channels: $(n + 1), kernel_size: $k"));
  });

  it("are not told where one is wrong, contains itself, or is an alias of the other", () => {
    assert.deepEqual(told(blocks(block("A", "x", conv, "B"), block("B", "x", conv, "B"))), []);
    assert.deepEqual(told(blocks(block("A", "x", conv, "A"), block("B", "x", conv, "B"))), []);
    const wrong = block("A", "x", conv, "{ ReLU: null, from: z }");
    assert.deepEqual(told(blocks(wrong, wrong.replace("A:", "B:"))), []);
    const alias = block("A", "x", conv, "ReLU").replace("A:", "A: &a");
    assert.deepEqual(told(blocks(alias, "  B: *a\n")), []);
    assert.deepEqual(told(blocks(alias, "  B:\n    <<: *a\n")), []);
  });
});

describe("a call that gives a block less than it reads", () => {
  const body = block("Merge", "x, y", "{ Add: null, from: [x, y] }");
  const arity = (layers: string, head = "input: [3, 8, 8]\n"): number =>
    read(`${head}layers: [${layers}]\nblocks:\n${body}`, "model.cnn.yaml").problems.filter(
      ({ id }) => id === "wrong-arity",
    ).length;

  it("is told once, however often the block is repeated", () => {
    assert.equal(arity("ReLU, Merge"), 1);
    assert.equal(arity("ReLU, { Merge: null, repeat: 3 }"), 1);
    assert.equal(arity("ReLU, { Merge: null, from: [-1, input], repeat: 3 }"), 1);
    assert.equal(arity("ReLU, { Merge: null, from: [-1, input] }"), 0);
    assert.equal(arity("ReLU, { Merge: null, when: $(input.channels > 5) }"), 0);
  });

  it("is not told where it is open how much that is", () => {
    assert.equal(arity("Merge", ""), 0);
    assert.equal(arity("Spilt, Merge"), 0);
    assert.equal(arity("{ Merge: null, from: nobody }"), 0);
  });
});
