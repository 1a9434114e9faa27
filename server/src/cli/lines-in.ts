/** Longer lines are let go, so that no input fills the memory. */
const longest = 64 * 2 ** 20;

const lineEnd = 10;

/** The lines of a stream of bytes, one at a time, without their ends; nothing where a line is too long to be kept. */
export async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer): void => {
    size += part.length;
    if (size <= longest) parts.push(part);
    else parts = [];
  };
  const line = (): Buffer | undefined => {
    const whole = size <= longest ? Buffer.concat(parts) : undefined;
    [parts, size] = [[], 0];
    return whole;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      take(chunk.subarray(from, end));
      from = end + 1;
      yield line();
    }
    take(chunk.subarray(from));
  }
  if (size > 0) yield line();
}
