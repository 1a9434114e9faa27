import { shape } from "../numbers";
import { labelOf } from "./dot";
import type { Drawn, DrawnNode } from "./graph";
import type { Heading } from "./heading";

/** A model as Mermaid, which many pages of Markdown draw; blocks are subgraphs. */
export function mermaid(drawn: Drawn, { title, subtitle }: Heading): string {
  const ids = new Map(drawn.nodes.map(({ id }, i) => [id, `n${i}`]));
  const groupIds = new Map(drawn.groups.map(({ id }, i) => [id, `g${i}`]));
  const lines = [
    "flowchart TB",
    `  %% ${`${title} · ${subtitle}`.replace(/[\s{}%]+/g, " ")}`,
    ...inside(drawn, null, "  ", ids, groupIds),
    ...drawn.edges.map(
      ({ from, to, shape: sizes }) => `  ${ids.get(from)} -->|${quoted(shape(sizes))}| ${ids.get(to)}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

type Ids = ReadonlyMap<string, string>;

function inside(drawn: Drawn, group: string | null, indent: string, ids: Ids, groupIds: Ids): readonly string[] {
  return [
    ...drawn.nodes.filter((node) => node.group === group).map((node) => indent + nodeLine(node, ids.get(node.id)!)),
    ...drawn.groups
      .filter((one) => one.group === group)
      .flatMap(({ id, operator, name }) => [
        `${indent}subgraph ${groupIds.get(id)}[${quoted(name === null ? operator : `${operator} ${name}`)}]`,
        ...inside(drawn, id, `${indent}  `, ids, groupIds),
        `${indent}end`,
      ]),
  ];
}

function nodeLine(node: DrawnNode, id: string): string {
  const text = quoted(labelOf(node).join("\n"));
  return node.look === "input" ? `${id}([${text}])` : `${id}[${text}]`;
}

/** Inside of quotes only signs of HTML and the quote itself mean something; they are said by their number. */
const quoted = (text: string): string =>
  `"${text.replace(/[&<>"#`\\]/g, (sign) => `#${sign.codePointAt(0)};`).replaceAll("\n", "<br/>")}"`;
