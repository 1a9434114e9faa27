import { entriesOf, get, itemsOf, type Tree, textOf } from "../../tree/tree";
import { openBrackets } from "../line";
import { freeName, withSibling } from "./naming";
import { namesIn, type Surroundings } from "./place-around";

/**
 * By name, the nearest first, by how far above, and by names that layers could have. The layer right above comes first
 * where a list of several begins, since alone it would be read anyway; what stands in the list already is left out.
 */
export function readable(body: Tree | undefined, index: number, { here, root, text, where }: Surroundings) {
  const written = where.flow ? /\[[^[\]]*$/.exec(text.slice(0, here.span.from).slice(-300))?.[0] : undefined;
  const given = new Set(written?.match(/-?\w+/g));
  const above = itemsOf(get(body, "layers")).slice(0, index);
  const numbers = above.reverse().map((item, i) => ({
    name: `-${i + 1}`,
    op: entriesOf(item)[0]?.key ?? textOf(item) ?? "",
    ...(body === root && { index: index - 1 - i }),
  }));
  const [last, ...others] = numbers.slice(0, 9);
  const named = [...namesIn(get(body, "layers"), index), ...inputsOf(body, root)];
  const isFirst = written !== undefined && !given.size;
  const elsewhere = text.slice(0, here.span.from) + text.slice(here.span.to);
  const open = nameable(above, text, elsewhere).filter(({ distance }) => !given.has(`-${distance}`));
  const unnamed = open.map(({ distance, ...layer }) => ({
    ...layer,
    ...(body === root && { index: index - distance }),
  }));
  const all = [...(isFirst ? [last, ...named, ...others] : [...named, last, ...others]), ...unnamed];
  return all.filter((one) => one !== undefined).filter(({ name }) => !given.has(name));
}

/** Layers without a name, each under one that it could be given; what is still open has no end to put that at. */
function nameable(above: readonly Tree[], text: string, elsewhere: string) {
  const taken = new Set([...(elsewhere.match(/[A-Za-z_]\w*/g) ?? []), "input"]);
  return above.slice(0, 40).flatMap((item, i) => {
    const op = entriesOf(item)[0]?.key ?? textOf(item) ?? "";
    if (get(item, "name") || !/^[A-Za-z]\w*$/.test(op)) return [];
    const name = freeName(op, taken);
    const edit = withSibling(item, "name", name, text);
    if (!edit || openBrackets(text.slice(item.span.from, edit.span.from)).length > (edit.text.startsWith(",") ? 1 : 0))
      return [];
    taken.add(name);
    return [{ name, op, naming: [edit], distance: i + 1 }];
  });
}

/** What the model or block reads, under the names it has there. */
export function inputsOf(body: Tree | undefined, root: Tree | undefined) {
  const inputs = get(body, "inputs");
  const names =
    body === root ? entriesOf(inputs).map(({ key }) => key) : itemsOf(inputs).flatMap((item) => textOf(item) ?? []);
  return (names.length ? names : ["input"]).map((name) => ({ name, op: "Input" }));
}
