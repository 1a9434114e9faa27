import { say } from "../../core/message";
import type { Fix } from "../../core/problem";
import type { Maker } from "./finding";
import { fix, insert, nameOf, put } from "./text";

const makers: ReadonlySet<string> = new Set(["randn", "rand", "zeros", "ones", "empty"]);

/** An input gets an axis for its images, where it is made or where the model is called. */
export const batchAxis: Maker = ({ drawn, source }) => {
  const given = drawn?.nodes.find((one) => one.given);
  const call = given && source.call(given.span);
  const name = call?.callee.kind === "attribute" ? call.callee.name : undefined;
  const [first] = call?.args ?? [];
  if (!given || !source.expression(given.span)) return [];
  if (name !== undefined && makers.has(name) && first && first.name === undefined) {
    const isList = first.value.kind === "tuple" || first.value.kind === "list";
    const at = isList ? first.value.from + 1 : first.from;
    return [fix(say`Add an axis for the batch`, false, insert(at, "1, "))];
  }
  const text = source.at(given.span);
  return /^[\w.]+$/.test(text)
    ? [fix(say`Add an axis for the batch`, false, put(given.span, `${text}.unsqueeze(0)`))]
    : [];
};

/** An image with its channels last is turned as the model reads it. */
export const channelsFirst: Maker = ({ node, drawn, source }): readonly Fix[] => {
  const given = drawn?.nodes.find((one) => one.given);
  const layer = node && drawn?.layerAt(node.id)?.module?.layer;
  const wanted = layer?.values.get("in_channels");
  const shape = given?.given;
  if (!given || !shape || shape.length !== 4 || typeof wanted !== "number" || shape[3] !== wanted) return [];
  const call = source.call(given.span);
  const sizes = call?.args.filter((arg) => arg.name === undefined) ?? [];
  const name = nameOf("torch", source);
  if (call && name !== undefined && sizes.length === 4 && source.at(call.callee).startsWith(`${name}.`)) {
    const [n, h, w, c] = sizes.map((arg) => source.at(arg));
    const span = { from: sizes[0]!.from, to: sizes[3]!.to };
    return [fix(say`Put the channels first`, false, put(span, [n, c, h, w].join(", ")))];
  }
  const text = source.at(given.span);
  return /^[\w.]+$/.test(text)
    ? [fix(say`Put the channels first`, false, put(given.span, `${text}.permute(0, 3, 1, 2)`))]
    : [];
};
