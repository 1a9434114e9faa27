import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Understood, understand } from "../../server/src/service";
import { onClocks } from "../support/clocks";
import { type Cut, deletionsOf, prefixesOf } from "../support/cuts";
import { pythonTexts } from "../support/python-texts";
import { some } from "../support/sample";
import { stepsOf } from "../support/steps";
import { wholeReport } from "../support/whole-report";

/** As many as a processor takes in 200 ms, at 2 µs each; `npm run bench -- python` says what each takes. */
const mostSteps = 100_000;

/** Reads it in so many steps and no more, and tells only of places that it has. */
function tried({ what, text }: Cut): void {
  const cut = text();
  let found: Understood | undefined;
  const steps = stepsOf(() => {
    found = understand("net.py", cut);
  });
  assert.ok(steps <= mostSteps, `${what} takes ${steps} steps`);
  for (const { id, span } of found?.analysis.problems ?? [])
    assert.ok(0 <= span.from && span.from <= span.to && span.to <= cut.length, `${what}: ${id} is told at no place`);
}

const texts = pythonTexts();

describe("a program of which something is missing is read in bounded steps", () => {
  it("wherever it ends", () => {
    for (const one of some(prefixesOf(texts), "beginnings of programs of Python", 150)) tried(one);
  });

  it("without some of its lines", () => {
    for (const one of some(deletionsOf(texts, 5000, 23), "programs of Python without some of their lines", 12))
      tried(one);
  });
});

describe("on a machine that is ten times slower", () => {
  it("the same is told of programs, whole or not", () => {
    const cuts = [...prefixesOf(texts), ...deletionsOf(texts, 5000, 29)].filter((_, i) => i % 40 === 0);
    const whole = texts.map(({ file, text }) => ({ what: file, text: () => text }));
    for (const { what, text } of [...whole, ...some(cuts, "programs of Python that are read twice", 20)]) {
      const read = (): string => wholeReport(understand("net.py", text()));
      assert.equal(onClocks(10, read), onClocks(1, read), what);
    }
  });

  it("whatever has a deadline comes to something else", () => {
    const clocks: readonly (() => number)[] = [
      () => Date.now(),
      () => Date.parse(new Date().toISOString()),
      () => performance.now(),
      () => process.hrtime()[1] / 1e6,
      () => Number(process.hrtime.bigint()) / 1e6,
      () => process.cpuUsage().user / 1000,
    ];
    for (const clock of clocks) {
      const rounds = (): number => {
        let done = 0;
        for (const end = clock() + 200; clock() < end; ) done++;
        return done;
      };
      assert.ok(onClocks(10, rounds) < onClocks(1, rounds) / 5, String(clock));
    }
  });
});
