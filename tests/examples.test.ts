import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countsOf, type Model, macsOf, outputsOf, parametersOf } from "../server/src/core/analysis";
import { keras } from "../server/src/vocabularies/keras";
import { pytorch } from "../server/src/vocabularies/pytorch";
import { read } from "./support/check-model";
import { c2f, conv, dense, detect, normed, sppf, sum, twice, up } from "./support/count";
import { complaints, models, textOf } from "./support/examples";

/** The detector at its five widths, with the repeats of its outer and of its inner stages. */
function fruit(
  [a, b, c, d, e]: readonly [number, number, number, number, number],
  outer: number,
  inner: number,
): number {
  const backbone = [
    normed(3, a, 3),
    normed(a, b, 3) + c2f(b, b, outer),
    normed(b, c, 3) + c2f(c, c, inner),
    normed(c, d, 3) + c2f(d, d, inner),
    normed(d, e, 3) + c2f(e, e, outer) + sppf(e, e),
  ];
  const head = [c2f(e + d, d, outer), c2f(d + c, c, outer), normed(c, c, 3) + c2f(c + d, d, outer), detect([c, d], 6)];
  return sum(...backbone, ...head);
}

interface Totals {
  readonly id?: string;
  readonly parameters: number;
  /** Where it is not all of them. */
  readonly trainable?: number;
  readonly macs?: number;
  /** The shape of the last output, without the batch. */
  readonly output: readonly number[];
}

const scale = (id: string, parameters: number): Totals => ({
  id,
  parameters,
  trainable: parameters - 16,
  output: [10, 80 * 80 + 40 * 40],
});

const good: { readonly [file: string]: readonly Totals[] } = {
  "deck.cnn.yaml": [
    {
      parameters: sum(3 * 3 * 1 * 16, 3 * 3 * 16 * 32, 28 * 28 * 32 * 10),
      macs: sum(30 * 30 * 144, 28 * 28 * 4_608, 250_880),
      output: [10],
    },
  ],
  "deck-bias.cnn.yaml": [
    { parameters: sum(conv(1, 16, 3), conv(16, 32, 3), dense(25_088, 10)), macs: 3_993_152, output: [10] },
  ],
  "lenet5.cnn.yaml": [
    {
      parameters: sum(conv(1, 6, 5), conv(6, 16, 5), conv(16, 120, 5), dense(120, 84), dense(84, 10)),
      macs: sum(28 * 28 * 150, 10 * 10 * 2_400, 48_000, 120 * 84, 84 * 10),
      output: [10],
    },
  ],
  "unet.cnn.yaml": [
    {
      parameters: sum(
        ...[twice(3, 32), twice(32, 64), twice(64, 128), twice(128, 256)],
        ...[up(256, 128), up(128, 64), up(64, 32), conv(32, 2, 1)],
      ),
      output: [2, 128, 128],
    },
  ],
  "keras-small.cnn.yaml": [
    {
      parameters: sum(
        ...[3 * 3 * 3 * 24, 4 * 24, 3 * 3 * 24 * 48, 4 * 48, conv(48, 96, 3)],
        ...[dense(4 * 4 * 96, 64), dense(64, 5)],
      ),
      trainable: 151_565 - 2 * (24 + 48),
      output: [5],
    },
  ],
  "yolov8-style.yaml": [
    scale("n", fruit([16, 24, 48, 96, 128], 1, 2)),
    scale("s", fruit([24, 48, 96, 192, 256], 1, 2)),
    scale("m", fruit([40, 72, 144, 288, 288], 2, 4)),
  ],
};

const totalsOf = (model: Model): Totals => {
  const counts = countsOf(model.steps);
  const parameters = Number(parametersOf(counts, model.graph));
  const [shape = []] = outputsOf(model.steps.at(-1)) ?? [];
  return {
    ...(model.id !== undefined && { id: model.id }),
    parameters,
    trainable: Number(counts.trainable),
    macs: Number(macsOf(model.steps)),
    output: shape.slice(1).map(Number),
  };
};

/** Words that no operator answers to yet. */
const lacking = [
  ...["Tanh"].filter((name) => !pytorch.spellings.has(name)),
  ...["softmax"].filter((name) => !keras.activations?.has(name)),
];

/** Said in the files themselves: the pooling leaves out a row and a column, and the deck leaves out activations. */
const advice: { readonly [file: string]: readonly string[] } = {
  "deck.cnn.yaml": ["stacked-linear", "large-dense-head"],
  "deck-bias.cnn.yaml": ["stacked-linear", "large-dense-head"],
  "keras-small.cnn.yaml": ["pixels-never-read"],
};

describe("examples", () => {
  it("are all tried here", () => assert.deepEqual(models("examples"), Object.keys(good).sort()));

  for (const [file, expected] of Object.entries(good))
    it(`${file} has no problem, and these totals`, () => {
      const text = textOf(file);
      if (lacking.some((word) => new RegExp(`\\b${word}\\b`).test(text.replace(/#.*/g, "")))) {
        // Nothing but the missing operator may be wrong.
        assert.deepEqual(
          [...new Set(complaints(text, file).map(({ words }) => words))].filter((w) => !lacking.includes(w)),
          [],
        );
        return;
      }
      const told = advice[file] ?? [];
      assert.deepEqual(
        complaints(text, file).map(({ id }) => id),
        told,
      );
      const found = read(text, file).models.map(totalsOf);
      assert.equal(found.length, expected.length);
      expected.forEach((one, i) =>
        assert.deepEqual(found[i], {
          ...found[i],
          trainable: one.parameters,
          ...one,
        }),
      );
    });

  it("say their totals in their comments", () => {
    for (const [file, [totals, ...more]] of Object.entries(good))
      if (!more.length) assert.ok(textOf(file).includes(totals!.parameters.toLocaleString("en")), file);
  });

  it("leave it to the editor to show shapes", () => {
    for (const file of [...models("examples"), ...models("examples/broken").map((name) => `broken/${name}`)])
      assert.doesNotMatch(textOf(file), /# =>|\^\^|convlint-/, file);
  });
});

describe("the table of the examples", () => {
  const page = textOf("README.md");

  it("leads to every file, and to none that is not there", () => {
    const linked = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
    const inFolders = ["broken", "lessons"].flatMap((folder) =>
      models(`examples/${folder}`).map((file) => `${folder}/${file}`),
    );
    const files = [...Object.keys(good), ...inFolders, "zoo/README.md"];
    assert.deepEqual([...linked].sort(), files.sort());
  });

  it("states the totals of the files", () => {
    for (const [file, [totals, ...more]] of Object.entries(good)) {
      const row = page.split("\n").find((line) => line.includes(`(${file})`));
      const figure = more.length ? "by size" : totals!.parameters.toLocaleString("en");
      assert.equal(row?.split("|").at(-2)?.trim(), figure, file);
    }
  });
});
