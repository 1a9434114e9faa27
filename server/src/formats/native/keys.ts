/** A key with what it means, as completion shows it. */
export interface Key {
  readonly name: string;
  readonly doc: string;
}

/** Beside an operator. */
export const layerKeys: readonly Key[] = [
  { name: "name", doc: "What other layers call this one in `from`." },
  {
    name: "from",
    doc: "What the layer reads: a name, a negative number, or a list of those. Default: the layer before.",
  },
  { name: "repeat", doc: "How often it is built, one after another, each with weights of its own." },
  { name: "when", doc: "A condition such as `$(stride != 1)`; the layer is left out where it does not hold." },
  { name: "only", doc: "`training`: the layer is left out of operations and outputs." },
  { name: "weights", doc: "The layer whose weights this one uses." },
];

/** At the top of a model. */
export const modelKeys: readonly Key[] = [
  { name: "name", doc: "What the model is called." },
  { name: "framework", doc: "`pytorch` or `keras`: whose names, defaults and order of axes hold." },
  { name: "input", doc: "Sizes of one image without the batch: `[3, 224, 224]`, or with symbols `[3, H, W]`." },
  { name: "inputs", doc: "Sizes by the name of each input, where there are several." },
  { name: "layers", doc: "The layers, one after another." },
  { name: "blocks", doc: "Parts with parameters, called by their names like operators." },
  { name: "outputs", doc: "Names of the layers that leave the model. Default: the last." },
  { name: "training", doc: "`batch_size`, `precision`, `optimizer`, `loss`." },
];
