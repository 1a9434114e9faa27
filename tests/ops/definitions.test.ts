import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Op } from "../../server/src/core/op";
import type { Param } from "../../server/src/core/param";
import { ops } from "../../server/src/ops/index";
import { vocabularies } from "../../server/src/vocabularies/index";
import { written } from "../support/one-call";

const spellings = vocabularies.flatMap(({ id, spellings }) =>
  [...spellings].map(([name, spelling]) => ({ where: `${id} ${name}`, spelling })),
);

/** The operators of which something does not hold. */
const without = (holds: (op: Op) => boolean): readonly string[] =>
  ops.filter((op) => !holds(op)).map(({ name }) => name);

const isSentence = (text: string): boolean => /^[A-Z`].*\.$/.test(text);

describe("every operator", () => {
  it("says how its result comes about, and where that is documented", () => {
    assert.deepEqual(
      without(({ formula }) => (formula?.length ?? 0) > 3),
      [],
    );
    assert.deepEqual(
      without(({ source }) => /^https:\/\/(docs\.pytorch\.org|keras\.io)\/\S+$/.test(source ?? "")),
      [],
    );
  });

  it("is explained in sentences", () => {
    const docs = ({ summary, params, constraints }: Op): readonly string[] => [
      summary,
      ...(Object.values(params) as Param<unknown>[]).map(({ doc }) => doc),
      ...Object.values<string>(constraints),
    ];
    assert.deepEqual(
      without((op) => docs(op).every(isSentence)),
      [],
    );
  });

  it("has a name of its own", () => {
    const names = ops.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  it("can be written in some framework", () =>
    assert.deepEqual(
      without((op) => spellings.some(({ spelling }) => spelling.op === op)),
      [],
    ));
});

describe("every spelling", () => {
  const wrong = (holds: (spelling: (typeof spellings)[number]["spelling"]) => boolean): readonly string[] =>
    spellings.filter(({ spelling }) => !holds(spelling)).map(({ where }) => where);

  it("names parameters that the operator has", () => {
    const known = ({ op, words, implied, defaults, takes, aliases }: (typeof spellings)[number]["spelling"]) =>
      [
        ...Object.values(words),
        ...implied,
        ...Object.keys(defaults),
        ...Object.keys(takes),
        ...Object.values(aliases),
      ].every((name) => name in op.params);
    assert.deepEqual(wrong(known), []);
  });

  it("lets every parameter be written, or fills it in", () => {
    const reached = ({ op, words, implied, order }: (typeof spellings)[number]["spelling"]) =>
      Object.keys(op.params).every((name) => {
        const written = Object.keys(words).find((word) => words[word] === name) ?? name;
        return implied.includes(name) || order.includes(written);
      });
    assert.deepEqual(wrong(reached), []);
  });

  it("names every argument once, and only arguments that are something", () => {
    const sound = ({ order, parameters, states, applies, ignores }: (typeof spellings)[number]["spelling"]) =>
      new Set(order).size === order.length &&
      order.every((word) => parameters.has(word) || word in states || applies.includes(word) || ignores.includes(word));
    assert.deepEqual(wrong(sound), []);
  });

  it("has defaults that could be written", () => {
    const again = ({ type, default: left }: Param<unknown>): boolean => {
      if (left === undefined || (typeof left === "object" && left !== null && "of" in left)) return true;
      const reading = type.read(written(JSON.parse(type.show(left))));
      return reading !== "unknown" && "ok" in reading && isDeepStrictEqual(reading.ok, left);
    };
    assert.deepEqual(
      wrong(({ params }) => (Object.values(params) as Param<unknown>[]).every(again)),
      [],
    );
  });
});
