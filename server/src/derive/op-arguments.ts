import { inRow, type Message, render, say, verbatim } from "../core/message";
import { isRequired, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";
import { english, told, type Voice } from "../core/voice";
import type { Word } from "./frameworks";
import { row, table } from "./table";

/** How one framework says one argument. */
interface Cell {
  readonly word: string;
  readonly takes: string;
  readonly usual: string;
  readonly doc: string;
}

function cellOf(spelling: Spelling, word: string, voice: Voice): Cell {
  const t = (message: Message): string => render(message, voice);
  const param: Param<unknown> | undefined = spelling.params[parameterOf(spelling, word) ?? ""];
  if (param) {
    const label = verbatim(param.type.label);
    const left = showDefault(param);
    const usual = left !== undefined ? `\`${told(left, voice)}\`` : t(isRequired(param) ? say`required` : say`none`);
    return {
      word: `\`${word}\``,
      takes: t(param.unit ? say`${label} (${verbatim(param.unit)})` : label),
      usual,
      doc: told(param.doc, voice),
    };
  }
  const axis = spelling.states[word];
  return axis
    ? {
        word: `\`${word}\``,
        takes: t(say`integer`),
        usual: t(say`what arrives`),
        doc: t(say`May be left out; where it is written, it is compared with ${`\`${axis}\``}.`),
      }
    : {
        word: `\`${word}\``,
        takes: t(say`an operator's name`),
        usual: t(say`none`),
        doc: t(say`Applied to the result, as a layer of its own.`),
      };
}

const spoken = ({ order, ignores }: Spelling): readonly string[] => order.filter((word) => !ignores.includes(word));

const usually = say`default`;
const behind = [say`takes`, say`what it is`];
const heads = [say`argument`, say`takes`, usually, say`what it is`];

const nothing = say`It takes no argument that matters to shapes.`;

/** What one framework takes. */
export function argumentsOf(spelling: Spelling, voice: Voice = english): string {
  const t = (message: Message): string => render(message, voice);
  const rows = spoken(spelling).map((word) => {
    const { takes, usual, doc, word: shown } = cellOf(spelling, word, voice);
    return row([shown, takes, usual, doc]);
  });
  const all = rows.length ? table(heads.map(t), rows) : render(nothing, voice);
  return [all, ...ignored([{ framework: "", spelling }], voice)].join("\n\n");
}

type Said = Pick<Word, "framework" | "spelling">;

/** What two frameworks take, side by side: one row for what is the same to the operator. */
export function sideBySide(words: readonly [Said, Said], voice: Voice = english): string {
  const t = (message: Message): string => render(message, voice);
  const cells = words.map(
    ({ spelling }) =>
      new Map(spoken(spelling).map((word) => [parameterOf(spelling, word) ?? word, cellOf(spelling, word, voice)])),
  );
  const keys = [...new Set(cells.flatMap((each) => [...each.keys()]))];
  const [left, right] = cells as [Map<string, Cell>, Map<string, Cell>];
  const names = words.map(({ framework }) => framework);
  const rows = keys.map((key) => {
    const [one, two] = [left.get(key), right.get(key)];
    const part = (cell: Cell | undefined): readonly string[] => [cell?.word ?? "–", cell?.usual ?? ""];
    return row([
      ...part(one),
      ...part(two),
      both(one?.takes, two?.takes, names, say`; `, voice),
      both(one?.doc, two?.doc, names, say` `, voice),
    ]);
  });
  const head = [names[0]!, t(usually), names[1]!, t(usually), ...behind.map(t)];
  return [rows.length ? table(head, rows) : render(nothing, voice), ...ignored(words, voice)].join("\n\n");
}

/** Once where both say the same. */
const both = (
  one: string | undefined,
  two: string | undefined,
  [first, second]: readonly string[],
  between: Message,
  voice: Voice,
): string =>
  one !== undefined && two !== undefined && one !== two
    ? render(say`${say`${first!}: ${one}`}${between}${say`${second!}: ${two}`}`, voice)
    : (one ?? two ?? "");

const ignored = (words: readonly Said[], voice: Voice): readonly string[] =>
  words.flatMap(({ framework, spelling: { order, ignores } }) => {
    const silent = order.filter((word) => ignores.includes(word)).map((word) => `\`${word}\``);
    if (!silent.length) return [];
    const names = inRow(silent.map(verbatim));
    const all = framework
      ? say`${framework} also takes, without influence on shapes and counts: ${names}.`
      : say`Also taken, without influence on shapes and counts: ${names}.`;
    return [render(all, voice)];
  });
