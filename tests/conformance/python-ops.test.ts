import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { execute } from "../../server/src/python/program";
import { parsePython } from "../../server/src/python/syntax/parse";
import { isKind, type Value } from "../../server/src/python/values";
import { type TorchCall, torchCalls } from "../support/torch-calls";

const python = (value: unknown): string =>
  value === null
    ? "None"
    : typeof value === "boolean"
      ? value
        ? "True"
        : "False"
      : Array.isArray(value)
        ? `(${value.map((one) => `${python(one)},`).join(" ")})`
        : JSON.stringify(value);

const named = (args: TorchCall["args"]): string =>
  Object.entries(args)
    .map(([name, value]) => `${name}=${python(value)}`)
    .join(", ");

/** How each is written in a program: as a function, a method or a sign. */
const written: { readonly [op: string]: (args: TorchCall["args"]) => readonly string[] } = {
  add: () => ["x + other", "torch.add(x, other)", "x.add(other)"],
  cat: ({ dim }) => [`torch.cat([x, *more], ${dim})`, `torch.cat((x, *more), dim=${dim})`],
  chunk: ({ chunks, dim }) => [`x.chunk(${chunks}, ${dim})`, `torch.chunk(x, ${chunks}, dim=${dim})`],
  flatten: (args) => [`x.flatten(${named(args)})`, `torch.flatten(x, ${Object.values(args).map(python)})`],
  interpolate: (args) => [`F.interpolate(x, ${named(args)})`],
  matmul: () => ["x @ other", "torch.matmul(x, other)"],
  mean: (args) => [`x.mean(${named(args)})`, `torch.mean(x, ${Object.values(args).map(python).join(", ")})`],
  permute: ({ dims }) => [`x.permute(${(dims as number[]).join(", ")})`, `torch.permute(x, ${python(dims)})`],
  split: ({ size, dim }) => [`x.split(${python(size)}, dim=${dim})`, `torch.split(x, ${python(size)}, ${dim})`],
  squeeze: (args) => [`x.squeeze(${Object.values(args).map(python)})`, `torch.squeeze(x, ${named(args)})`],
  view: ({ shape }) => [`x.view(${(shape as number[]).join(", ")})`, `x.view(${python(shape)})`],
};

const head = "import torch\nfrom torch import nn\nimport torch.nn.functional as F\n";

function program({ args, input }: TorchCall, call: string): string {
  const [first, ...more] = (Array.isArray(input[0]) ? input : [input]) as readonly (readonly number[])[];
  const other = Array.isArray(args["other"]) ? args["other"] : more[0];
  const made = (shape: readonly number[]): string => `torch.randn(${python(shape)})`;
  return [
    `${head}x = ${made(first!)}`,
    other ? `other = ${made(other as readonly number[])}` : "",
    `more = [${other ? "other" : more.map(made).join(", ")}]`,
    `y = ${call}`,
    "",
  ].join("\n");
}

const shapeOf = (value: Value | undefined): unknown =>
  value === undefined
    ? undefined
    : isKind(value, "tensor")
      ? value.shape
      : isKind(value, "tuple")
        ? value.items.map(shapeOf)
        : "unknown";

function differences(call: TorchCall): readonly string[] {
  const { op, args, output, error } = call;
  const calls = written[op]?.(args) ?? [`nn.${op}(${named(args)})(x)`];
  return calls.flatMap((one) => {
    const text = program(call, one);
    const { names, faults } = execute(parsePython(text), false, new Map());
    const got = faults.length ? "refused" : JSON.stringify(shapeOf(names.get("y")));
    const want = error === undefined ? JSON.stringify(output) : "refused";
    return got === want ? [] : [`${one} of ${JSON.stringify(call.input)}: ${got}, not ${want} ${error ?? ""}`];
  });
}

if (!existsSync(torchCalls))
  console.log(`LEFT OUT: ${torchCalls} is not here, so no call in Python was compared with PyTorch`);
else {
  const calls = readFileSync(torchCalls, "utf8")
    .trim()
    .split("\n")
    .map((line): TorchCall => JSON.parse(line));
  console.log(`COMPARED: ${calls.length} recorded calls of PyTorch, written in Python`);
  for (const name of [...new Set(calls.map(({ op }) => op))].sort()) {
    const own = calls.filter(({ op }) => op === name);
    test(`${own.length} calls of ${name} in Python`, () => assert.deepEqual(own.flatMap(differences).slice(0, 5), []));
  }
}
