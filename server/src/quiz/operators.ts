import type { Memories } from "../analysis/infer-graph";
import { isLayer, type Spelling, type Vocabulary } from "../core/vocabulary";
import { english, type Voice } from "../core/voice";
import type { Question } from "../deck/question";
import { vocabularies } from "../vocabularies/index";
import { askArguments } from "./ask-argument";
import { askMacs, askParameters } from "./ask-counts";
import { askPadding } from "./ask-padding";
import { askShape } from "./ask-shape";
import { drawnCall } from "./calls";
import { type Chance, chanceOf } from "./chance";
import { type Draft, madeUp } from "./made-up";
import { callOf, type Subject, shown } from "./subject";

const deck = "operators";

interface Word {
  readonly name: string;
  readonly spelling: Spelling;
  readonly vocabulary: Vocabulary;
}

/** Every layer of every framework, the first name of those that mean the same. */
const words = (): readonly Word[] =>
  vocabularies.flatMap((vocabulary) => {
    const seen = new Set<Spelling>();
    return [...vocabulary.spellings].flatMap(([name, spelling]) => {
      if (!isLayer(vocabulary, name) || seen.has(spelling)) return [];
      seen.add(spelling);
      return [{ name, spelling, vocabulary }];
    });
  });

/** What one may be asked of operators. */
export interface Asked {
  /** The same seed gives the same questions, in the same order. */
  readonly seed: number;
  /** An operator by its own name or a framework's, in any case; without it, all take turns. */
  readonly about?: string;
  /** Only questions with this tag. */
  readonly tag?: string;
  readonly voice?: Voice;
}

/** Rounds without a new question, behind which there is none. */
const patience = 2_000;

/** Questions about operators without end, no question twice; it ends only where nothing else can be asked. */
export function* operatorQuestions({ seed, about, tag, voice = english }: Asked): Generator<Question> {
  const wanted = about?.toLowerCase();
  const all = words().filter(
    ({ name, spelling }) => !wanted || name.toLowerCase() === wanted || spelling.op.name.toLowerCase() === wanted,
  );
  const chance = chanceOf(seed);
  const memories: Memories = new Map();
  const seen = new Set<string>();
  for (let idle = 0; all.length && idle < patience; idle++) {
    const draft = drawn(chance.one(all), chance, memories, voice);
    if (!draft || (tag !== undefined && !draft.tags.includes(tag))) continue;
    const question = madeUp(draft, voice, seed);
    if (seen.has(question.id)) continue;
    seen.add(question.id);
    idle = 0;
    yield question;
  }
}

function drawn(
  { name, spelling, vocabulary }: Word,
  chance: Chance,
  memories: Memories,
  voice: Voice,
): Draft | undefined {
  if (chance.happens(0.1)) {
    const all = askArguments(name, spelling, vocabulary, deck, voice);
    return all.length ? chance.one(all) : undefined;
  }
  const subject = drawnCall(name, spelling, vocabulary, chance, memories);
  const draft = subject && chance.one(kinds)(subject, deck, voice);
  return draft && worthAsking(draft)
    ? { ...draft, model: modelOf(subject!, draft.call ?? callOf(subject!)) }
    : undefined;
}

const kinds = [askShape, askShape, askParameters, askMacs, askPadding];

/** What nobody gets wrong teaches nothing. */
const worthAsking = ({ choices }: Draft): boolean => choices !== undefined && choices.wrong.length > 1;

/** The call as the smallest model that shows it. */
function modelOf(subject: Subject, call: string): string {
  const { vocabulary, shapes } = subject;
  const framework = vocabulary === vocabularies[0] ? "" : `framework: ${vocabulary.id}\n`;
  if (shapes.length === 1) return `${framework}input: ${shown(shapes[0]!)}\nlayers:\n  - ${call}\n`;
  const names = shapes.map((_, i) => "abcdefgh"[i] ?? `x${i}`);
  const inputs = shapes.map((shape, i) => `${names[i]}: ${shown(shape)}`).join(", ");
  const layer = call.includes(":") ? call : `${call}:`;
  return `${framework}inputs: { ${inputs} }\nlayers:\n  - ${layer}\n    from: [${names.join(", ")}]\n`;
}
