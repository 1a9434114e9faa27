import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { builtIn } from "../../server/src/deck/deck";
import { readDeck } from "../../server/src/deck/read-deck";
import text from "../../server/src/deck/understanding-cnns.cards.yaml";

/** The problems of a deck as a command prints them, each with the text that it underlines. */
const complaints = (source: string): readonly string[] =>
  readDeck(source).problems.map(
    ({ line, column, message, span }) => `${line}:${column} ${message} «${source.slice(span.from, span.to)}»`,
  );

const sound = "  - { id: sound, question: Q, answer: A }\n";

/** One mistake a row, and what is said about it. The card beside it must survive. */
const damaged: readonly (readonly [what: string, card: string, ...said: readonly string[]])[] = [
  ["a missing field", "{ id: a, question: Q }", "3:5 a card needs an answer «»"],
  [
    "several missing fields",
    "{ tags: [] }",
    "3:5 a card needs an id «»",
    "3:5 a card needs a question «»",
    "3:5 a card needs an answer «»",
  ],
  ["an empty field", "{ id: a, question: Q, answer: }", "3:27 answer is empty «answer»"],
  ["a field of blanks", '{ id: a, question: Q, answer: "  " }', '3:35 answer is empty «"  "»'],
  ["a number for text", "{ id: 7, question: Q, answer: A }", "3:11 id is text; 7 needs quotes «7»"],
  ["a truth for text", "{ id: a, question: Q, answer: True }", "3:35 answer is text; True needs quotes «True»"],
  ["a list for text", "{ id: a, question: Q, answer: [A] }", "3:35 answer is text «[A]»"],
  [
    "an id in capitals",
    "{ id: My Card, question: Q, answer: A }",
    "3:11 an id is words in lower case joined by hyphens, such as feature-map-size, not My Card «My Card»",
  ],
  ["a duplicate id", "{ id: sound, question: Q, answer: A }", "3:11 another card above has the id sound «sound»"],
  ["a text for a card", "stride", "3:5 a card is a map of fields «stride»"],
  ["nothing for a card", "", "3:5 a card is a map of fields «»"],
  ["an alias for a card", "*other", "3:5 an alias stands for no card; write the card itself «*other»"],
  ["an alias for text", "{ id: a, question: Q, answer: *x }", "3:35 answer is an alias; write the text itself «*x»"],
  [
    "a list for a key",
    "{ id: a, [x]: 1, question: Q }",
    "3:14 the keys of a card are words «[x]»",
    "3:5 a card needs an answer «»",
  ],
];

/** Mistakes that leave the card as it is, but for the field. */
const bruised: readonly (readonly [what: string, fields: string, said: string])[] = [
  ["an unknown field", "colour: red", "no field of a card is called colour «colour»"],
  ["a misspelt field", "tag: [a]", "no field of a card is called tag; did you mean tags? «tag»"],
  ["a field written twice", "id: c", "id is written twice «id»"],
  ["a word for a list", "tags: sizes", "tags is a list, such as [sizes] «sizes»"],
  ["a map for a list", "tags: { a: 1 }", "tags is a list of words «{ a: 1 }»"],
  ["a number in a list", "rules: [1]", "an entry of rules is text; 1 needs quotes «1»"],
  ["a correction alone", "correction: No.", "correction without text_says «No.»"],
  ["a text_says alone", "text_says: Yes.", "text_says without correction «Yes.»"],
];

describe("a damaged card", () => {
  for (const [what, card, ...said] of damaged)
    it(`is reported and left out: ${what}`, () => {
      const source = `cards:\n${sound}  - ${card}\n`;
      assert.deepEqual(complaints(source), said);
      assert.deepEqual(
        readDeck(source).cards.map(({ id }) => id),
        ["sound"],
      );
    });
  for (const [what, fields, said] of bruised)
    it(`is reported and kept: ${what}`, () => {
      const source = `cards:\n  - id: a\n    question: Q\n    answer: A\n    ${fields}\n`;
      const found = complaints(source);
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0]!, /^5:\d+ /);
      assert.equal(found[0]!.replace(/^\S+ /, ""), said);
      assert.deepEqual(
        readDeck(source).cards.map((card) => ({ ...card, span: null })),
        [{ id: "a", question: "Q", answer: "A", tags: [], operators: [], rules: [], span: null }],
      );
    });
});

describe("a damaged deck", () => {
  const whole: readonly (readonly [what: string, source: string, ...said: readonly string[]])[] = [
    ["an empty text", "", "1:1 a deck is a map with a name and a list of cards «»"],
    ["a list", "- a", "1:1 a deck is a map with a name and a list of cards «- a»"],
    ["no cards", "name: N", "1:1 a deck needs a list called cards «»"],
    ["cards that are no list", "cards: { a: 1 }", "1:8 cards is a list «{ a: 1 }»"],
    ["cards that are nothing", "cards:", "1:1 cards is a list «cards»"],
    ["a number for a name", "name: 3\ncards: []", "1:7 the name of a deck is text «3»"],
    [
      "an unknown key",
      "nmae: N\ncards: []",
      "1:1 a deck has a name, cards and perhaps a lesson, no nmae; did you mean name? «nmae»",
    ],
    ["a line that ends in CR", "# a\r# b\rcards: 1", "3:8 cards is a list «1»"],
    ["lines that end in CRLF", "# a\r\n# b\r\ncards: 1", "3:8 cards is a list «1»"],
  ];
  for (const [what, source, ...said] of whole)
    it(`is reported: ${what}`, () => {
      assert.deepEqual(complaints(source), said);
      assert.deepEqual(readDeck(source).cards, []);
    });

  it("shows the first of its syntax errors, and what stands before it is read", () => {
    const source = `cards:\n${sound}  - { id: a, question: [\n\tQ`;
    const { cards, problems } = readDeck(source);
    assert.deepEqual(
      cards.map(({ id }) => id),
      ["sound"],
    );
    assert.ok(problems.length > 0);
    assert.ok(problems[0]!.line >= 3);
  });

  it("may hold two texts, of which the second is reported", () => {
    const { cards, problems } = readDeck(`cards:\n${sound}---\ncards: []\n`);
    assert.equal(cards.length, 1);
    assert.deepEqual(
      problems.map(({ line, message }) => `${line} ${message}`),
      ["3 a file holds one deck, and another begins here"],
    );
  });
});

describe("hostile text", () => {
  const bombs: readonly (readonly [what: string, source: string])[] = [
    [
      "aliases that multiply",
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : "a"}, *${i ? `b${i - 1}` : "a"}]`).join("\n")}\ncards: *b29`,
    ],
    ["brackets 10,000 deep", `cards: ${"[".repeat(10_000)}`],
    ["dashes 10,000 deep", "- ".repeat(10_000)],
    ["an id of many lines", `cards:\n  - { id: "a\\n\\n${"b ".repeat(1_000)}", question: Q, answer: A }`],
    ["a NUL", "cards:\n  - id: \0"],
    ["bytes that are no text", String.fromCharCode(...Array.from({ length: 2_000 }, (_, i) => (i * 7919) % 65_536))],
    ["one line of 5 MB", `cards: "${"x".repeat(5_000_000)}"`],
    ["20,000 equal keys", `cards: []\n${"x: 1\n".repeat(20_000)}`],
    ["20,000 cards without anything", `cards:\n${"  - x\n".repeat(20_000)}`],
  ];
  for (const [what, source] of bombs)
    it(`ends in a problem within five seconds: ${what}`, { timeout: 5_000 }, () => {
      const { cards, problems } = readDeck(source);
      assert.deepEqual(cards, []);
      assert.ok(problems.length > 0);
      assert.ok(
        problems.every(
          ({ message, line, column }) =>
            message && !/[\r\n]/.test(message) && message.length <= 200 && line >= 1 && column >= 1,
        ),
      );
    });

  it("never throws, wherever the built-in deck is cut", () => {
    for (let end = 0; end < text.length; end += 211) readDeck(text.slice(0, end));
    for (let from = 0; from < text.length; from += 307) readDeck(text.slice(0, from) + text.slice(from + 3));
  });

  it("reads the built-in deck with other ends of lines, and with a mark of byte order", () => {
    const plain = (source: string) => readDeck(source).cards.map((card) => ({ ...card, span: null }));
    const expected = builtIn().cards.map((card) => ({ ...card, span: null }));
    assert.deepEqual(plain(text.replaceAll("\n", "\r\n")), expected);
    assert.deepEqual(plain(`\uFEFF${text}`), expected);
  });
});
