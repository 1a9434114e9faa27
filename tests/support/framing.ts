/** Whole messages out of a stream of bytes, and what is left of the next. */
export interface Framed {
  readonly rest: Buffer;
  readonly bodies: readonly string[];
}

export function appendContent(before: Buffer, chunk: Buffer): Framed {
  let rest = Buffer.concat([before, chunk]);
  const bodies: string[] = [];
  for (;;) {
    const head = rest.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: (\d+)/i.exec(rest.toString("ascii", 0, Math.max(head, 0)))?.[1]);
    if (head < 0 || rest.length < head + 4 + length) return { rest, bodies };
    bodies.push(rest.toString("utf8", head + 4, head + 4 + length));
    rest = rest.subarray(head + 4 + length);
  }
}
