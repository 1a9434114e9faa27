// Joins the rooms of a translation to the one file that editors, the server and the command read.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = "l10n";

/** What nobody has translated yet is left out, and then told in English. */
export function writeBundles() {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const rooms = readdirSync(`${folder}/${name}`).filter((file) => file.endsWith(".json") && file !== "same.json");
    const texts = rooms.flatMap((room) =>
      Object.entries(JSON.parse(readFileSync(`${folder}/${name}/${room}`, "utf8"))),
    );
    const all = texts.filter(([, value]) => value).sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(`${folder}/bundle.l10n.${name}.json`, `${JSON.stringify(Object.fromEntries(all))}\n`);
  }
}
