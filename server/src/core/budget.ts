import { isUnbroken, type Model, type Step, stepsOf } from "./analysis";
import { type Dim, isKnown } from "./dim";
import type { Row } from "./graph";
import { type Message, say } from "./message";
import type { RuleReport } from "./rule";

/** What a budget is about: how much of it some steps bring, and how it is said. */
export interface Budget {
  readonly most: number;
  /** The figure of the whole model; nothing where too little is known. */
  readonly total: Amount | undefined;
  of(row: Row): Dim;
  /** `the model has 3,157,200 parameters` */
  said(figure: Message): Message;
  show(figure: number): string;
}

export interface Amount {
  readonly figure: number;
  /** Something is left out that nobody knows. */
  readonly least?: boolean;
}

/** A sum as far as it is known, where nothing is broken: what is unknown only adds to it. */
export function atLeast(model: Model, of: (step: Step) => Dim): Amount | undefined {
  if (!isUnbroken(model.steps)) return undefined;
  const parts = model.steps
    .filter((step) => !step.absent && !step.node.either)
    .map((step) => (step.outcome ? of(step) : Number.NaN));
  const known = parts.filter((part): part is number => typeof part === "number" && isKnown(part));
  return { figure: known.reduce((sum, part) => sum + part, 0), least: known.length < parts.length };
}

/** Reports at the row that holds most, by how much a figure of the model is over what is allowed. */
export function checkBudget(model: Model, { most, total, of, said, show }: Budget, report: RuleReport): void {
  if (!total || total.figure <= most) return;
  const rows = model.graph.rows.map((row) => ({ row, part: of(row), step: stepsOf(model, row).at(-1) }));
  const known = rows.filter(({ part, step }) => typeof part === "number" && isKnown(part) && step) as readonly Held[];
  const [heaviest] = [...known].sort((a, b) => b.part - a.part);
  if (!heaviest) return;
  const { row, part, step } = heaviest;
  const figure = total.least ? say`at least ${show(total.figure)}` : say`${show(total.figure)}`;
  const over = say`${said(figure)}, ${percentOver(total.figure, most)} over the budget of ${round(show(most))}`;
  const where = model.id === undefined ? over : say`at scale ${model.id} ${over}`;
  report(step, say`${where}; ${row.label} holds most, ${show(part)}`, { span: row.opSpan });
}

interface Held {
  readonly row: Row;
  readonly part: number;
  readonly step: Step;
}

/** A budget is written by hand, in round numbers. */
const round = (figure: string): string => figure.replace(/\.0+ /, " ");

/** In whole numbers, unless one would round to nothing. */
function percentOver(figure: number, most: number): string {
  const percent = (figure / most - 1) * 100;
  if (percent < 0.1) return "less than 0.1 %";
  return `${percent < 10 ? percent.toFixed(1) : String(Math.round(percent)).replace(/\B(?=(\d{3})+$)/g, ",")} %`;
}
