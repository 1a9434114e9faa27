/** Longer lines are let go, so that no input fills the memory. */
const longest = 64 * 2 ** 20;

const lineEnd = 10;

/** The bytes of a line without its end; nothing where it is too long to be kept. */
export type Line = Uint8Array | undefined;

/**
 * The lines of a stream of bytes, as many at a time as have come: whoever writes a line and waits for its answer gets
 * it at once, and whoever writes thousands is not answered one by one.
 */
export async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer): void => {
    size += part.length;
    if (size > longest) parts = [];
    else if (part.length) parts.push(part);
  };
  const line = (): Line => {
    const whole = size > longest ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    [parts, size] = [[], 0];
    return whole;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      take(chunk.subarray(from, end));
      from = end + 1;
      lines.push(line());
    }
    take(chunk.subarray(from));
    if (lines.length) yield lines;
  }
  if (size > 0) yield [line()];
}
