/** A word as it is looked for: where it begins, what it was taken for, and how far the text was looked at for that. */
interface Token {
  start: number;
  value: number;
  end: number;
  extended: number;
  lookAhead: number;
}

/**
 * What reads words for the runtime of the grammar, in place of its own, which reads a text in pieces that may come from
 * several places of a file: we have it whole.
 */
export class InputStream {
  pos = 0;
  next = -1;
  readonly end: number;
  /** For where the text is looked at and no word of it looked for. */
  private readonly none: Token = { start: -1, value: -1, end: -1, extended: -1, lookAhead: 0 };
  token = this.none;

  constructor(readonly text: string) {
    this.end = text.length;
    this.to(0);
  }

  /** Stands at this place, at whose sign nobody has looked before. */
  private to(pos: number): number {
    this.pos = pos;
    this.next = pos < this.end ? this.text.charCodeAt(pos) : -1;
    return this.next;
  }

  private seen(pos: number): void {
    if (pos >= this.token.lookAhead) this.token.lookAhead = pos + 1;
  }

  clipPos(pos: number): number {
    return Math.min(pos, this.end);
  }

  peek(offset: number): number {
    const pos = this.pos + offset;
    if (pos < 0 || pos >= this.end) return -1;
    this.seen(pos);
    return this.text.charCodeAt(pos);
  }

  acceptToken(value: number, offset = 0): void {
    const end = this.pos + offset;
    if (end > this.end || end < this.token.start) throw new RangeError("a token ends where there is no text");
    this.token.value = value;
    this.token.end = end;
  }

  advance(count = 1): number {
    const pos = this.pos + count;
    if (pos >= this.end) return this.to(this.end);
    this.seen(pos);
    return this.to(pos);
  }

  reset(pos: number, token?: Token): this {
    this.token = token ?? this.none;
    if (token) {
      token.start = pos;
      token.lookAhead = pos + 1;
      token.value = -1;
      token.extended = -1;
    }
    if (this.pos !== pos) this.to(pos);
    return this;
  }

  read(from: number, to: number): string {
    return this.text.slice(from, to);
  }
}
