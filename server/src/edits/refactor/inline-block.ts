import { applied } from "../../core/edit";
import { lineBreakIn } from "../../core/lines";
import { type Message, say } from "../../core/message";
import type { Edit } from "../../core/problem";
import { firstFree } from "../../formats/native/naming";
import { entriesOf, get, isMissing, itemsOf, type Tree, textOf } from "../../tree/tree";
import { endOfTree } from "../edit-call";
import { type Item, itemOf } from "../items";
import { isAnchored } from "../rows/duplicate";
import { renumber } from "../rows/renumber";
import { type Row, referencesIn, type Sheet } from "../rows/sheet";
import { spotOf } from "../rows/spot";
import { type Filling, filledIn } from "./fill-in";
import { isSameGraph } from "./proof";
import type { Refactoring, Site } from "./refactoring";
import { type Sibling, withSiblings } from "./with-siblings";

/** The layers of a block stand where it was called, with the values of the call. */
export function inlineBlock(site: Site): readonly Refactoring[] {
  const { sheet, sheets, first, last } = site;
  const row = sheet.rows[first]!;
  const block = sheets.find((one) => one.block !== undefined && one.block === row.op);
  if (sheet.counts || first !== last || !block) return [];
  const edits = inlined(site, block);
  if (!edits) return [];
  const title = say`Put the layers of ${row.op} here`;
  return [{ kind: "refactor.inline.block", title, edits, unsure: true, holds: isSameGraph }];
}

function inlined({ sheet, first, root }: Site, block: Sheet): readonly Edit[] | Message | undefined {
  const { text } = sheet;
  const row = sheet.rows[first]!;
  const item = itemOf(row.tree);
  const beside = item.siblings.filter(({ key }) => key !== "name" && key !== "from");
  const stays = beside.find(({ key }) => !goesAlong(key, block));
  if (stays) return say`${stays.key} stands beside the call, and cannot stand beside each layer in its place`;
  const carried = beside.map(({ key, value }): Sibling => [key, text.slice(value.span.from, endOfTree(value))]);
  const body = get(get(root, "blocks"), row.op);
  const result = block.last ?? (block.outputs.length === 1 ? block.outputs[0]!.target : undefined);
  if (result === undefined || result < 0) return say`the block gives several results`;
  const isLast = result === block.rows.length - 1;
  if (!isLast && (sheet.last === first || block.last !== undefined)) return undefined;
  if (block.rows.some((_, i) => isAnchored(block, i)) || isAnchored(sheet, first)) return undefined;
  if (row.name !== undefined && sheet.needs(row.name) && !isLast) return undefined;
  const filling = fillingOf(item, body, sheet, row, block, result);
  if ("words" in filling) return filling;
  const count = block.rows.length;
  const moved = (other: number): number =>
    other < first ? other : other === first ? first + result : other + count - 1;
  const shifted = renumber(sheet, moved, (_, reader) => (reader === first ? [] : "as ever"));
  const inner = shifted && writtenOf(row, sheet, block, body, filling, first, result, carried);
  if (!shifted || inner === undefined) return undefined;
  if ("words" in inner) return inner;
  const spot = spotOf(row, text);
  if (!row.list.flow && spot.begins && !block.rows[0]!.list.flow) {
    const notes = text.slice(row.span.from, spot.tail.to).match(/(?<=\s)#[^\r\n]*/g) ?? [];
    const above = notes.map((note) => /^[ \t]*/.exec(spot.lead)![0] + note + lineBreakIn(text)).join("");
    return [...shifted, { span: { from: spot.line, to: spot.tail.to }, text: above + inner.lines }];
  }
  if (!row.list.flow || !block.rows[0]!.list.flow) return undefined;
  const between = spot.begins ? `,${lineBreakIn(text)}${spot.lead}` : ", ";
  return [...shifted, { span: row.span, text: inner.rows.join(between) }];
}

/**
 * A key beside a call stands beside a layer that is all of the block as well; that it is only there for training also
 * beside each of several that only read the one before, where all of them are left out together.
 */
function goesAlong(key: string, { rows, outputs, last }: Sheet): boolean {
  if (rows.some(({ tree }) => entriesOf(tree).some((entry) => entry.key === key))) return false;
  if (rows.length === 1) return true;
  const isChain =
    !outputs.length &&
    last === rows.length - 1 &&
    rows.every(({ reads }, i) => reads.length === 1 && reads[0]!.target === i - 1);
  return isChain && key === "only";
}

/** The values of the call, the names of the layers where they will stand, and what its inputs are called there. */
function fillingOf(
  item: Item,
  body: Tree | undefined,
  sheet: Sheet,
  row: Row,
  block: Sheet,
  result: number,
): Filling | Message {
  const { text } = sheet;
  const slice = (tree: Tree): string => text.slice(tree.span.from, endOfTree(tree));
  const given = new Map(entriesOf(item.call?.value).map(({ key, value }) => [key, value]));
  const params = new Map<string, string>();
  for (const { key, value } of entriesOf(get(body, "params"))) {
    const own = given.get(key);
    const isGiven = own && !isMissing(own) && textOf(own) !== undefined ? true : own?.kind === "list";
    const said = isGiven ? slice(own!) : filledIn(slice(value), { params, names: new Map() });
    if (said === undefined || said === "" || said === "null")
      return say`${key} has no value that can be put in its place`;
    if (/\.\w/.test(said.replace(/\d\.\d/g, ""))) return say`${key} hangs on a size of another layer`;
    params.set(key, said);
  }
  const taken = new Set(text.match(/[A-Za-z_]\w*/g));
  const around = new Set(sheet.rows.flatMap(({ name }) => (name === undefined ? [] : [name])));
  const names = new Map<string, string>();
  block.rows.forEach(({ name }, i) => {
    if (name === undefined) return;
    const free = firstFree(name, (one) => around.has(one) || params.has(one) || (one !== name && taken.has(one)));
    const now = i === result && row.name !== undefined ? row.name : free;
    around.add(now);
    names.set(name, now);
  });
  return { params, names };
}

/** The rows as they stand in the block, with what changes in them. */
function writtenOf(
  row: Row,
  sheet: Sheet,
  block: Sheet,
  body: Tree | undefined,
  filling: Filling,
  first: number,
  result: number,
  carried: readonly Sibling[],
): { readonly rows: readonly string[]; readonly lines: string } | Message | undefined {
  const { text, json } = sheet;
  const inputs = itemsOf(get(body, "inputs")).map((one) => textOf(one) ?? "");
  const isBefore = row.reads.length === 1 && row.reads[0]!.target === first - 1 && row.reads[0]!.written !== "name";
  const outer = row.reads.map((ref) => (reader: number): string => {
    const said = text.slice(ref.span.from, ref.span.to);
    return ref.written === "name" ? said : String(ref.target! - first - reader);
  });
  const edits: Edit[] = [];
  const sources = new Map<number, string>();
  for (const { reader, ref } of referencesIn(block)) {
    const own = block.rows[reader];
    if (!own) continue;
    const said = text.slice(ref.span.from, ref.span.to).replace(/^["']|["']$/g, "");
    const at = inputs.indexOf(said);
    const isInput = ref.target === -1 || (ref.written === "name" && (said === "input" || at >= 0));
    if (isInput) {
      if (isBefore && ref.written !== "name") continue;
      const which = at >= 0 ? [outer[at]] : outer;
      if (which.some((one) => !one)) return undefined;
      const many = which.map((one) => one!(reader)).join(", ");
      const isListed =
        text.slice(0, ref.span.from).trimEnd().endsWith("[") || text.slice(0, ref.span.from).trimEnd().endsWith(",");
      const put = which.length > 1 && !isListed ? `[${many}]` : many;
      if (ref.written !== "nothing") edits.push({ span: ref.span, text: put });
      else sources.set(reader, put);
    } else if (ref.written === "name") {
      const [base = ""] = said.split(".");
      const now = filling.names.get(base);
      if (now === undefined) return undefined;
      const word = now + said.slice(base.length);
      if (word !== said) edits.push({ span: ref.span, text: json ? `"${word}"` : word });
    }
  }
  let isWhole = true as boolean;
  block.rows.forEach((own, i) => {
    const now = own.name === undefined ? undefined : filling.names.get(own.name);
    if (own.naming && now !== own.name) edits.push({ span: own.naming, text: json ? `"${now}"` : now! });
    const isResult = !own.naming && i === result && row.name !== undefined;
    const source = sources.get(i);
    const more: readonly Sibling[] = [
      ...(isResult ? [["name", row.name!] as const] : []),
      ...(source === undefined ? [] : [["from", source] as const]),
      ...carried,
    ];
    const edit = withSiblings(own.tree, more, text);
    if (more.length && !edit) isWhole = false;
    else if (edit) edits.push(edit);
  });
  if (!isWhole) return undefined;
  const put = (from: number, to: number): string | undefined => {
    const within = edits.filter((edit) => from <= edit.span.from && edit.span.to <= to);
    const shift = within.map((edit) => ({ ...edit, span: { from: edit.span.from - from, to: edit.span.to - from } }));
    return filledIn(applied(text.slice(from, to), shift), filling);
  };
  const wrong = say`a value of the call cannot stand in an expression of the block`;
  if (block.rows[0]!.list.flow) {
    const rows = block.rows.map((own) => put(own.span.from, own.span.to));
    return rows.some((one) => one === undefined) ? wrong : { rows: rows.map((one) => one!), lines: "" };
  }
  const spots = block.rows.map((own) => spotOf(own, text));
  const lines = put(spots[0]!.line, spots.at(-1)!.tail.to);
  if (lines === undefined) return wrong;
  const indent = /^[ \t]*/.exec(spots[0]!.lead)![0];
  const around = /^[ \t]*/.exec(spotOf(row, text).lead)![0];
  const shift = (line: string): string => (line.startsWith(indent) ? around + line.slice(indent.length) : line);
  return {
    rows: [],
    lines: lines
      .split(/\r\n|\r|\n/)
      .map(shift)
      .join(lineBreakIn(text)),
  };
}
