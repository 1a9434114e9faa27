import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { countsOf, macsOf } from "../../server/src/core/analysis";
import { render } from "../../server/src/core/message";
import { classesBelow } from "../../server/src/lsp/classes";
import { understand } from "../../server/src/service";

/** A class, the arguments of a row that names it, what the row reads, and how often it is repeated. */
export type Row = readonly [
  name: string,
  args: readonly unknown[],
  inputs: readonly (readonly number[])[],
  repeats?: number,
];

const files = new Map<string, ReturnType<typeof classesBelow>>();

function classesIn(path: string) {
  const before = files.get(path);
  if (before) return before;
  const file = resolve(path).replaceAll("\\", "/");
  const folder = file.slice(0, file.lastIndexOf("/"));
  const text = readFileSync(path, "utf8");
  const classes = classesBelow([folder], () => [{ path: file.slice(folder.length + 1), text }], {
    text: (path) => (path === file ? text : undefined),
  });
  files.set(path, classes);
  return classes;
}

const written = (value: unknown): string =>
  value === null
    ? "None"
    : typeof value === "boolean"
      ? value
        ? "True"
        : "False"
      : Array.isArray(value)
        ? `[${value.map(written).join(", ")}]`
        : String(value);

/** What is known of a row of a model file that names a class of a file of Python. */
export function figuresOf([name, args, inputs, n = 1]: Row, path: string) {
  const [[images = 1, c = 1, h = 1, w = 1] = []] = inputs;
  const from = inputs.length > 1 ? `[${inputs.map((_, i) => i)}]` : "-1";
  const text = [
    "nc: 3",
    "backbone:",
    ...inputs.map(([, channels]) => `  - [${-1}, 1, nn.Conv2d, [${c}, ${channels}, 1]]`),
    `  - [${from}, ${n}, ${name}, ${written(args)}]`,
    "head:",
    "  - [-1, 1, nn.Identity, []]",
  ].join("\n");
  const classes = classesIn(path);
  const asked = { findClasses: classes.find, files: classes.files(), input: [c, h, w] };
  const { models, problems } = understand("model.yaml", `${text}\n`, asked)!.analysis;
  const steps = models[0]!.steps.filter(({ node }) => node.op === name && node.row);
  const counts = countsOf(steps);
  const told = problems.filter(({ severity }) => severity === "error").map(({ message }) => render(message));
  const output = steps.at(-1)?.outcome?.outputs[0];
  return {
    parameters: Number(counts.trainable) + Number(counts.frozen),
    shape: output && [images, ...output.slice(1)],
    macs: macsOf(steps),
    told,
  };
}
