import { torch } from "../../vocabularies/pytorch";
import type { Body, Leaf } from "../calls";
import { formsOf } from "../forms";
import { literal } from "../literal";
import { classNameOf, Names, nameOf } from "../names";
import { type Style, Texts } from "../texts";
import { ClassText } from "./class";
import { helpers } from "./helpers";
import { mainOf } from "./main";

const style: Style = {
  taken: ["self", "torch", "nn", "F", "x"],
  callee: ({ word }: Leaf) => (word in torch ? `nn.${word}` : word),
  value: ({ value, type }) => (typeof value === "string" && value in torch ? `nn.${value}` : literal(value, type)),
  isLazy: false,
  axisOf: (shape, axis) => (axis === "F" ? shape.at(-1) : shape[1]),
};

/** A model as a program for PyTorch. */
export function pytorchProgram(model: Body, title: string): string {
  const forms = formsOf(model);
  const names = new Names(helpers.keys());
  const inner = new Map<Texts["form"], Texts>();
  const classes: string[][] = [];
  const used = new Set<string>();
  const whole = forms.of(model);
  const modelName = names.free(classNameOf(title));
  for (const form of forms.all) {
    const isModel = form === whole;
    const texts = new Texts(
      form,
      forms,
      inner,
      style,
      isModel ? modelName : names.free(classNameOf(form.block)),
      isModel,
    );
    inner.set(form, texts);
    const [{ names: own }] = form.bodies as [Body];
    const inputs = own.length > 1 ? own.map(nameOf) : ["x"];
    classes.push([...new ClassText(texts).text(inputs)]);
    for (const { sample } of form.layers)
      for (const call of sample.copies.flat()) if (call.kind === "leaf" && helpers.has(call.word)) used.add(call.word);
  }
  const written = [...used].sort().map((word) => helpers.get(word)!.trimEnd().split("\n"));
  const code = [...written, ...classes, mainOf(model, modelName)].map((one) => one.join("\n"));
  const functional = code.some((text) => /\bF\./.test(text)) ? "import torch.nn.functional as F\n" : "";
  const body = [...code, 'if __name__ == "__main__":\n    main()'].join("\n\n\n");
  return `"""${title}"""\n\nimport torch\n${functional}from torch import nn\n\n\n${body}\n`;
}
