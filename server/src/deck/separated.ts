/** One record of a text whose fields stand between separators. */
export interface Record {
  readonly fields: readonly string[];
  /** From one. */
  readonly line: number;
  readonly from: number;
  /** A field begins with a quote that nothing closes; the record ends with its line. */
  readonly open?: true;
  /** A field begins with a quoted word and goes on behind it; it is taken letter by letter. */
  readonly loose?: true;
}

/**
 * Records of a text: a field in quotes may hold separators, quotes written twice and ends of lines. A quote that is
 * never closed spoils its own line and none below.
 */
export function recordsOf(text: string, separator: string, start = 0): readonly Record[] {
  const records: Record[] = [];
  const isEnd = (at: number): boolean => at >= text.length || text[at] === "\n" || text[at] === "\r";
  const endOfLine = (from: number): number => {
    let at = from;
    while (!isEnd(at)) at++;
    return at;
  };
  let line = text.slice(0, start).split(/\r\n|\r|\n/).length;
  for (let at = start; at < text.length; ) {
    const [first, from] = [line, at];
    const fields: string[] = [];
    let open = false;
    let loose = false;
    for (;;) {
      const end = text[at] === '"' ? closing(text, at + 1) : undefined;
      const isClosed = end !== undefined && end >= 0 && (isEnd(end + 1) || text[end + 1] === separator);
      if (isClosed) {
        const quoted = text.slice(at + 1, end);
        line += quoted.split(/\r\n|\r|\n/).length - 1;
        fields.push(quoted.replaceAll('""', '"'));
        at = end + 1;
      } else {
        const last = endOfLine(at);
        const isHere = end !== undefined && end >= 0 && end < last;
        loose ||= isHere;
        open ||= end !== undefined && !isHere;
        const next = open ? last : at + (text.slice(at, last) + separator).indexOf(separator);
        fields.push(text.slice(at, next));
        at = next;
      }
      if (isEnd(at)) break;
      at++;
    }
    if (text.startsWith("\r\n", at)) at++;
    at++;
    line++;
    if (fields.length > 1 || fields[0] !== "")
      records.push({ fields, line: first, from, ...(open && { open }), ...(loose && { loose }) });
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
