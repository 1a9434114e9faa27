import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PythonFiles } from "../../server/src/core/python-class";
import { registeredIn } from "../../server/src/python/rows/registration";

const files = (text: string): PythonFiles => ({
  text: () => text,
  rootOf: () => "",
  shown: (path) => path,
  defining: () => ["/tasks.py"],
});

/** What stands before the written arguments, how many of those it uses up, and what is counted behind the row. */
const called = (text: string, name: string): string => {
  const found = registeredIn(files(text), name);
  return found ? `${found.front.join(" ")} / ${found.skip} / ${found.counted}` : "unknown";
};

const tasks = `
from blocks import *
BASES = frozenset({Conv, Focus})
def parse_model(d, ch, verbose=True):
    import ast
    nc, act, scales = (d.get(x) for x in ("nc", "activation", "scales"))
    repeats = {C2f, Mine}
    for i, (f, n, m, args) in enumerate(d["backbone"] + d["head"]):
        m = getattr(torch.nn, m[3:]) if "nn." in m else globals()[m]
        n = n_ = max(round(n * depth), 1) if n > 1 else n
        if m in {*BASES, C2f, Mine} or m is Also:
            c1, c2 = ch[f], args[0]
            if c2 != nc:
                c2 = make_divisible(min(c2, max_channels) * width, 8)
            args = [c1, c2, *args[1:]]
            if m in repeats:
                args.insert(2, n)
                n = 1
        elif m in (Told, models.Attention):
            args = [ch[f], *args]
        elif m is Replaced:
            c1, c2 = ch[f], args[0]
            c2 = make_divisible(c2 * gw, 8)
            args = [c1, *args[1:]]
        elif m is Norm:
            args = [ch[f]]
        elif m in {Stem}:
            c1, cm, c2 = ch[f], args[0], args[1]
            args = [c1, cm, c2, *args[2:]]
        elif m is Joined:
            c2 = sum(ch[x] for x in f)
            args = [[ch[x] for x in f], *args]
        elif m is Odd:
            args = rewritten(args)
        elif m is Head:
            args.append([ch[x] for x in f])
        else:
            c2 = ch[f]
        m_ = nn.Sequential(*(m(*args) for _ in range(n))) if n > 1 else m(*args)
# Elsewhere
`;

describe("how a parser of somebody's own calls a class", () => {
  const expected: { readonly [name: string]: string } = {
    Conv: "c1 c2 / 1 / c2",
    Focus: "c1 c2 / 1 / c2",
    Also: "c1 c2 / 1 / c2",
    Mine: "c1 c2 n / 1 / c2",
    Told: "c1 / 0 / undefined",
    Attention: "c1 / 0 / undefined",
    Replaced: "c1 / 1 / c2",
    Norm: "c1 / Infinity / undefined",
    Stem: "c1 / 0 / undefined",
    Joined: "all / 0 / undefined",
    Odd: "unknown",
    Head: "unknown",
    Elsewhere: " / 0 / c1",
    Unheard: "unknown",
  };
  for (const [name, convention] of Object.entries(expected))
    it(`${name}: ${convention}`, () => assert.equal(called(tasks, name), convention));

  it("is not known where a condition is not", () => {
    assert.equal(called(tasks.replace("(Told, models.Attention)", "somewhere"), "Elsewhere"), "unknown");
    assert.equal(called("def parse_model(d, ch): pass # Mine", "Mine"), "unknown");
    assert.equal(called("def parse_model(d, ch", "Mine"), "unknown");
  });
});
