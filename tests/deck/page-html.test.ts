import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { builtIn } from "../../server/src/deck/deck";
import { mathMl } from "../../server/src/deck/math-ml";
import { pageHtml } from "../../server/src/deck/page-html";

/** Without what only keeps things together, so that a line shows how a formula is read. */
const drawn = (formula: string): string => mathMl(formula)!.replace(/<\/?(?:math|mrow)\b[^>]*>/g, "");

describe("a formula of a card", () => {
  const cases: readonly (readonly [formula: string, drawn: string])[] = [
    ["11.67", "<mn>11.67</mn>"],
    ["250{,}880 + 10", "<mn>250,880</mn><mo>+</mo><mn>10</mn>"],
    ["(kernel − 1)/2", "<mfrac><mi>kernel</mi><mo>−</mo><mn>1</mn><mn>2</mn></mfrac>"],
    ["⌈in/stride⌉", "<mo>⌈</mo><mfrac><mi>in</mi><mi>stride</mi></mfrac><mo>⌉</mo>"],
    ["λ·w²", "<mi>λ</mi><mo>·</mo><msup><mi>w</mi><mn>2</mn></msup>"],
    [
      "γ·(x − μ)/√(σ² + ε)",
      "<mi>γ</mi><mo>·</mo><mfrac><mi>x</mi><mo>−</mo><mi>μ</mi><msqrt><msup><mi>σ</mi><mn>2</mn></msup><mo>+</mo><mi>ε</mi></msqrt></mfrac>",
    ],
    ["f(x)/2", "<mfrac><mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo><mn>2</mn></mfrac>"],
    [
      "C_out·k_h^{n+1}",
      "<msub><mi>C</mi><mi>out</mi></msub><mo>·</mo><msup><msub><mi>k</mi><mi>h</mi></msub><mi>n</mi><mo>+</mo><mn>1</mn></msup>",
    ],
    ["kernel_size", "<mi>kernel_size</mi>"],
    ["image width", '<mi>image</mi><mspace width="0.3em"/><mi>width</mi>'],
    [
      "\\frac{n + 2p - f}{s} + 1",
      "<mfrac><mi>n</mi><mo>+</mo><mn>2</mn><mi>p</mi><mo>−</mo><mi>f</mi><mi>s</mi></mfrac><mo>+</mo><mn>1</mn>",
    ],
    ["\\lfloor \\sqrt{\\sigma} \\rfloor", "<mo>⌊</mo><msqrt><mi>σ</mi></msqrt><mo>⌋</mo>"],
    ["(a < b", "<mo>(</mo><mi>a</mi><mo>&lt;</mo><mi>b</mi>"],
    ["a) / b]/", "<mi>a</mi>"],
  ];
  for (const [formula, expected] of cases)
    it(`is drawn as it is read: ${formula}`, () => assert.ok(drawn(formula).startsWith(expected), drawn(formula)));

  it("is well formed whatever is written", () => {
    const signs = ["(", ")", "⌊", "⌋", "/", "^", "_", "{", "}", "√", "²", "₁", "a", "1", " ", "\\frac", "<", "-"];
    for (let seed = 1; seed < 4000; seed++) {
      let state = seed * 7919;
      const formula = Array.from({ length: 1 + (seed % 12) }, () => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return signs[state % signs.length]!;
      }).join("");
      const open: string[] = [];
      for (const [, end, tag, itself] of mathMl(formula)!.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g))
        if (end) assert.equal(open.pop(), tag, formula);
        else if (!itself) open.push(tag!);
      assert.deepEqual(open, [], formula);
    }
  });
});

describe("a card on a page", () => {
  it("says its formulas in words too", () => {
    assert.match(pageHtml("$⌊25/2⌋ + 1$"), /<span class="spoken">25 divided by 2 rounded down \+ 1<\/span>/);
  });

  it("shows pictures by their files, and nothing of its text is a tag", () => {
    const html = pageHtml('See ![a "map" <b>](maps/a.png) and `![no](b.png)`, <script> and **![c](c.svg)**');
    assert.match(html, /<img data-file="maps\/a\.png" alt="a &quot;map&quot; &lt;b&gt;" /);
    assert.match(html, /<code>!\[no\]\(b\.png\)<\/code>, &lt;script&gt;/);
    assert.match(html, /<img data-file="c\.svg"/);
  });

  it("draws every formula of the deck", () => {
    const all = builtIn().cards.flatMap(({ question, answer, correction = "" }) => [question, answer, correction]);
    const formulas = all.flatMap((text) => [...text.matchAll(/\$([^$\n]+)\$/g)].map(([, formula]) => formula!));
    assert.ok(formulas.length > 20);
    for (const formula of formulas) assert.doesNotMatch(drawn(formula), /<mo>[/^_{}\\]<|<m\w+><\/m/, formula);
  });
});
