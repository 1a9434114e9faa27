// What an editor asks at the pauses of somebody who types, beside parsing the text as far as it is typed.
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";

const pauses = 24;
/** Milliseconds, fewer than it takes anybody to look up from the keys. */
const pause = 40;

/** Nineteen of twenty requests and parses took no longer than this: milliseconds. All is typed twice, and the second time counts. */
export async function typing(connection, { typedFiles, stopsIn, placeAt, typed, askedAt, breath, late }) {
  const asked = [];
  const parsed = [];
  for (const isMeasured of [false, true])
    for (const file of typedFiles) {
      const text = readFileSync(`examples/${file}`, "utf8");
      const uri = `file:///typed-${isMeasured}/${file}`;
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "yaml", version: 1, text: "" },
      });
      const stops = stopsIn(text, pauses);
      for (let at = 0; at < text.length; at++) {
        await connection.sendNotification("textDocument/didChange", {
          textDocument: { uri, version: at + 2 },
          contentChanges: [typed(text, at)],
        });
        if (!stops.has(at)) continue;
        await breath(pause);
        for (const [method, params] of askedAt(uri, placeAt(text, at + 1), true)) {
          const start = performance.now();
          await connection.sendRequest(method, params);
          if (isMeasured) asked.push(performance.now() - start);
        }
        const start = performance.now();
        parseDocument(text.slice(0, at + 1));
        if (isMeasured) parsed.push(performance.now() - start);
      }
    }
  return [late(parsed), late(asked)];
}
