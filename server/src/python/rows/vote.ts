import { countsOf, macsOf } from "../../core/analysis";
import { type Dim, type Shape, showShape } from "../../core/dim";
import { allFirst, asWritten, type Constructor, type Convention, keyOf, toldFirst, usual } from "./convention";
import type { OwnClass, Ran } from "./own-class";
import { outputOf } from "./replay";
import { pythonOf } from "./written";

/** What a row gives a class, and what a parser may put before it. */
export interface Given {
  readonly inputs: readonly Shape[];
  /** As written, by position. */
  readonly args: readonly unknown[];
  /** The first of them scaled by width. */
  readonly wide: unknown;
  readonly repeats: unknown;
  /** Of a chain of copies: the channels that the parser builds each of them for, nought where nobody knows. */
  readonly counted?: readonly number[];
}

/** What one row tells of the convention. */
export interface Vote {
  /** Absent where several would do, and they differ. */
  readonly convention?: Convention;
  /** No other would do, or the row speaks for this one. */
  readonly isSure: boolean;
  readonly ran: Ran;
  /** It states the channels that arrive, so that nothing else can be meant. */
  readonly isStated?: true;
}

const unclear: Vote = { isSure: false, ran: "unknown" };

/** Runs a class as a convention has it. */
export function runBy(of: OwnClass, convention: Convention, { inputs, args, wide, repeats, counted }: Given): Ran {
  const arriving = inputs.map((shape) => (shape.length > 1 ? shape[1] : undefined));
  const isOpen = counted?.includes(0) === true;
  const channels = counted && !isOpen ? counted : arriving;
  if (!channels.every((one) => typeof one === "number" && Number.isInteger(one))) return "unknown";
  const front = convention.front.map((one) =>
    one === "c1" ? channels[0] : one === "all" ? channels : one === "c2" ? wide : repeats,
  );
  const all = [...front, ...args.slice(convention.skip)];
  if (all.includes(undefined)) return "unknown";
  const ran = of.run(all.map(pythonOf), inputs);
  // Copies that are built alike fit one another where none of them changes the channels.
  const isAlike = !isOpen || !convention.front.length || channelsOf(ran) === arriving[0];
  return isAlike ? ran : "unknown";
}

const channelsOf = (ran: Ran): Dim | undefined =>
  ran !== "unknown" && "graph" in ran ? outputOf(ran.graph, ran.steps)?.[1] : undefined;

const isFailure = (ran: Ran): boolean => ran !== "unknown" && !("graph" in ran);

/** What of a run a row can be told by. */
function resultOf(ran: Ran): string | undefined {
  if (ran === "unknown" || !("graph" in ran)) return undefined;
  const output = outputOf(ran.graph, ran.steps);
  const counts = countsOf(ran.steps);
  return output && `${showShape(output)} ${showShape([counts.trainable, counts.frozen, macsOf(ran.steps)])}`;
}

/** Which of the usual conventions a row can have been written for. */
export function voteOf(of: OwnClass, made: Constructor, given: Given): Vote {
  const { inputs, args, repeats } = given;
  const many = inputs.length > 1;
  const first = many ? [asWritten, allFirst] : made.isScaled ? [usual(made), asWritten] : [asWritten, toldFirst];
  const tries = first.filter((one) => args.length >= one.skip && (one.skip === 0 || typeof args[0] === "number"));
  const runs = tries.map((convention) => ({ convention, ran: runBy(of, convention, given) }));
  const isStated = made.isTold && !many && args.length > 0 && args[0] === inputs[0]?.[1];
  const able = runs.filter(({ ran }) => !isFailure(ran));
  if (!able.length) {
    const told = isStated ? runs.find(({ convention }) => convention === asWritten) : undefined;
    return told ? { ...told, isSure: true, isStated: true } : { isSure: false, ran: runs[0]?.ran ?? "unknown" };
  }
  const [only, ...others] = able;
  if (!others.length) return { ...only!, isSure: true };
  const results = new Set(able.map(({ ran }) => resultOf(ran)));
  if (results.size === 1 && !results.has(undefined)) return { ...only!, isSure: false };
  const by = (wanted: Convention | undefined): Vote => {
    const found = wanted && able.find(({ convention }) => keyOf(convention) === keyOf(wanted));
    return found ? { ...found, isSure: true } : unclear;
  };
  if (!made.isTold) return by(asWritten);
  if (many) return unclear;
  if (!made.isScaled) return isStated ? by(asWritten) : unclear;
  // Two numbers of channels are written by who states both, and no kernel is that large.
  const second = typeof args[1] === "number" ? args[1] : 0;
  const isOnce = repeats === 1 || !made.isRepeated;
  if (!isStated || second < 8) return by(usual(made));
  return second >= 32 && isOnce ? by(asWritten) : unclear;
}
