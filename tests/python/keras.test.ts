import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countsOf, macsOf, outputsOf, parametersOf } from "../../server/src/core/analysis";
import { showDim, showShape } from "../../server/src/core/dim";
import { render } from "../../server/src/core/message";
import { understand } from "../../server/src/service";

/** What is known of the models of a program, and what is told of it. */
function read(program: string): readonly string[] {
  const { models, problems } = understand("net.py", program)!.analysis;
  const told = problems.filter(({ severity }) => severity === "error");
  return [
    ...models.map((model) => {
      const shapes = model.graph.outputs.map(({ node }) =>
        showShape((outputsOf(model.steps[node ?? -1])?.[0] ?? []).slice(1)),
      );
      return `${shapes.join(" ")} ${showDim(parametersOf(countsOf(model.steps), model.graph))} ${showDim(macsOf(model.steps))}`;
    }),
    ...told.map(({ message, span }) => `${program.slice(span.from, span.to)}: ${render(message)}`),
  ];
}

describe("models of Keras in Python", () => {
  it("are read as layers that are called", () => {
    const program = `import keras
from keras import layers
inputs = keras.Input(shape=(8, 8, 3))
x = layers.Conv2D(4, 3, activation="relu")(inputs)
tower = layers.Conv2D(4, 3, padding="same")
a, b = tower(x), tower(x)
x = layers.Add()([a, b]) + x
x = layers.Flatten()(x)
model = keras.Model(inputs, layers.Dense(2)(x))
`;
    assert.deepEqual(read(program), ["[2] 550 14544"]);
  });

  it("are read as chains of layers", () => {
    const program = `from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
def build():
    model = keras.models.Sequential()
    model.add(Conv2D(8, (3, 3), activation="relu", input_shape=(28, 28, 1)))
    model.add(MaxPooling2D((2, 2)))
    model.add(Flatten())
    model.add(Dense(10, activation="softmax"))
    model.compile(optimizer="adam")
    return model
model = build()
`;
    assert.deepEqual(read(program), ["[10] 13610 62192"]);
  });

  it("are wrong where a layer cannot read what it is given", () => {
    const program = `import keras
from keras import layers
inputs = keras.Input(shape=(8, 8, 3))
x = layers.Conv2D(4, 9)(inputs)
model = keras.Model(inputs, x)
`;
    assert.deepEqual(
      read(program).map((line) => line.split(":")[0]),
      ["[] 0 0", "9"],
    );
  });

  it("have layers of somebody's own, built once and called", () => {
    const program = `import keras
from keras import layers
class Scale(layers.Layer):
    def __init__(self, start=1.0, **kwargs):
        super().__init__(**kwargs)
        self.start = start
        self.inner = layers.Dense(3)
    def build(self, input_shape):
        self.gamma = self.add_weight(shape=(input_shape[-1],), name="gamma")
        self.kept = self.add_weight(shape=(2, input_shape[1]), trainable=False)
    def call(self, x, training=False):
        return self.inner(x) * self.gamma + self.kept[0, 0]
inputs = keras.Input(shape=(8, 8, 3))
scale = Scale()
x = scale(scale(inputs))
model = keras.Model(inputs, layers.Conv2D(4, 3)(x))
`;
    // 3 · 3 + 3 of the inner one, 3 and 2 · 8 learned or kept, and 3 · 3 · 3 · 4 + 4.
    assert.deepEqual(read(program), ["[6, 6, 4] 143 5040"]);
    assert.deepEqual(understand("net.py", program)!.analysis.problems, []);
    assert.deepEqual(read(program.replace("Conv2D(4, 3)", "Conv2D(4, 9)")), [
      "[] 31 1152",
      '9: a filter of 9 px does not fit a height of 8 px: 8 px is the most that fits, or padding="same" keeps 8 px',
    ]);
  });

  it("are joined by signs and functions as arrays are", () => {
    const program = `import keras
from keras import layers, ops
inputs = keras.Input(shape=(8, 8, 6))
a, b = ops.split(inputs, 2, axis=-1)
c, d, e = ops.split(inputs, [1, 3], -1)
x = ops.concatenate([a * c, ops.maximum(b, c), inputs[..., :2]], axis=-1)
x = ops.relu(x)
model = keras.Model(inputs, layers.Conv2D(4, 1)(x))
`;
    assert.deepEqual(read(program), ["[8, 8, 4] 36 2048"]);
    // What does not come out even, one backend cuts all the same.
    assert.deepEqual(read(program.replace("2, axis", "4, axis")), ["[?, ?, 4] ? ?"]);
  });

  it("are left alone where something of them is not known", () => {
    const program = `import keras
from keras import layers
from other import block
base = keras.applications.ResNet50(include_top=False)
inputs = keras.Input(shape=(8, 8, 3))
x = block(inputs)
x = layers.Dense(3)(x)
model = keras.Model(inputs, x)
class Own(layers.Layer):
    def call(self, x):
        return block(x)
y = Own()(inputs)
y = layers.Conv2D(4, 99)(y)
`;
    assert.deepEqual(
      read(program).filter((line) => !line.startsWith("[")),
      [],
    );
  });
});
