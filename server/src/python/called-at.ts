import type { Row } from "../core/graph";
import type { Span } from "../core/span";
import type { Attempt } from "./attempt";
import type { ModuleCall, Trace } from "./trace";
import type { Obj } from "./values";

/** Where the layers of a run are made and called; asked of one call after another. */
export class CalledAt {
  private readonly calls: readonly ModuleCall[];
  private next = 0;
  /** Calls of modules around the one that is asked for. */
  private readonly inside: ModuleCall[] = [];

  constructor(
    private readonly trace: Trace,
    taken: Attempt | undefined,
  ) {
    this.calls = taken ? trace.modules.filter(({ from, to }) => taken.from <= from && to <= taken.to) : [];
  }

  /** What a module around it calls, such as a sequence its parts, nobody has called at a place of its own. */
  of(id: number, span: Span, layer: Obj | undefined): Pick<Row, "span" | "call"> {
    const made = layer?.module?.layer?.made;
    const callee = this.trace.callees.get(id);
    if (!made || !callee) return { span };
    while (this.inside.length && this.inside.at(-1)!.to <= id) this.inside.pop();
    for (let call = this.calls[this.next]; call && call.from <= id; call = this.calls[++this.next])
      if (call.to > id) this.inside.push(call);
    const isHanded = this.inside.some(({ given }) => given.span.from === span.from && given.span.to === span.to);
    return isHanded ? { span: made.span } : { span: made.span, call: { span, callee } };
  }
}
