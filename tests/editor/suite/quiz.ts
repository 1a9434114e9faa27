// The quiz at the top of the window, as it is answered by keys.
import { commands, Position, Selection, window } from "vscode";
import type { Asked } from "../../../client/src/asker";
import { api, contains, equal, open, statusOf, until } from "./support";

interface Question {
  readonly id: string;
  readonly question: string;
  readonly plain: { readonly question: string };
  readonly choices: readonly { readonly text: string; readonly right: boolean; readonly why?: string }[];
}

const native = `input: [1, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kernel_size: 3, bias: false }
  - MaxPool2d: { kernel_size: 2 }
  - Conv2d: { out_channels: 32, kernel_size: 3, bias: false }
`;
const yolo = `nc: 2
backbone:
  - [-1, 1, Conv, [16, 3, 2]]
  - [-1, 1, Conv, [32, 3, 2]]
  - [-1, 1, SPPF, [32, 5]]
`;

export const quizSuite = (): void => {
  suite("The quiz", () => {
    for (const [format, text] of Object.entries({ native, yolo }))
      test(`a question about a model is answered right and wrong: ${format}`, async () => {
        const document = await open(text);
        await statusOf(document);
        const uri = document.uri.toString();
        const known = await questionsAbout(uri);
        const round = commands.executeCommand("convlint.quizOnModel");
        for (const wanted of [true, false]) {
          const question = await choices(known);
          const choice = question.choices.find(({ right }) => right === wanted)!;
          await moveTo(choice.text);
          await press();
          const verdict = await asked((now) => now.lines.includes(wanted ? "Right" : "Not right"));
          const told = verdict.lines.join(" ");
          if (!wanted) contains(told, choice.why!.split(" ").slice(0, 3).join(" "));
          contains(told, question.choices.find(({ right }) => right)!.text);
          await press();
        }
        await asked((now) => now.title === "Quiz on this model");
        await commands.executeCommand("workbench.action.closeQuickOpen");
        await round;
        equal((await api()).asked() === undefined, true);
      });

    test("a card is graded, and what is asked next is another one", async () => {
      const before = await due();
      const quiz = commands.executeCommand("convlint.quiz");
      const first = await asked((now) => now.lines.includes("Show answer"));
      await press();
      await asked((now) => now.lines.includes("3 Good"));
      await press();
      const second = await asked((now) => now.lines.some((line) => line.startsWith("Take back: Good")));
      equal(second.lines[1] === first.lines[1], false);
      equal((await due()).new, before.new - 1);
      await commands.executeCommand("workbench.action.closeQuickOpen");
      await quiz;
    });

    test("a card on the operator at the cursor is written above its layer", async () => {
      const document = await open(native);
      await statusOf(document);
      window.activeTextEditor!.selection = new Selection(new Position(3, 6), new Position(3, 6));
      const inserted = commands.executeCommand("convlint.insertQuizSnippet");
      await until(
        async () => {
          await accept();
          return document.getText();
        },
        (now) => now.includes("# Q:"),
      );
      await inserted;
      equal(/ {2}# Q: .+\n(?: {2}# .+\n)+ {2}- MaxPool2d/.test(document.getText()), true);
    });
  });
};

const accept = (): Thenable<unknown> => commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");

/** Enter, once what is shown can take it. */
async function press(): Promise<void> {
  const { asked: now } = await api();
  const before = await until(now, (found) => found?.isTyped === true || found?.at !== undefined);
  await until(
    async () => {
      await accept();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return now() !== before;
    },
    (gone) => gone,
  );
}

async function moveTo(line: string): Promise<void> {
  const { asked: now } = await api();
  await until(
    async () => {
      if (now()?.at !== undefined && now()?.at !== line)
        await commands.executeCommand("workbench.action.quickOpenSelectNext");
      return now()?.at;
    },
    (at) => at === line,
  );
}

async function asked(good: (now: Asked) => boolean): Promise<Asked> {
  const { asked: now } = await api();
  return (await until(now, (found) => found !== undefined && good(found)))!;
}

/** What there is to choose from, also where an answer may be typed. */
async function choices(known: readonly Question[]): Promise<Question> {
  const about = (now: Asked): Question | undefined =>
    known.find(({ plain }) => squeezed(now.lines.join(" ")).includes(squeezed(plain.question)));
  const first = await asked((now) => about(now) !== undefined);
  if (first.isTyped) await press();
  await asked((now) => !now.isTyped && now.lines.includes("Pass over"));
  return about(first)!;
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ");

async function questionsAbout(uri: string): Promise<readonly Question[]> {
  const found: Question[] = [];
  for (;;) {
    const wanted = { uri, seed: 1, asked: found.map(({ id }) => id) };
    const next = await commands.executeCommand<Question | null>("convlint.quiz.next", wanted);
    if (!next) return found;
    found.push(next);
  }
}

const due = async () =>
  (await commands.executeCommand<{ readonly counts: { readonly new: number } }>("convlint.quiz.due", {})).counts;
