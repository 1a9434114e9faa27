import { type Message, render, say } from "../../../core/message";
import type { Voice } from "../../../core/voice";
import type { Argument, Layer } from "./layer";

/** Something that is said otherwise now. Absent on a side that does not say it and has no default for it. */
export interface Change {
  readonly name: string;
  /** How the name is said where it is a word of ours, and none of the file. */
  readonly said?: Message;
  readonly old?: string;
  readonly new?: string;
  /** The texts that say so, where these name parameters of a block and so may come to other values elsewhere. */
  readonly texts?: readonly [old: string, now: string];
}

const change = (name: string, old: string | undefined, now: string | undefined): Change => ({
  name,
  ...(old !== undefined && { old }),
  ...(now !== undefined && { new: now }),
});

const ours = (said: Message, one: Change): Change => ({ ...one, said });

/** A side of a change as it is shown; whether a layer is there is answered in words. */
export function sideText({ name, said, ...sides }: Change, side: "old" | "new", voice: Voice): string {
  const text = sides[side] ?? "–";
  if (said === undefined || name !== "is there") return text;
  return render(text === "yes" ? say`yes` : say`no`, voice);
}

/** What is written otherwise in a row, but for what it reads. */
export function changesBetween(before: Layer, after: Layer): readonly Change[] {
  const found: Change[] = [];
  if (before.type !== after.type) found.push(ours(say`operator`, change("operator", before.type, after.type)));
  if (before.name !== after.name) found.push(ours(say`name`, change("name", before.name, after.name)));
  if (before.isThere !== after.isThere)
    found.push(ours(say`is there`, change("is there", before.isThere ? "yes" : "no", after.isThere ? "yes" : "no")));
  if (!before.isThere || !after.isThere) return found;
  if (before.repeats !== after.repeats)
    found.push(ours(say`repeats`, change("repeats", String(before.repeats), String(after.repeats))));
  return [...found, ...argsBetween(before, after)];
}

function argsBetween(before: Layer, after: Layer): readonly Change[] {
  const names = new Set([...before.args, ...after.args].map(({ name }) => name));
  const arg = ({ args }: Layer, name: string): Argument | undefined => args.find((one) => one.name === name);
  return [...names].flatMap((name) => {
    const [old, now] = [arg(before, name), arg(after, name)];
    if (old && now) return saidOtherwise(old, now);
    const said = (old ?? now)!;
    const standard = (old ? after : before).standard(name);
    if (standard !== undefined && standard === said.read) return [];
    return [change(name, old?.shown ?? standard, now?.shown ?? standard)];
  });
}

/** Nothing where the two come to the same, or where one text comes to something else by what is changed elsewhere. */
function saidOtherwise(old: Argument, now: Argument): readonly Change[] {
  if (old.shown === now.shown || (old.read !== undefined && old.read === now.read)) return [];
  // An alias has one text for whatever its anchor says.
  if (old.text === now.text && !old.text.startsWith("*")) return [];
  const texts = old.text.includes("$") || now.text.includes("$");
  return [
    {
      ...change(old.name, old.shown, now.shown),
      ...(texts && { texts: [unquoted(old.text), unquoted(now.text)] as const }),
    },
  ];
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, "$2");
