import type { Look } from "./graph";

/** Fill and line of a box by day and by night. */
const colours: { readonly [look in Look]: readonly [fill: string, line: string, darkFill: string, darkLine: string] } =
  {
    input: ["#ffffff", "#475569", "#1e293b", "#cbd5e1"],
    convolution: ["#dbeafe", "#2563eb", "#172f5c", "#60a5fa"],
    dense: ["#fef3c7", "#b45309", "#453008", "#fbbf24"],
    normalisation: ["#f3e8ff", "#9333ea", "#3a1a5c", "#c084fc"],
    activation: ["#ffe4e6", "#e11d48", "#4c1526", "#fb7185"],
    pooling: ["#dcfce7", "#15803d", "#123d22", "#4ade80"],
    join: ["#ccfbf1", "#0f766e", "#0d3b38", "#2dd4bf"],
    reshape: ["#f1f5f9", "#64748b", "#27303f", "#94a3b8"],
    head: ["#ffedd5", "#c2410c", "#4a2209", "#fb923c"],
    block: ["#e0e7ff", "#4f46e5", "#262460", "#818cf8"],
    other: ["#f8fafc", "#94a3b8", "#1f2937", "#94a3b8"],
  };

export const looksInOrder = Object.keys(colours) as readonly Look[];

/** Only what every program that draws SVG understands; where none speaks of night it is day. */
export function style(used: ReadonlySet<Look>): string {
  const looks = looksInOrder.filter((look) => used.has(look));
  const rules = (fill: 0 | 2, line: 1 | 3): string =>
    looks.map((look) => `.${look}{fill:${colours[look][fill]};stroke:${colours[look][line]}}`).join("");
  return [
    'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:#0f172a}',
    ".page{fill:#ffffff}.title{font-size:16px;font-weight:600}.name{font-size:13px;font-weight:600}",
    ".small{font-size:11px;fill:#475569}.edge{fill:none;stroke:#64748b;stroke-width:1.5}.tip{fill:#64748b}",
    ".frame{fill:#94a3b8;fill-opacity:.1;stroke:#94a3b8;stroke-dasharray:4 3}.training{stroke-dasharray:4 3}",
    rules(0, 1),
    "@media (prefers-color-scheme:dark){text{fill:#f1f5f9}.page{fill:#0d1117}.small{fill:#a8b3c4}",
    ".edge{stroke:#8b98ab}.tip{fill:#8b98ab}",
    `${rules(2, 3)}}`,
  ].join("");
}
