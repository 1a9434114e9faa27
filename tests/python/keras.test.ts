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
        return x
y = Own()(inputs)
y = layers.Conv2D(4, 99)(y)
`;
    assert.deepEqual(
      read(program).filter((line) => !line.startsWith("[")),
      [],
    );
  });
});
