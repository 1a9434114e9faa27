/** One record of a text whose fields stand between separators. */
export interface Record {
  readonly fields: readonly string[];
  /** From one. */
  readonly line: number;
  readonly from: number;
  /** Its last field begins with a quote that nothing closes. */
  readonly open?: true;
}

/** Records of a text: a field in quotes may hold separators, quotes written twice and ends of lines. */
export function recordsOf(text: string, separator: string, start = 0): readonly Record[] {
  const records: Record[] = [];
  let line = text.slice(0, start).split(/\r\n|\r|\n/).length;
  for (let at = start; at < text.length; ) {
    const [first, from] = [line, at];
    const fields: string[] = [];
    let open = false;
    for (;;) {
      let field = "";
      if (text[at] === '"') {
        const end = closing(text, at + 1);
        open = end < 0;
        const quoted = text.slice(at + 1, open ? text.length : end);
        line += quoted.split(/\r\n|\r|\n/).length - 1;
        field = quoted.replaceAll('""', '"');
        at = open ? text.length : end + 1;
      }
      const rest = at;
      while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
      fields.push(field + text.slice(rest, at));
      if (text[at] !== separator || at >= text.length) break;
      at++;
    }
    if (text.startsWith("\r\n", at)) at++;
    at++;
    line++;
    if (fields.length > 1 || fields[0] !== "") records.push({ fields, line: first, from, ...(open && { open }) });
  }
  return records;
}

/** The quote that closes a field; a doubled one is part of it. */
function closing(text: string, start: number): number {
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

/** A field as it is written among others. */
export const quoted = (field: string, separator: string): string =>
  field.includes(separator) || /["\r\n]|^#/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
