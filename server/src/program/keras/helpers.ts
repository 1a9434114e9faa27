/** What Keras itself has no layer for, written out where a model has it: functions in small letters, layers in large. */
export const helpers: ReadonlyMap<string, string> = new Map([
  [
    "LayerScale",
    `class LayerScale(layers.Layer):
    """One learned factor for each channel."""

    def __init__(self, init_values=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.init_values = init_values

    def build(self, input_shape):
        self.gamma = self.add_weight(
            shape=(input_shape[-1],),
            initializer=keras.initializers.Constant(self.init_values),
            name="gamma",
        )

    def call(self, x):
        return x * self.gamma
`,
  ],
  [
    "channel_shuffle",
    `def channel_shuffle(x, groups):
    """Deals the channels of every group out among all groups."""
    height, width, channels = x.shape[1:]
    x = layers.Reshape((height, width, groups, channels // groups))(x)
    x = layers.Permute((1, 2, 4, 3))(x)
    return layers.Reshape((height, width, channels))(x)
`,
  ],
]);

/** A function of `keras.ops`. */
export const functions: ReadonlySet<string> = new Set(["split"]);

/** What is called, and whether that is a function of tensors, or makes a layer that is one. */
export const calleeOf = (word: string): string =>
  functions.has(word) ? `ops.${word}` : helpers.has(word) ? word : `layers.${word}`;

export const isFunction = (word: string): boolean => /^[a-z]/.test(word);
