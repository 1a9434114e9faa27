import { isKnown, showDim } from "../../core/dim";
import { say } from "../../core/message";
import { keras } from "../../vocabularies/keras";
import { type Body, Unsayable } from "../calls";
import { at, lines } from "../document";
import { formsOf } from "../forms";
import { literal } from "../literal";
import { Names, nameOf, snake } from "../names";
import { type Style, Texts } from "../texts";
import { FunctionText } from "./function";
import { calleeOf, helpers } from "./helpers";

const style: Style = {
  taken: ["keras", "layers", "ops", "x", "inputs"],
  callee: ({ word }) => calleeOf(word),
  value: ({ value, type }) => literal(value, type),
  isLazy: true,
  axisOf: (shape) => shape.at(-1),
};

/** A model as a program for Keras, by its functional interface. */
export function kerasProgram(model: Body, title: string): string {
  const forms = formsOf(model);
  const names = new Names([
    "main",
    "keras",
    "layers",
    "inputs",
    "outputs",
    "model",
    "ops",
    "x",
    ...keras.spellings.keys(),
    ...helpers.keys(),
  ]);
  const inner = new Map<Texts["form"], Texts>();
  const whole = forms.of(model);
  const modelName = names.free(
    nameOf(
      title
        .toLowerCase()
        .replace(/\W+/g, "_")
        .replace(/^_+|_+$/g, ""),
    ),
  );
  const functions: string[] = [];
  const used = new Set<string>();
  for (const form of forms.all) {
    const isModel = form === whole;
    const aware = { ...style, taken: [...style.taken, ...[...inner.values()].map(({ className }) => className)] };
    const texts = new Texts(form, forms, inner, aware, isModel ? modelName : names.free(snake(form.block)), isModel);
    inner.set(form, texts);
    const [{ names: own }] = form.bodies as [Body];
    const inputs = isModel ? (own.length > 1 ? own.map(nameOf) : ["inputs"]) : own.length > 1 ? own.map(nameOf) : ["x"];
    const begin = isModel ? beginOf(model, inputs) : [];
    const text = new FunctionText(texts, isModel);
    functions.push(
      text
        .text(inputs, begin, (results, extra) =>
          isModel ? endOf(inputs, results, extra, modelName) : [at(1, `return ${results.join(", ")}`)],
        )
        .join("\n"),
    );
    for (const { sample } of form.layers)
      for (const call of sample.copies.flat()) if (call.kind === "leaf" && helpers.has(call.word)) used.add(call.word);
  }
  const written = [...used].sort().map((word) => helpers.get(word)!.trimEnd());
  const main = `def main():\n    model = ${modelName}()\n    model.summary()\n\n\nif __name__ == "__main__":\n    main()\n`;
  const more = functions.some((text) => /\bops\./.test(text)) ? ", ops" : "";
  return [`"""${title}"""\n\nimport keras\nfrom keras import layers${more}`, ...written, ...functions, main].join(
    "\n\n\n",
  );
}

function beginOf({ shapes, names, slots, inputs: wires }: Body, inputs: readonly string[]): readonly string[] {
  return inputs.flatMap((input, i) => {
    const [, ...sizes] = shapes[i]!;
    const unknown = sizes.find((size) => typeof size !== "number" || !isKnown(size));
    if (unknown !== undefined)
      throw new Unsayable(
        say`${names[i]!} has no size that is known: ${showDim(unknown)}; --input gives one, such as --input 3x224x224`,
      );
    const isWhole = slots.some(
      ({ reads, copies: [first] }) =>
        reads[0] === wires[i] && first?.[0]?.kind === "leaf" && first[0].args.has("input_dim"),
    );
    const more = [...(inputs.length > 1 ? [`name="${input}"`] : []), ...(isWhole ? ['dtype="int32"'] : [])];
    return lines(1, `${input} = `, { open: "keras.Input(", items: [`shape=${literal(sizes)}`, ...more], close: ")" });
  });
}

/** A model that also gives what only training asks for, unless it is made without. */
function endOf(
  inputs: readonly string[],
  results: readonly string[],
  extra: readonly string[],
  name: string,
): readonly string[] {
  const many = (all: readonly string[]): string => (all.length === 1 ? all[0]! : `[${all.join(", ")}]`);
  const given = (all: readonly string[], indent: number): readonly string[] =>
    lines(indent, "return ", { open: "keras.Model(", items: [many(inputs), many(all), `name="${name}"`], close: ")" });
  return [...(extra.length ? given([...results, ...extra], 2) : []), ...given(results, 1)];
}
