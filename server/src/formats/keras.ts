import { isScalar } from "yaml";
import { symbol } from "../core/dim";
import type { Format } from "../core/format";
import type { Arg, Node } from "../core/graph";
import { keras as vocabulary } from "../vocabularies/keras";
import { entries, get, items, parse, spanOf, textOf, valueOf, type Yaml } from "./yaml-tree";

/** `model.to_json()` of a Keras sequential model. */
export const keras: Format = {
  id: "keras",
  detect: (text) => /"class_name"\s*:\s*"Sequential"/.test(text),
  read(text) {
    const { root, problems } = parse(text);
    const nodes: Node[] = [];
    for (const layer of items(get(get(root, "config"), "layers"))) {
      const className = get(layer, "class_name"),
        op = textOf(className);
      if (!className || op === undefined) continue;
      const id = nodes.length,
        config = get(layer, "config");
      const node = { id, label: textOf(get(config, "name")) ?? op, op, span: spanOf(layer), opSpan: spanOf(className) };
      nodes.push(
        op === "InputLayer"
          ? {
              ...node,
              inputs: [],
              args: [],
              given: shapeOf(get(config, "batch_shape") ?? get(config, "batch_input_shape")),
            }
          : {
              ...node,
              layer: id - 1,
              inputs: id ? [{ node: id - 1, port: 0 }] : [{ port: 0 }],
              args: entries(config).map(argOf),
            },
      );
    }
    return {
      models: [{ graph: { vocabulary, nodes, outputs: [{ node: nodes.length - 1, port: 0 }] } }],
      problems,
      comments: [],
    };
  },
  place: () => undefined,
};

const argOf = ({ key, keySpan, node }: ReturnType<typeof entries>[number]): Arg => ({
  name: key,
  nameSpan: keySpan,
  value: valueOf(node, keySpan),
});

/** Height, width and channels; null is a size that only the data will tell. */
const shapeOf = (node: Yaml | null | undefined) =>
  items(node).map((size, i) =>
    isScalar(size) && typeof size.value === "number" ? size.value : symbol("NHWC"[i] ?? "?"),
  );
