import { grouped, shape } from "../numbers";
import { brief, shapeText, titleOf } from "./brief";
import type { Drawn, DrawnNode, Look } from "./graph";
import type { Heading } from "./heading";

const fills: { readonly [look in Look]?: string } = {
  convolution: "#dbeafe",
  dense: "#fef3c7",
  normalisation: "#f3e8ff",
  activation: "#ffe4e6",
  pooling: "#dcfce7",
  join: "#ccfbf1",
  reshape: "#f1f5f9",
  head: "#ffedd5",
  block: "#e0e7ff",
};

/** A model in the language of Graphviz; blocks are clusters. */
export function dot(drawn: Drawn, { title, subtitle }: Heading): string {
  const lines = [
    "digraph model {",
    `  label=${quoted(`${title}\n${subtitle}`)}; labelloc=t; fontname="Helvetica";`,
    '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=9];',
    ...inside(drawn, null, "  "),
    ...drawn.edges.map(
      ({ from, to, shape: sizes }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(shape(sizes))}];`,
    ),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

function inside(drawn: Drawn, group: string | null, indent: string): readonly string[] {
  const groups = drawn.groups.filter((one) => one.group === group);
  return [
    ...drawn.nodes.filter((node) => node.group === group).map((node) => indent + nodeLine(node)),
    ...groups.flatMap(({ id, operator, name }) => [
      `${indent}subgraph ${quoted(`cluster ${id}`)} {`,
      `${indent}  label=${quoted(name === null ? operator : `${operator} ${name}`)}; style="rounded,dashed"; color="#94a3b8";`,
      ...inside(drawn, id, `${indent}  `),
      `${indent}}`,
    ]),
  ];
}

function nodeLine(node: DrawnNode): string {
  const fill = fills[node.look];
  return `${quoted(node.id)} [label=${quoted(labelOf(node).join("\n"))}${fill ? `, fillcolor="${fill}"` : ""}];`;
}

/** The lines of a node: what it is, what it gives, what it holds. */
export const labelOf = (node: DrawnNode): readonly string[] => [
  [titleOf(node), brief(node)].filter(Boolean).join(" "),
  shapeText(node.outputs),
  ...(node.parameters === 0 ? [] : [`${grouped(node.parameters)} parameters`]),
];

/** A text of DOT knows two escapes: of the quote, and of the end of a line. */
const quoted = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
