import { lineBreakIn, lineStart } from "../../core/lines";
import type { Edit } from "../../core/problem";
import { entriesOf, entryOf, type Tree } from "../../tree/tree";
import { endOfTree } from "../edit-call";

interface NewBlock {
  readonly name: string;
  /** Names of what it reads, where it reads several things. */
  readonly inputs: readonly string[];
  readonly params: readonly string[];
  /** In a list of lines the lines with their dashes, else the layers. */
  readonly rows: readonly string[];
}

/** A block behind those that there are, or at the end of the file. */
export function putBlock(root: Tree | undefined, block: NewBlock, text: string, json: boolean): Edit | undefined {
  if (root?.kind !== "map") return undefined;
  const br = lineBreakIn(text);
  const blocks = entryOf(root, "blocks");
  const last = entriesOf(blocks?.value).at(-1);
  if (root.flow) return json ? inJson(root, block, text, br) : undefined;
  if (
    blocks &&
    (!last || blocks.value.kind !== "map" || blocks.value.flow || blocks.value.span.from < blocks.keySpan.from)
  )
    return undefined;
  const isFlow = !/^\s*-\s/.test(block.rows[0]!);
  const indent = last ? text.slice(lineStart(text, last.keySpan.from), last.keySpan.from) : "  ";
  if (!/^[ ]*$/.test(indent)) return undefined;
  const lines = [
    ...(last ? [] : ["blocks:"]),
    `${indent}${block.name}:`,
    ...(block.inputs.length ? [`${indent}  inputs: [${block.inputs.join(", ")}]`] : []),
    ...(block.params.length
      ? [`${indent}  params: { ${block.params.map((param) => `${param}: null`).join(", ")} }`]
      : []),
    ...(isFlow
      ? [`${indent}  layers: [${block.rows.join(", ")}]`]
      : [`${indent}  layers:`, ...block.rows.map((line) => (line.trim() ? `${indent}    ${line}` : line.trim()))]),
  ];
  const end = endOfTree(last ? last.value : root.entries.at(-1)!.value);
  const at = last ? end + /^[^\r\n]*/.exec(text.slice(end))![0].length : text.length;
  const isEnded = at === text.length && /[\r\n]$/.test(text);
  const put = lines.join(br);
  return { span: { from: at, to: at }, text: isEnded ? put + br : br + put };
}

function inJson(root: Tree & { readonly kind: "map" }, block: NewBlock, text: string, br: string): Edit | undefined {
  const blocks = entryOf(root, "blocks");
  const list = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(", ");
  const body = (indent: string): string =>
    [
      `${indent}"${block.name}": {`,
      ...(block.inputs.length ? [`${indent}  "inputs": [${list(block.inputs)}],`] : []),
      ...(block.params.length
        ? [`${indent}  "params": { ${block.params.map((param) => `"${param}": null`).join(", ")} },`]
        : []),
      `${indent}  "layers": [`,
      block.rows.map((row) => `${indent}    ${row}`).join(`,${br}`),
      `${indent}  ]`,
      `${indent}}`,
    ].join(br);
  const last = entriesOf(blocks?.value).at(-1);
  if (blocks && !last) return undefined;
  const at = last ? last.value.span.to : root.entries.at(-1)!.value.span.to;
  const before = /^[ \t]*$/.exec(
    text.slice(lineStart(text, root.entries[0]!.keySpan.from), root.entries[0]!.keySpan.from),
  );
  if (!before && !/["]/.test(text)) return undefined;
  const put = last ? body("    ") : [`  "blocks": {`, body("    "), "  }"].join(br);
  return { span: { from: at, to: at }, text: `,${br}${put}` };
}
