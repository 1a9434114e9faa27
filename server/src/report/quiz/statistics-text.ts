import { render, say } from "../../core/message";
import { english, type Voice } from "../../core/voice";
import { padEndTo, padStartTo, widest } from "../../core/width";
import type { Statistics } from "../../review/statistics";
import { headline, type Section, sectionsOf } from "./statistics-sections";

const weeksInTerminal = 8;
const allWeeks = 53;

/** The figures for a terminal. */
export const statisticsText = (statistics: Statistics, voice: Voice = english): string =>
  `${[render(headline(statistics), voice), ...sectionsOf(statistics, weeksInTerminal, voice).map(textOf)].join("\n\n")}\n`;

function textOf({ title, columns, rows, empty }: Section): string {
  if (!rows.length) return `${title}\n  ${empty}`;
  const widths = columns.map((column, i) => widest([column, ...rows.map((row) => row[i]!)]));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, i) => (i ? padStartTo(cell, widths[i]!) : padEndTo(cell, widths[i]!))).join("  ")}`.trimEnd();
  return [title, line(columns), ...rows.map(line)].join("\n");
}

/** The figures for a page that shows Markdown. */
export const statisticsMarkdown = (statistics: Statistics, voice: Voice = english): string =>
  `${[
    `# ${render(say`What you have learned`, voice)}`,
    render(headline(statistics), voice),
    ...sectionsOf(statistics, allWeeks, voice).map(markdownOf),
  ].join("\n\n")}\n`;

function markdownOf({ title, columns, rows, empty }: Section): string {
  if (!rows.length) return `## ${title}\n\n${empty}`;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    `## ${title}`,
    "",
    line(columns),
    `|${columns.map((_, i) => (i ? "--:" : "---")).join("|")}|`,
    ...rows.map(line),
  ].join("\n");
}
