import type { Op } from "../core/op";
import { type Param, showDefault } from "../core/param";

/** The page of one operator in the documentation. */
export function opPage(op: Op): string {
  const params = Object.entries(op.params) as [string, Param<unknown>][];
  const row = ([name, p]: [string, Param<unknown>]) =>
    `| \`${name}\` | ${p.type.label}${p.unit ? ` (${p.unit})` : ""} | ${showDefault(p) ?? ""} | ${p.doc} |`;
  return (
    [
      `# ${op.name}`,
      op.summary,
      ...(op.formula ? ["```text\n" + op.formula + "\n```"] : []),
      `Takes ${ports(op.inputs)}, gives ${ports(op.outputs)}.`,
      ...(params.length
        ? ["## Parameters", "| Name | Takes | Default | |\n|---|---|---|---|\n" + params.map(row).join("\n")]
        : []),
      ...(Object.keys(op.constraints).length
        ? [
            "## Constraints",
            Object.entries(op.constraints)
              .map(([id, doc]) => `- \`${id}\`: ${doc}`)
              .join("\n"),
          ]
        : []),
    ].join("\n\n") + "\n"
  );
}

const ports = (ports: { readonly [name: string]: string }) =>
  Object.entries(ports)
    .map(([name, axes]) => `\`${name}: ${axes}\``)
    .join(", ");
