import { say } from "../core/message";
import { wordFor } from "../core/vocabulary";
import type { Voice } from "../core/voice";
import type { Mistake } from "../deck/typed";
import { keyOf, scene } from "./ask-shape";
import { asCount, type Draft } from "./made-up";
import { slidesOf } from "./slips";
import { again, argument, callOf, layoutIn, type Subject, shown, sizesIn } from "./subject";

/** Which padding keeps the size? */
export function askPadding(subject: Subject, deck: Draft["deck"], voice: Voice): Draft | undefined {
  const { args, spelling, shapes } = subject;
  const slides = slidesOf(subject);
  const [first] = slides;
  const padding = args["padding"];
  if (!first || !Array.isArray(padding) || slides.length !== padding.length) return undefined;
  if (slides.some(({ stride, kernel }) => stride !== 1 || kernel !== first.kernel) || first.kernel < 2)
    return undefined;
  const word = wordFor(spelling, "padding");
  const param = spelling.params["padding"]!;
  const read = sidesIn(subject, sizesIn(shapes[0]!)!);
  const tried = Array.from({ length: first.kernel + 1 }, (_, pad) => {
    const reading = param.type.read({ kind: "number", value: pad, span: { from: 0, to: 0 } });
    const outcome =
      reading !== "unknown" && "ok" in reading ? again(subject, { ...args, padding: reading.ok }) : undefined;
    const given = outcome?.outputs[0];
    return { pad, given, keeps: given !== undefined && String(sidesIn(subject, sizesIn(given)!)) === String(read) };
  });
  const right = tried.find(({ keeps }) => keeps);
  if (!right || tried.filter(({ keeps }) => keeps).length > 1) return undefined;
  const usual = [2 * right.pad, 0, right.pad - 1, right.pad + 1, right.pad + 2];
  const mistakes = usual.flatMap((pad): readonly Mistake<number>[] => {
    const given = tried[pad]?.given;
    if (!given) return [];
    const gives = say`${`\`${argument(subject.vocabulary, word, String(pad))}\``} gives ${shown(given)}`;
    const why = pad === 2 * right.pad && pad > 0 ? say`That is the border of both sides together; ${gives}` : gives;
    return [{ value: pad, why }];
  });
  const call = callOf(subject, ["padding"]);
  return {
    deck,
    asks: ["padding", ...keyOf(subject, call)],
    prompt: say`${scene(subject, call)} Which ${`\`${word}\``} keeps the sides as they are?`,
    ...asCount(right.pad, mistakes, voice),
    explanation: say`A window that spans ${first.kernel} px loses ${first.kernel - 1}; half of them, ${right.pad}, go to each side`,
    call: callOf(subject, ["padding"], [argument(subject.vocabulary, word, String(right.pad))]),
    tags: ["sizes"],
    operators: [spelling.op.name],
  };
}

/** The sizes without the channels. */
const sidesIn = (subject: Subject, sizes: readonly number[]): readonly number[] =>
  layoutIn(subject) === "channels-last" ? sizes.slice(0, -1) : sizes.slice(1);
