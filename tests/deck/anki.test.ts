import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { exportAnki } from "../../server/src/deck/anki";
import type { Card } from "../../server/src/deck/card";
import { builtIn } from "../../server/src/deck/deck";
import { toHtml, toMarkdown } from "../../server/src/deck/html";
import { importText } from "../../server/src/deck/import-text";
import { readDeck } from "../../server/src/deck/read-deck";
import { writeDeck } from "../../server/src/deck/write-deck";
import { ownDeck } from "../../server/src/drill/decks";
import { randomly } from "../support/random";

const plain = (cards: readonly Card[]) => cards.map((card) => ({ ...card, span: null }));

describe("a deck as text for Anki", () => {
  const text = exportAnki(ownDeck());

  it("has the header lines that Anki reads, and one note a card", () => {
    const lines = text.split("\n");
    assert.deepEqual(lines.slice(0, 6), [
      "#separator:tab",
      "#html:true",
      "#deck:Understanding CNNs",
      "#notetype:Basic",
      "#guid column:1",
      "#tags column:4",
    ]);
    assert.equal((text.match(/^convlint:understanding-cnns:/gm) ?? []).length, builtIn().cards.length);
    assert.ok(builtIn().cards.length >= 23);
  });

  it("is read again as an equal deck", () => {
    const { name, cards, problems } = importText(text);
    assert.deepEqual(problems, []);
    assert.equal(name, builtIn().name);
    assert.deepEqual(plain(cards), plain(builtIn().cards));
  });

  it("writes formulas, code and lists as Anki shows them", () => {
    const html = toHtml("It is $a < b$, `x[0]` and **more**.\n\n- one\n- two\n\n1. a\n2. b");
    assert.equal(
      html,
      "<p>It is \\(a &lt; b\\), <code>x[0]</code> and <b>more</b>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>",
    );
  });

  const odd = [
    "a\tb",
    'say "x"',
    "#x",
    "a\n- b",
    "<b>a</b>",
    "a  b\n   c",
    "&amp;",
    "$1 and $2",
    "\\(x\\)",
    "1. a\n3. b",
    "a\r\nb",
    "**",
    "`",
    "a\n\n\nb",
    "see ![a map](map.png) here",
    "![](a.png)",
    "!",
  ];
  for (const question of odd)
    it(`gives back ${JSON.stringify(question)}`, () => {
      assert.equal(toMarkdown(toHtml(question)), question);
      const card: Card = {
        id: "a",
        question,
        answer: question,
        tags: ["t"],
        operators: ["Conv2d"],
        rules: ["r"],
        textSays: question,
        correction: question,
        model: "input: [1]\n  # <x>\n",
        span: { from: 0, to: 0 },
      };
      assert.deepEqual(plain(importText(exportAnki({ id: "n", name: "N", cards: [card] })).cards), plain([card]));
    });
});

describe("text of other decks", () => {
  const read = (text: string) => {
    const { cards, problems, name } = importText(text, "Mine");
    return {
      name,
      cards: cards.map(({ id, question, answer, tags }) => [id, question, answer, ...tags]),
      problems: problems.map(({ line, message }) => `${line} ${message}`),
    };
  };
  it("is read by its header", () => {
    const text = "#separator:semicolon\n#html:false\n#deck:Other\n#tags column:1\nx y;What is <b>?;That & this\n";
    assert.deepEqual(read(text), {
      name: "Other",
      cards: [["what-is-b", "What is <b>?", "That & this", "x", "y"]],
      problems: [],
    });
  });
  it("is read without one, whatever parts its columns", () => {
    for (const separator of ["\t", ",", ";"])
      assert.deepEqual(read(["Why?", "<div>So</div><div>it is</div>", "a b"].join(separator)).cards, [
        ["why", "Why?", "So\nit is", "a", "b"],
      ]);
  });
  it("may name its columns, in any order", () => {
    assert.deepEqual(read('Answer,ID,Question\r\n"A, ""B""",one,Q\r\n').cards, [["one", "Q", 'A, "B"']]);
  });
  it("has ids of its own where two questions are alike", () => {
    assert.deepEqual(
      read("Q\tA\nQ\tB\n").cards.map(([id]) => id),
      ["q", "q-2"],
    );
  });
  it("is read but for the lines that have a mistake", () => {
    assert.deepEqual(read('Q\tA\nonly\n\tA\nR\t"open\n').problems, [
      "2 this line has no answer",
      "3 this line has no question",
      "4 a quote is opened here and never closed",
    ]);
    assert.deepEqual(read("").cards, []);
  });
});

describe("what is wrong in a text", () => {
  const told = (text: string) => importText(text).problems.map(({ line, message }) => `${line} ${message}`);
  const asked = (text: string) => importText(text).cards.map(({ id, question, answer }) => [id, question, answer]);

  it("is told with its line, and all else is read", () => {
    const text = [
      "#separator:tab",
      "#html:true",
      'Q\tA <span style="x">b</span><i>c</i>',
      'P\t<img src="map.png"> [sound:a b.mp3]So',
      '<img src="only.png">\tA',
      "Q\tA bc",
      "Q\tB",
      "C\t{{c1::gap}}",
      'K\t"two',
      'lines"',
      'L\t"word" and more',
      'O\t"open',
      "Last\tone",
    ].join("\n");
    assert.deepEqual(told(text), [
      "3 <span>, <i> are left out, and what stands in them is kept",
      "4 the picture map.png is not brought along; it belongs beside the deck",
      "4 cards have no sounds, so this is left out: a b.mp3",
      "5 the picture only.png is not brought along; it belongs beside the deck",
      "6 this line says what line 3 says, and is taken once",
      "7 line 3 asks the same; this card is called q-2",
      "8 a gap to be filled in, {{c1::…}}, stays as it is written; cards have none",
      "11 a field goes on behind its closing quote; it is taken letter by letter",
      "12 a quote is opened here and never closed",
    ]);
    assert.deepEqual(asked(text), [
      ["q", "Q", "A bc"],
      ["p", "P", "![](map.png) So"],
      ["only-png", "![](only.png)", "A"],
      ["q-2", "Q", "B"],
      ["c", "C", "{{c1::gap}}"],
      ["k", "K", "two\nlines"],
      ["l", "L", '"word" and more'],
      ["last", "Last", "one"],
    ]);
  });

  it("spoils its own line only, where a quote is closed by one far below", () => {
    assert.deepEqual(told('A\t"open\nB\tb\nC\t"c"\n'), ["1 a quote is opened here and never closed"]);
    assert.deepEqual(
      asked('A\t"open\nB\tb\nC\t"c"\n').map(([id]) => id),
      ["b", "c"],
    );
  });

  it("never is that it stops, whatever stands there", () => {
    const { below } = randomly(3);
    const signs = ['"', '""', "\t", ",", "\n", "\r\n", "#", "a", "<b>", "&amp;", "]", "[sound:", "{{c1::", "$"];
    for (let i = 0; i < 2_000; i++) {
      const text = Array.from({ length: below(30) }, () => signs[below(signs.length)]).join("");
      const deck = importText(text);
      assert.deepEqual(plain(readDeck(writeDeck(deck)).cards), plain(deck.cards), JSON.stringify(text));
    }
  });
});

describe("a deck that is written", () => {
  it("is read as the same deck", () => {
    const { name, cards, problems } = readDeck(writeDeck(builtIn()));
    assert.deepEqual([name, problems, plain(cards)], [builtIn().name, [], plain(builtIn().cards)]);
  });
  it("keeps what a table of questions held", () => {
    const deck = importText('question,answer\n42,true\n"a: b","- #x\n- y"\n', "N");
    assert.deepEqual(plain(readDeck(writeDeck(deck)).cards), plain(deck.cards));
  });
});
