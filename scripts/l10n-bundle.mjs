// Joins the rooms of a translation to the one file that editors, the server and the command read.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { scanClient } from "./l10n-scan.mjs";

const folder = "l10n";

/** The key that the server looks a text up by, as it computes it itself. */
const source = readFileSync("server/src/language/key.ts", "utf8");
const { code } = transformSync(source, { loader: "ts", format: "esm" });
const { keyOf } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** What the editor looks up by the English itself, and the server then too. */
const askedByEditor = () =>
  new Set(
    readdirSync("client/src", { recursive: true })
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => scanClient(readFileSync(`client/src/${file}`, "utf8"))),
  );

/** What nobody has translated yet is left out, and then told in English. */
export function writeBundles() {
  const whole = askedByEditor();
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const rooms = readdirSync(`${folder}/${name}`).filter((file) => file.endsWith(".json") && file !== "same.json");
    const texts = rooms.flatMap((room) =>
      Object.entries(JSON.parse(readFileSync(`${folder}/${name}/${room}`, "utf8"))),
    );
    const all = texts.filter(([, value]) => value).sort(([a], [b]) => (a < b ? -1 : 1));
    const packed = keyed(all, (text) => (whole.has(text) ? text : keyOf(text)));
    writeFileSync(`${folder}/bundle.l10n.${name}.json`, `${JSON.stringify(packed)}\n`);
  }
}

/** An object of texts by their keys, of which no two may be equal. */
export function keyed(texts, key) {
  const byKey = new Map();
  for (const [text, value] of texts) {
    const [other] = byKey.get(key(text)) ?? [];
    if (other === text)
      throw new Error(`two rooms translate one text; npm run l10n -- --write leaves it to the first:\n${text}`);
    if (other !== undefined)
      throw new Error(`two texts have the key ${key(text)}; say one of them otherwise:\n${other}\n${text}`);
    byKey.set(key(text), [text, value]);
  }
  return Object.fromEntries([...byKey].map(([short, [, value]]) => [short, value]));
}
