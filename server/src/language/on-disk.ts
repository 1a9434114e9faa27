import { readFileSync } from "node:fs";
import type { Language } from "./locale";
import { type Translations, translationsIn } from "./voice";

/** How many folders the package may lie above the file that runs; the tests lie deeper than the command. */
const most = 4;

/** The translations in the package of the file that runs; none where they cannot be read, and then English is told. */
export function translationsOnDisk(language: Language): Translations | undefined {
  for (let up = "../", level = 0; level < most; level++, up += "../") {
    try {
      const url = new URL(`${up}l10n/bundle.l10n.${language}.json`, import.meta.url);
      return translationsIn(JSON.parse(readFileSync(url, "utf8")));
    } catch {
      // One level further up, if anywhere.
    }
  }
  return undefined;
}
