import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { destination, flowOf, origin, type Part, soleReader, wholeParts } from "../../server/src/core/flow";
import { understand } from "../../server/src/service";

const flow = (text: string, path = "model.cnn.yaml"): readonly Part[] =>
  flowOf(understand(path, text)!.analysis.models[0]!);
const names = (parts: readonly Part[]): readonly (string | undefined)[] => parts.map(({ op }) => op?.name);
const isCalled = (name: string) => (part: Part) => part.op?.name === name;

const model = `input: [3, 8, 8]
layers:
  - Conv2d: { out_channels: 8, kernel_size: 3, padding: 1 }
    name: first
  - Identity
  - Pair
  - Add
    from: [first, -1]
blocks:
  Pair:
    layers:
      - Conv2dNormActivation: { out_channels: 8, kernel_size: 1 }
      - Dropout
`;

describe("the flattened graph", () => {
  const parts = flow(model.replace("- Add\n", "- Add:\n"));
  const [input, conv, identity, inner, norm, activation, dropout, add] = parts as [
    Part,
    Part,
    Part,
    Part,
    Part,
    Part,
    Part,
    Part,
  ];

  it("opens blocks and composites", () => {
    const all = [undefined, "Conv2d", "Identity", "Conv2d", "BatchNorm2d", "ReLU", "Dropout", "Add"];
    assert.deepEqual(names(parts), all);
    assert.deepEqual(
      parts.map(({ isWhole }) => isWhole),
      [true, true, true, false, false, false, true, true],
    );
  });

  it("knows who reads whom", () => {
    assert.deepEqual(
      conv.readers.map(({ part }) => part),
      [identity, add],
    );
    assert.equal(soleReader(conv), undefined);
    assert.equal(soleReader(inner)?.part, norm);
    assert.deepEqual(
      add.inputs.map((tensor) => tensor?.part),
      [conv, dropout],
    );
    assert.equal(conv.inputs[0]?.part, input);
    assert.deepEqual(
      parts.filter(({ isGiven }) => isGiven),
      [add],
    );
  });

  it("is asked for whole layers, in the order of the flow", () => {
    const read = understand("model.cnn.yaml", model.replace("- Add\n", "- Add:\n"))!.analysis.models[0]!;
    assert.deepEqual(names(wholeParts(read)), [undefined, "Conv2d", "Identity", "Dropout", "Add"]);
  });

  it("is walked to both ends", () => {
    assert.equal(origin(inner.inputs[0], isCalled("Identity"))?.part, conv);
    assert.equal(destination(activation, isCalled("Dropout"))?.part, add);
  });

  it("says nothing of a module that nobody knows, nor of what gets no known shape, and goes on behind it", () => {
    const all = flow("backbone:\n  - [-1, 1, Mystery, [8]]\n  - [-1, 1, nn.ReLU, []]\n", "model.yaml");
    assert.deepEqual(names(all), [undefined, undefined, undefined]);
    assert.equal(all[2]?.inputs[0]?.part, all[1]);
  });

  it("looks through a choice that is settled, and stops at one that is open", () => {
    const chosen = (input: string, when: string) =>
      flow(`input: ${input}\nlayers:\n  - ReLU\n  - Sigmoid:\n    when: ${when}\n  - Tanh\n`);
    assert.deepEqual(names(chosen("[3, 8, 8]", "$(input.channels > 1)")), [undefined, "ReLU", "Sigmoid", "Tanh"]);
    const without = chosen("[3, 8, 8]", "$(input.channels > 3)");
    assert.deepEqual(names(without), [undefined, "ReLU", "Tanh"]);
    assert.equal(without[2]?.inputs[0]?.part.op?.name, "ReLU");
    const open = chosen("[3, H, 8]", "$(input.height > 3)");
    assert.equal(open.at(-1)?.inputs[0]?.part.op, undefined);
  });
});
