import { isRequired, type Param, showDefault } from "../core/param";
import { parameterOf, type Spelling } from "../core/vocabulary";
import type { Word } from "./frameworks";
import { row, table } from "./table";

/** How one framework says one argument. */
interface Cell {
  readonly word: string;
  readonly takes: string;
  readonly usual: string;
  readonly doc: string;
}

function cellOf(spelling: Spelling, word: string): Cell {
  const param: Param<unknown> | undefined = spelling.params[parameterOf(spelling, word) ?? ""];
  if (param) {
    const unit = param.unit ? ` (${param.unit})` : "";
    const left = showDefault(param);
    const usual = left !== undefined ? `\`${left}\`` : isRequired(param) ? "required" : "none";
    return { word: `\`${word}\``, takes: param.type.label + unit, usual, doc: param.doc };
  }
  const axis = spelling.states[word];
  return axis
    ? {
        word: `\`${word}\``,
        takes: "integer",
        usual: "what arrives",
        doc: `May be left out; where it is written, it is compared with \`${axis}\`.`,
      }
    : {
        word: `\`${word}\``,
        takes: "an operator's name",
        usual: "none",
        doc: "Applied to the result, as a layer of its own.",
      };
}

const spoken = ({ order, ignores }: Spelling): readonly string[] => order.filter((word) => !ignores.includes(word));

/** What one framework takes. */
export function argumentsOf(spelling: Spelling): string {
  const rows = spoken(spelling).map((word) => {
    const { takes, usual, doc, word: shown } = cellOf(spelling, word);
    return row([shown, takes, usual, doc]);
  });
  const all = rows.length
    ? table(["argument", "takes", "default", "what it is"], rows)
    : "It takes no argument that matters to shapes.";
  return [all, ...ignored([{ framework: "", spelling }])].join("\n\n");
}

type Said = Pick<Word, "framework" | "spelling">;

/** What two frameworks take, side by side: one row for what is the same to the operator. */
export function sideBySide(words: readonly [Said, Said]): string {
  const cells = words.map(
    ({ spelling }) =>
      new Map(spoken(spelling).map((word) => [parameterOf(spelling, word) ?? word, cellOf(spelling, word)])),
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
      both(one?.takes, two?.takes, names, "; "),
      both(one?.doc, two?.doc, names, " "),
    ]);
  });
  const head = [names[0]!, "default", names[1]!, "default", "takes", "what it is"];
  return [rows.length ? table(head, rows) : "It takes no argument that matters to shapes.", ...ignored(words)].join(
    "\n\n",
  );
}

/** Once where both say the same. */
const both = (
  one: string | undefined,
  two: string | undefined,
  [first, second]: readonly string[],
  between: string,
): string =>
  one !== undefined && two !== undefined && one !== two
    ? `${first}: ${one}${between}${second}: ${two}`
    : (one ?? two ?? "");

const ignored = (words: readonly Said[]): readonly string[] =>
  words.flatMap(({ framework, spelling: { order, ignores } }) => {
    const silent = order.filter((word) => ignores.includes(word)).map((word) => `\`${word}\``);
    const where = framework && `${framework} also takes`;
    return silent.length
      ? [`${where || "Also taken"}, without influence on shapes and counts: ${silent.join(", ")}.`]
      : [];
  });
