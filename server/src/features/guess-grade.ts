import { weightsOf } from "../core/analysis";
import { image } from "../core/batch";
import { type Dim, isIdentical, isKnown, mul, type Shape, showDim } from "../core/dim";
import type { Guess } from "../core/guess";
import { type Message, say } from "../core/message";
import { parametersHow, sizesHow } from "./arithmetic";
import { grouped } from "./figures";
import { figuresOf, isLeftOut, outputsOf, stepsIn, type Use } from "./use";

export type Grade =
  /** `how` the answer comes about, where there is an arithmetic to it. */
  { readonly right: true; readonly how?: Message } | { readonly right: false; readonly why: Message };

/** What a guess is worth; right where it is so at one place of use. Nothing where nobody knows, or nothing is guessed. */
export function gradeOf(guess: Guess, uses: readonly Use[]): Grade | undefined {
  if (!guess.text) return undefined;
  if (!uses.length) return wrong(say`no layer stands in this line`);
  if (!guess.shapes && guess.number === undefined)
    return wrong(say`a guess is a shape, such as [16, 30, 30], or a number of parameters, such as 144`);
  const grades = uses.map((use) => gradeAt(guess, use));
  return grades.includes(undefined) ? undefined : (grades.find((grade) => grade!.right) ?? grades[0]);
}

const wrong = (why: Message): Grade => ({ right: false, why });

function gradeAt({ shapes, number }: Guess, use: Use): Grade | undefined {
  const real = truthOf(use);
  if (!real || isLeftOut(use)) return undefined;
  return shapes ? shapesGrade(shapes, real.shapes, use) : numberGrade(number!, real, use);
}

interface Truth {
  readonly shapes: readonly Shape[];
  readonly parameters?: Dim;
}

/** What a layer gives for one image, and has; nothing where some of its shapes are not known. */
export function truthOf(use: Use): Truth | undefined {
  const shapes = outputsOf(use);
  if (!shapes.length || !shapes.every((shape) => shape?.every(isKnown))) return undefined;
  const parameters = figuresOf(use)?.parameters;
  return { shapes: shapes.map((shape) => image(shape!)), ...(parameters !== undefined && { parameters }) };
}

function shapesGrade(guessed: readonly Shape[], real: readonly Shape[], use: Use): Grade {
  if (guessed.length === real.length && guessed.every((shape, i) => isIdentical(shape, real[i])))
    return right(sizesHow(use));
  if (guessed.length !== real.length)
    return wrong(say`this layer hands on ${real.length} shapes, not ${guessed.length}`);
  const off = guessed.findIndex((shape, i) => !isIdentical(shape, real[i]));
  return wrong(whyNot(guessed[off]!, real[off]!));
}

/** What leads a person on, and does not give the answer away. */
function whyNot(guess: Shape, real: Shape): Message {
  if (guess.length === real.length + 1 && isIdentical(guess.slice(1), real))
    return say`not quite: a shape here is that of one image, without the batch`;
  if (guess.length !== real.length) return say`not yet: this shape has another number of sizes than ${guess.length}`;
  if (isIdentical(sorted(guess), sorted(real))) return say`not quite: these sizes stand in another order`;
  const told = guess.map((size, i): Message => {
    const wanted = real[i]!;
    const shown = showDim(size);
    if (isIdentical([size], [wanted])) return say`${shown} is right`;
    if (typeof size !== "number" || typeof wanted !== "number") return say`${shown} is not right`;
    return size < wanted ? say`${shown} is too small` : say`${shown} is too large`;
  });
  return say`not yet: ${told.reduce((all, one) => say`${all}, ${one}`)}`;
}

const sorted = (shape: Shape): Shape => [...shape].sort((a, b) => (showDim(a) < showDim(b) ? -1 : 1));

function numberGrade(number: number, { shapes, parameters }: Truth, use: Use): Grade | undefined {
  const [shape] = shapes;
  const size = shapes.length === 1 && shape!.length === 1 ? shape![0] : undefined;
  if (number === size) return right(sizesHow(use));
  if (parameters === undefined || !isKnown(parameters)) return undefined;
  const how = parametersHow(use);
  if (number === parameters) return right(how === undefined ? undefined : say`${how}`);
  const without = leftOut(number, parameters, use);
  if (without) return wrong(say`not quite: ${grouped(number)} is the number of parameters without ${without}`);
  if (parameters === 0)
    return wrong(
      size === undefined
        ? say`not yet: this layer has no parameters to count; what it gives is written as a shape, such as [16, 30, 30]`
        : say`not yet: this layer gives another number of values than ${grouped(number)}`,
    );
  if (typeof parameters !== "number") return wrong(say`not yet: the number of parameters is another one`);
  return wrong(
    number < parameters
      ? say`not yet: this layer has more parameters than ${grouped(number)}`
      : say`not yet: this layer has fewer parameters than ${grouped(number)}`,
  );
}

/** The weight that a count has forgotten, by its name. */
function leftOut(number: number, parameters: Dim, use: Use): string | undefined {
  const weights = stepsIn(use).flatMap(({ outcome }) => (outcome ? weightsOf(outcome) : []));
  const found = weights.find(({ dims }) => typeof parameters === "number" && mul(...dims) === parameters - number);
  return found?.name;
}

const right = (how: Message | undefined): Grade => ({ right: true, ...(how && { how }) });
