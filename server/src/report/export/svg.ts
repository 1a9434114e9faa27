import { grouped } from "../numbers";
import { shapeText, titleOf } from "./brief";
import { type Box, type Column, columnOf, type Frame, sizes } from "./column";
import type { Drawn, DrawnNode, Look } from "./graph";
import type { Heading } from "./heading";
import { looksInOrder, style } from "./svg-style";
import { widthOf, xml } from "./svg-text";

const headHeight = 64;

/** A model as a picture that stands by itself: no script, no font, nothing that is fetched. */
export function svg(drawn: Drawn, { title, subtitle }: Heading): string {
  const column = columnOf(drawn, headHeight + 12);
  const used = new Set(drawn.nodes.map(({ look }) => look));
  const legend = legendOf(
    looksInOrder.filter((look) => used.has(look)),
    column.right,
  );
  const needed = sizes.margin * 2 + Math.max(widthOf(title, 16, true), widthOf(subtitle, sizes.small));
  const width = Math.ceil(Math.max(column.right, needed));
  const height = Math.ceil(column.bottom + 24 + legend.height);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="model-title model-description">`,
    `<title id="model-title">${xml(title)}</title>`,
    `<desc id="model-description">${xml(describe(drawn, subtitle))}</desc>`,
    `<style>${style(used)}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>',
    `<rect class="page" width="${width}" height="${height}"/>`,
    `<text class="title" x="${sizes.margin}" y="30">${xml(title)}</text>`,
    `<text class="small" x="${sizes.margin}" y="50">${xml(subtitle)}</text>`,
    ...column.frames.map(frameText),
    ...edgesOf(column),
    ...column.boxes.map((box) => boxText(box, column)),
    ...legend.parts(column.bottom + 24),
    "</svg>",
  ].join("\n")}\n`;
}

const describe = ({ nodes }: Drawn, subtitle: string): string =>
  nodes.length
    ? `${subtitle}. Layers from above: ${nodes.map((node) => `${titleOf(node)} ${shapeText(node.outputs)}`).join("; ")}.`
    : `${subtitle}.`;

const frameText = ({ group, x, y, width, height }: Frame): string =>
  `<g><title>${xml(`${group.operator}: ${grouped(group.parameters)} parameters`)}</title>` +
  `<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>` +
  `<text class="small" x="${x + 8}" y="${y + 15}">${xml(group.name === null ? group.operator : `${group.operator} ${group.name}`)}</text></g>`;

function boxText({ node, y, height, title, brief, shape, weight }: Box, { x, width }: Column): string {
  const [left, right] = [x + sizes.inset, x + width - sizes.inset];
  const first = shape ? y + 18 : y + height / 2 + 4.5;
  const below = shape ? y + 35 : first;
  // What stands behind the title begins where that ends, whatever face it is written in.
  const behind = brief && `<tspan class="small" dx="7">${xml(brief)}</tspan>`;
  return (
    `<g><title>${xml(tooltip(node))}</title><rect class="${node.look}${node.isTraining ? " training" : ""}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>` +
    `<text x="${left}" y="${first}"><tspan class="name">${xml(title)}</tspan>${behind}</text>` +
    (shape && `<text class="small" x="${left}" y="${below}">${xml(shape)}</text>`) +
    (weight && `<text class="small" x="${right}" y="${below}" text-anchor="end">${xml(weight)}</text>`) +
    "</g>"
  );
}

const tooltip = (node: DrawnNode): string =>
  [
    node.name === null ? titleOf(node) : `${titleOf(node)} (${node.name})`,
    ...node.arguments.map(({ name, value }) => `${name}: ${value}`),
    `output: ${shapeText(node.outputs)}`,
    `parameters: ${grouped(node.parameters)}`,
    `MACs: ${grouped(node.macs)}`,
  ].join("\n");

/** Straight down to the box below; else out to the right, down its lane, and back in. */
function edgesOf({ x, width, boxes, lanes, follows, laneX }: Column): readonly string[] {
  const middle = x + width / 2;
  const side = x + width;
  const straight = boxes.flatMap(({ y }, i) => {
    const above = boxes[i - 1];
    return above && follows[i] ? [edge(`M${middle} ${above.y + above.height}V${y - 1}`)] : [];
  });
  const entries = new Map<number, number[]>();
  for (const { from, to } of lanes)
    for (const target of to) entries.set(target, [...(entries.get(target) ?? []), from]);
  const skips = lanes.flatMap(({ from, to, lane }) => {
    const out = boxes[from]!.y + boxes[from]!.height * 0.72;
    return to.map((target) => {
      const { y, height } = boxes[target]!;
      const all = entries.get(target)!;
      // Of several that come in, those from further above come in higher.
      const into =
        y + Math.min(8, height * 0.3) + all.indexOf(from) * Math.min(8, (height * 0.4) / Math.max(all.length - 1, 1));
      const turn = laneX(lane);
      return edge(
        `M${side} ${out}H${turn - 7}Q${turn} ${out} ${turn} ${out + 7}V${into - 7}Q${turn} ${into} ${turn - 7} ${into}H${side + 1}`,
      );
    });
  });
  return [...straight, ...skips];
}

const edge = (path: string): string =>
  `<path class="edge" marker-end="url(#tip)" d="${path.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))}"/>`;

const note = "at the right: parameters";

/** What the colours mean, in as many lines as the width makes of it. */
function legendOf(looks: readonly Look[], width: number) {
  let [x, line] = [sizes.margin, 0];
  const places = [...looks, note].map((look) => {
    const needs = (look === note ? 0 : 18) + widthOf(look, sizes.small) + 14;
    if (x + needs > width && x > sizes.margin) [x, line] = [sizes.margin, line + 1];
    const place = { look, x, line };
    x += needs;
    return place;
  });
  return {
    height: (line + 1) * 20 + 12,
    parts: (top: number): readonly string[] =>
      places.map(({ look, x, line }) =>
        look === note
          ? `<text class="small" x="${x}" y="${top + line * 20 + 10}">${note}</text>`
          : `<rect class="${look}" x="${x}" y="${top + line * 20}" width="12" height="12" rx="3"/>` +
            `<text class="small" x="${x + 18}" y="${top + line * 20 + 10}">${look}</text>`,
      ),
  };
}
