import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { insertAbove, insertBelow } from "../../server/src/edits/rows/insert";
import { compareLayers, type ModelsComparison } from "../../server/src/report/diff/models/comparison";
import { comparedOf } from "../../server/src/report/diff/models/layer";
import { titleOf } from "../../server/src/report/diff/models/words";
import { changed, modelOf, sheetsIn } from "../support/rows";

/** The versions of the file that was compared last, each of which meets the others more than once. */
const versions = { path: "", looked: new Map<string, ReturnType<typeof comparedOf>>() };

function look(path: string, text: string): ReturnType<typeof comparedOf> {
  if (versions.path !== path) Object.assign(versions, { path, looked: new Map() });
  const found = versions.looked.get(text) ?? comparedOf(modelOf(path, text), text);
  versions.looked.set(text, found);
  return found;
}

function compared(path: string, old: string, now: string): ModelsComparison {
  const of = (text: string) => look(path, text);
  const side = { file: path, rows: 0 };
  return compareLayers([side, of(old)], [side, of(now)], []);
}

/** `~ row 3  Conv2d: kernel_size 3 → 5`. */
const told = ({ changes }: ModelsComparison): readonly string[] =>
  changes.map((group) => {
    const all = group.changes.map(({ name, old = "–", new: now = "–" }) => `${name} ${old} → ${now}`);
    return `${{ added: "+", removed: "-", changed: "~", follows: " " }[group.kind]} ${titleOf(group)}${all.length ? `: ${all.join(", ")}` : ""}`;
  });

const zoo = ["densenet121", "googlenet", "keras-xception", "mobilenet_v2", "resnet18"];
const files = [
  ...zoo.map((name) => `examples/zoo/${name}.cnn.yaml`),
  "examples/lenet5.cnn.yaml",
  "examples/unet.cnn.yaml",
  "examples/yolov8-style.yaml",
];

describe("two models", () => {
  for (const path of files)
    it(`with a row more or less differ by that one, wherever it is: ${path}`, () => {
      const text = readFileSync(path, "utf8");
      sheetsIn(path, text).forEach((sheet, which) => {
        const last = sheet.rows.length;
        // Of a long list some places: each takes a look at the whole model.
        const step = Math.max(1, Math.floor(last / 2));
        for (let position = 0; position <= last; position += step) {
          const change = position < last ? insertAbove(sheet, position) : insertBelow(sheet, last - 1);
          if (!change) continue;
          const longer = changed(text, change);
          const where = `${path}, list ${which}, row ${position}`;
          const more = compared(path, text, longer);
          assert.deepEqual([more.changes.length, more.changes[0]?.kind], [1, "added"], `${where}: ${told(more)}`);
          const less = compared(path, longer, text);
          assert.deepEqual([less.changes.length, less.changes[0]?.kind], [1, "removed"], `${where}: ${told(less)}`);
        }
      });
      assert.ok(compared(path, text, `# another line\n${text}`).isEqual);
    });
});

const net = `input: [3, 32, 32]
layers:
  - Conv2d: { out_channels: 8, kernel_size: 3, padding: 1 }
    name: stem
  - Twice: { channels: 8 }
    repeat: 2
  - Twice: { channels: 16, stride: 2 }
  - Add:
    from: [-1, -1]
  - Flatten
  - Linear: { out_features: 10 }
blocks:
  Twice:
    params: { channels: null, stride: 1 }
    layers:
      - Conv2d: { out_channels: $channels, kernel_size: 3, stride: $stride, padding: 1, bias: false }
      - BatchNorm2d
      - ReLU
      - Inner: { width: "$(channels * 2)" }
      - Conv2d: { out_channels: $channels, kernel_size: 1 }
  Inner:
    params: { width: null }
    layers:
      - Conv2d: { out_channels: $width, kernel_size: 1 }
`;

const edited = (from: string, to: string): ModelsComparison => {
  assert.ok(net.includes(from));
  return compared("a.cnn.yaml", net, net.replace(from, to));
};

describe("a change", () => {
  it("inside of a block is told once, with all that call it and the sum of what it costs", () => {
    const found = edited("3, stride: $stride, padding: 1", "5, stride: $stride, padding: 2");
    assert.deepEqual(told(found), ["~ Twice › row 0  Conv2d: kernel_size 3 → 5, padding 1 → 2"]);
    const [group] = found.changes;
    assert.deepEqual(
      group!.places.map(({ index }) => index),
      [1, 2],
    );
    // 8 and twice more 8 channels to 8, 8 to 16: 8·8·(9 + 9) + 8·16·9 = 2,304, and 25 / 9 of that.
    assert.deepEqual(group!.parameters, [2304, 6400]);
  });

  it("two blocks deep is told where it is written", () => {
    assert.deepEqual(told(edited("$width, kernel_size: 1", "$width, kernel_size: 3, padding: 1")), [
      "~ Inner › row 0  Conv2d: kernel_size 1 → 3, padding 0 → 1",
    ]);
    assert.deepEqual(told(edited("channels * 2", "channels * 4")), [
      "~ Twice › row 3  Inner: width $(channels * 2) → $(channels * 4)",
    ]);
  });

  it("of a call is told there, and not at the layers that it makes others", () => {
    const found = edited("channels: 16", "channels: 24");
    assert.deepEqual(told(found), ["~ row 2  Twice: channels 16 → 24"]);
    assert.ok(found.follows.some((group) => titleOf(group) === "Twice › row 0  Conv2d"));
    assert.deepEqual(told(edited("stride: 1 }", "stride: 2 }")), ["~ row 1  Twice ×2: stride 1 → 2"]);
  });

  it("of repeats, names, operators and reads is told in the words of the file", () => {
    assert.deepEqual(told(edited("repeat: 2", "repeat: 3")), ["~ row 1  Twice ×3: repeats 2 → 3"]);
    assert.deepEqual(told(edited("name: stem", "name: root")), ["~ row 0  Conv2d (root): name stem → root"]);
    assert.deepEqual(told(edited("- ReLU", "- GELU")), ["~ Twice › row 2  GELU: operator ReLU → GELU"]);
    assert.deepEqual(told(edited("from: [-1, -1]", "from: [-1, -2]")), ["~ row 3  Add: from [-1, -1] → [-1, -2]"]);
  });

  it("that only says the default is none", () => {
    assert.ok(
      edited("kernel_size: 3, padding: 1 }\n    name", "kernel_size: [3, 3], stride: 1, padding: 1 }\n    name")
        .isEqual,
    );
  });

  it("of the input is a total, and all layers follow", () => {
    const found = edited("[3, 32, 32]", "[3, 64, 64]");
    assert.deepEqual(told(found), []);
    assert.ok(!found.isEqual && found.follows.length > 5);
    assert.deepEqual(
      found.totals.filter(({ equal }) => !equal).map(({ name }) => name),
      ["input", "parameters", "trainable", "MACs", "memory"],
    );
  });
});

const weights = (framework: string, old: string, now: string) => {
  const of = (layers: string): string =>
    `framework: ${framework}\ninput: ${framework === "keras" ? "[8, 8, 3]" : "[3, 8, 8]"}\nlayers:\n${layers}`;
  return compared("w.cnn.yaml", of(old), of(now)).kept;
};

describe("weights that can still be loaded", () => {
  it("go by the number of the row in PyTorch, and by its name where it has one", () => {
    const conv = "  - Conv2d: { out_channels: 4, kernel_size: 3 }\n";
    const two = `${conv}  - Conv2d: { out_channels: 4, kernel_size: 1 }\n`;
    // 3·4·9 + 4 = 112 and 4·4 + 4 = 20.
    assert.deepEqual(weights("pytorch", two, two), { parameters: 132, of: 132, others: [] });
    const moved = weights("pytorch", two, `  - Identity\n${two}`);
    // The second's bias is where the first's is.
    assert.deepEqual([moved?.parameters, moved?.of], [4, 132]);
    assert.deepEqual(moved?.others[0], { name: "1.weight", old: "[4, 4, 1, 1]", new: "[4, 3, 3, 3]" });
    const named = `${conv}    name: a\n`;
    assert.equal(weights("pytorch", named, `  - Identity\n${named}`)?.parameters, 112);
  });

  it("are not counted where a module is not known", () => {
    const conv = "  - Conv2d: { out_channels: 4, kernel_size: 3 }\n";
    assert.equal(weights("pytorch", conv, `${conv}  - Odd\n`), undefined);
  });

  it("go by the names of layers in Keras, which do not count what has none of that kind", () => {
    const conv = "  - Conv2D: { filters: 4, kernel_size: 3 }\n  - BatchNormalization\n";
    // 112, and 4 for each of 4 channels, moving statistics included.
    assert.deepEqual(weights("keras", conv, `  - Dropout: { rate: 0.1 }\n${conv}`), {
      parameters: 128,
      of: 128,
      others: [],
    });
  });
});
