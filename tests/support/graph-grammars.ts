/** What is wrong with a text as XML, by the few rules that a picture can break; nothing where it is well formed. */
export function xmlFault(text: string): string | undefined {
  const open: string[] = [];
  const rest = text.replace(
    /<(\/?)([a-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi,
    (_, end, name, _attributes, alone) => {
      if (end && open.pop() !== name) open.push(`!${name}`);
      if (!end && !alone) open.push(name);
      return "";
    },
  );
  if (open.length) return `not closed: ${open.join(" ")}`;
  return /[<]|&(?!(?:amp|lt|gt|quot|#\d+);)/.exec(rest)?.[0];
}

const text = String.raw`"(?:[^"\\]|\\["\\n])*"`;
const attributes = String.raw`\[\w+=(?:${text}|\w+)(?:, \w+=(?:${text}|\w+))*\]`;
const settings = String.raw`\w+=(?:${text}|\w+);(?: \w+=(?:${text}|\w+);)*`;
const dotLine = new RegExp(
  String.raw`^\s*(?:digraph \w+ \{|subgraph ${text} \{|\}|${settings}|${text} -> ${text} ${attributes};|(?:node|edge|${text}) ${attributes};)$`,
);

/** The part of the language of Graphviz that is used here, a statement a line. */
export function dotFault(written: string): string | undefined {
  const lines = written.trimEnd().split("\n");
  const open = lines.reduce((level, line) => level + (line.endsWith("{") ? 1 : line.trim() === "}" ? -1 : 0), 0);
  return open ? `${open} blocks are open` : lines.find((line) => !dotLine.test(line));
}

const quoted = String.raw`"(?:[^"<>&\x60\\#]|<br/>|#\d+;)*"`;
const mermaidLine = new RegExp(
  String.raw`^\s*(?:flowchart TB|%% [^{}%]*|n\d+\[${quoted}\]|n\d+\(\[${quoted}\]\)|subgraph g\d+\[${quoted}\]|end|n\d+ -->\|${quoted}\| n\d+)$`,
);

/** The part of the language of flowcharts that is used here. */
export function mermaidFault(written: string): string | undefined {
  const lines = written.trimEnd().split("\n");
  const open = lines.reduce(
    (level, line) => level + (/^\s*subgraph /.test(line) ? 1 : line.trim() === "end" ? -1 : 0),
    0,
  );
  return open ? `${open} subgraphs are open` : lines.find((line) => !mermaidLine.test(line));
}
