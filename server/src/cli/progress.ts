import { render, say } from "../core/message";
import { widthOf } from "../core/width";
import { type Streams, voiceIn } from "./usage";

/** What a long run tells whoever looks. */
export interface Progress {
  /** One more is done. */
  step(path: string): void;
  /** Nothing of it is left to be seen. */
  clear(): void;
}

const silent: Progress = { step() {}, clear() {} };

/** Who waits less than that needs no word. */
const patience = 1_000;
/** Between two lines, so that writing takes no time from the work. */
const pause = 100;
const widest = 60;

/**
 * A line on standard error that says how far a run is: on a terminal only, after a second, and gone before anything
 * else is written there. `now` is the clock.
 */
export function progressOf(
  total: number,
  streams: Streams,
  { quiet, now = performance.now.bind(performance) }: { readonly quiet: boolean; readonly now?: () => number },
): Progress {
  const terminal = streams.err as NodeJS.WriteStream;
  if (quiet || !terminal.isTTY || process.env["TERM"] === "dumb") return silent;
  const start = now();
  let done = 0;
  let last = start + patience - pause;
  let isShown = false;
  return {
    step(path) {
      done++;
      if (now() - last < pause) return;
      last = now();
      isShown = true;
      const room = Math.max(10, Math.min(widest, (terminal.columns ?? 80) - 20));
      const name = endOf(path, room);
      terminal.write(
        `\r\u001b[2K${render(say`${done} of ${total} files`, voiceIn(streams))}  ${name.replace(/\p{Cc}/gu, " ")}`,
      );
    },
    clear() {
      if (isShown) terminal.write("\r\u001b[2K");
      isShown = false;
    },
  };
}

/** The end of a path, in as many cells of the terminal as there are. */
function endOf(path: string, room: number): string {
  if (widthOf(path) <= room) return path;
  const letters = [...path];
  while (widthOf(letters.join("")) >= room) letters.shift();
  return `…${letters.join("")}`;
}
