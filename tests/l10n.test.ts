import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { render, say } from "../server/src/core/message";
import { keyOf } from "../server/src/language/key";
import { languageOf, localeIn } from "../server/src/language/locale";
import { translationsOnDisk } from "../server/src/language/on-disk";
import { voiceOf } from "../server/src/language/voice";
import { convlint } from "./support/command";

const folder = "l10n/zh-cn";

/** What is translated; where a value is empty, English is told. */
const filled = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => Object.entries<string>(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))))
  .filter(([, value]) => value !== "");

const gapsIn = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).sort();
const codeIn = (text: string): readonly string[] => text.match(/`[^`]+`/g) ?? [];

const told: {
  readonly rooms: { readonly [room: string]: readonly string[] };
  readonly gaps: readonly { readonly file: string; readonly text: string; readonly gap: string }[];
} = JSON.parse(
  execFileSync(process.execPath, ["scripts/l10n.mjs", "--json"], { encoding: "utf8", maxBuffer: 2 ** 25 }),
);

interface Scanner {
  scan(source: string): { readonly gaps: readonly { readonly gap: string }[] };
  wordsInGap(gap: string): readonly string[];
}
const { scan, wordsInGap }: Scanner = await import(pathToFileURL("scripts/l10n-scan.mjs").href);

describe("what is said", () => {
  it("has no English words in its gaps, where nobody can translate them", () => {
    const found = told.gaps.map(({ file, text, gap }) => ({ file, text, words: wordsInGap(gap) }));
    assert.deepEqual(
      found.filter(({ words }) => words.length),
      [],
      "say two whole sentences, or a message in the gap",
    );
  });

  it("would be found with some", () => {
    const inGaps = (source: string): readonly string[] =>
      scan(source.replaceAll("@{", "$" + "{")).gaps.flatMap(({ gap }) => wordsInGap(gap));
    const words = 'say`@{n} @{n === 1 ? "layer" : "layers"} of @{name ?? "nobody"}, @{{ a: "in all" }[kind]}`';
    assert.deepEqual(inGaps(words), ["layer", "layers", "nobody", "in all"]);
    assert.equal(inGaps("say`has @{many ? `@{n} rows` : say`one row`}`").length, 1);
    const sound =
      'say`@{all.join(", ")} @{kind === "added" ? say`a @{word("padding")}` : x} @{"layers:"} @{y ?? "null"}`';
    assert.deepEqual(inGaps(sound), []);
  });
});

describe("the translation", () => {
  it("has every text that the sources say, and no other", () => {
    const wanted = Object.values(told.rooms).flat();
    const there = readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .flatMap((file) => Object.keys(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))));
    assert.deepEqual(there.sort(), wanted.sort(), "npm run l10n -- --write");
  });

  it("has the same gaps as the English", () => {
    assert.deepEqual(
      filled.filter(([text, value]) => gapsIn(text).join() !== gapsIn(value).join()),
      [],
    );
  });

  it("leaves code as it is", () => {
    const lost = filled.filter(([text, value]) => codeIn(text).some((code) => !value.includes(code)));
    assert.deepEqual(lost, []);
  });

  it("has no Latin full stop or comma behind a Chinese letter", () => {
    assert.deepEqual(
      filled.filter(([, value]) => /\p{Script=Han}([,;?!]|\.(?!\w))/u.test(value.replace(/\[[^\]]*\]/g, ""))),
      [],
    );
  });
});

describe("the language", () => {
  it("is found from a locale as editors and shells write it", () => {
    for (const locale of ["zh-cn", "zh-CN", "zh", "zh_CN.UTF-8", "zh-Hans", "zh-Hans-SG", "zh-SG"])
      assert.equal(languageOf(locale), "zh-cn", locale);
    for (const locale of ["en", "zh-tw", "zh-Hant", "de_DE.UTF-8", "C", "", undefined])
      assert.equal(languageOf(locale), undefined, locale);
  });

  it("is that of the first variable that is set", () => {
    assert.equal(localeIn({ LC_ALL: "", LC_MESSAGES: "zh_CN.UTF-8", LANG: "C" }), "zh_CN.UTF-8");
    assert.equal(localeIn({ LC_ALL: "C", LANG: "zh_CN.UTF-8" }), "C");
  });

  it("is told in the words of the bundle, and in English where it has none", () => {
    const voice = voiceOf({ "{0} reads {1}": "{1} 由 {0} 读取" });
    assert.equal(render(say`${"a"} reads ${"b"}`, voice), "b 由 a 读取");
    assert.equal(render(say`${"a"} writes ${"b"}`, voice), "a writes b");
    assert.equal(render(say`${"a"} reads ${"b"}`, voiceOf(undefined)), "a reads b");
  });

  it("lies beside the command, once it is built, each text under the key that is computed of its English", () => {
    const voice = voiceOf(translationsOnDisk("zh-cn"));
    assert.deepEqual(
      filled.filter(([text, value]) => voice.translate?.(text) !== value),
      [],
    );
  });

  it("holds no two texts of one key", async () => {
    assert.equal(new Set(filled.map(([text]) => keyOf(text))).size, new Set(filled.map(([text]) => text)).size);
    const { keyed } = await import(pathToFileURL("scripts/l10n-bundle.mjs").href);
    const texts = [
      ["one", "一"],
      ["other", "二"],
    ];
    assert.throws(() => keyed(texts, () => "same"), /say one of them otherwise:\none\nother/);
    assert.throws(() => keyed([...texts, texts[0]], (text: string) => text), /two rooms translate one text;.*\none$/s);
  });
});

describe("the command", () => {
  const run = (args: readonly string[], environment: { readonly [name: string]: string } = {}): string =>
    convlint(args, { env: { LC_ALL: "C", ...environment } }).out;
  const broken = `examples/broken/${readdirSync("examples/broken").find((file) => file.endsWith(".yaml"))}`;
  const han = /\p{Script=Han}/u;

  it("speaks the language of --lang, wherever it stands, and that of the shell", () => {
    assert.match(run(["check", broken, "--lang", "zh-cn"]), han);
    assert.match(run(["--lang=zh-cn", "check", broken]), han);
    assert.match(run(["check", broken], { LC_ALL: "zh_CN.UTF-8" }), han);
    assert.doesNotMatch(run(["check", broken]), han);
    assert.doesNotMatch(run(["check", broken, "--lang", "en"], { LC_ALL: "zh_CN.UTF-8" }), han);
  });

  it("speaks English to scripts, unless a language is asked for", () => {
    const json = ["check", broken, "--format", "json"];
    assert.doesNotMatch(run(json, { LC_ALL: "zh_CN.UTF-8" }), han);
    assert.match(run([...json, "--lang", "zh-cn"]), han);
  });
});
