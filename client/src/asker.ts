import { type Disposable, type QuickInput, type QuickInputButton, type QuickPickItem, ThemeIcon, window } from "vscode";
import type { Card } from "./protocol";

/** A line of a quick pick; one without something to do is only read. */
export interface Row<T> extends QuickPickItem {
  readonly does?: T;
}

interface Shown {
  readonly title: string;
  /** Which of how many it is. */
  readonly step?: readonly [at: number, of: number];
  readonly links?: Card["links"];
}

export interface Pickable<T> extends Shown {
  /** What a screen reader says first. */
  readonly aloud: string;
  readonly rows: readonly Row<T>[];
  readonly active: Row<T> | undefined;
  /** What a key does, beside Enter. */
  readonly keys?: { readonly [key: string]: T };
}

export interface Typable<T> extends Shown {
  readonly prompt: string;
  readonly placeholder: string;
  /** A text that is no answer is told why, and stays. */
  accept(text: string): Promise<T | { readonly unread: string }>;
}

interface Link extends QuickInputButton {
  readonly target: string;
}

/** What is asked just now, as the tests of the editor see it. */
export interface Asked {
  readonly title: string;
  /** Lines of a quick pick without the icons, or what is said above a box to type in. */
  readonly lines: readonly string[];
  readonly isTyped: boolean;
  /** The line that Enter would take, once it is there. */
  readonly at?: string | undefined;
}

let latest: Asked | undefined;
export const askedNow = (): Asked | undefined => latest;
/** For what is asked in another way. */
export const showsNow = (shown: Asked | undefined): void => void (latest = shown);

/** Asks one thing after another at the top of the window. Once it is left, whatever is asked then is answered with nothing. */
export function createAsker(open: (target: string) => Promise<void>, failed: (error: unknown) => void) {
  let current: QuickInput | undefined;
  let left = false;

  function show<T>(
    input: QuickInput & { title: string | undefined; buttons: readonly QuickInputButton[] },
    shown: Shown & Asked,
    listen: (done: (answer: T) => void) => readonly Disposable[],
  ): Promise<T | undefined> {
    input.title = shown.title;
    input.ignoreFocusOut = true;
    [input.step, input.totalSteps] = shown.step ?? [undefined, undefined];
    input.buttons = (shown.links ?? []).map(buttonOf);
    return new Promise((resolve) => {
      if (left) {
        input.dispose();
        resolve(undefined);
        return;
      }
      current = input;
      latest = shown;
      const listeners = listen((answer) => {
        // It stays until the next is there, and can do nothing meanwhile.
        latest = undefined;
        input.enabled = false;
        input.busy = true;
        resolve(answer);
      });
      input.onDidHide(() => {
        if (current === input) {
          left = true;
          latest = undefined;
        }
        for (const one of listeners) one.dispose();
        resolve(undefined);
        input.dispose();
      });
      input.show();
    });
  }

  return {
    async pick<T>(view: Pickable<T>): Promise<T | undefined> {
      const pick = window.createQuickPick<Row<T>>();
      pick.placeholder = inOneLine(view.aloud);
      pick.items = view.rows;
      let at: string | undefined;
      const shown = {
        ...view,
        lines: view.rows.map(textOf),
        isTyped: false,
        get at() {
          return at;
        },
      };
      const answer = show<T>(pick, shown, (done) => [
        pick.onDidAccept(() => {
          const does = pick.selectedItems[0]?.does;
          if (does !== undefined) done(does);
        }),
        pick.onDidChangeActive(([row]) => (at = row && textOf(row))),
        pick.onDidChangeValue((value) => {
          const does = view.keys?.[value];
          if (does !== undefined) done(does);
        }),
        pick.onDidTriggerButton((button) => void open((button as Link).target).catch(failed)),
      ]);
      pick.activeItems = view.active ? [view.active] : [];
      return answer;
    },

    async type<T>(view: Typable<T>): Promise<T | undefined> {
      const box = window.createInputBox();
      box.prompt = view.prompt;
      box.placeholder = view.placeholder;
      return show<T>(box, { ...view, lines: [view.prompt], isTyped: true }, (done) => [
        box.onDidChangeValue(() => (box.validationMessage = undefined)),
        box.onDidAccept(async () => {
          try {
            const answer = await view.accept(box.value);
            if (typeof answer === "object" && answer !== null && "unread" in answer)
              box.validationMessage = `${answer.unread}. ${view.prompt}`; // it takes the place of the prompt
            else done(answer);
          } catch (error) {
            failed(error);
            box.hide();
          }
        }),
        box.onDidTriggerButton((button) => void open((button as Link).target).catch(failed)),
      ]);
    },

    close: (): void => current?.hide(),
    get left() {
      return left;
    },
  };
}

export type Asker = ReturnType<typeof createAsker>;

const textOf = ({ label }: QuickPickItem): string => label.replace(/^\$\([\w-]+\) /, "");

const buttonOf = ({ title, target }: NonNullable<Card["links"]>[number]): Link => ({
  iconPath: new ThemeIcon("book"),
  tooltip: title,
  target,
});

/** A box of one line drops the ends of lines, and words on both sides of them become one. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, " ");
