import { l10n, type QuickPickItem, type TextDocument, Uri, window, workspace } from "vscode";
import { inOneLine, showsNow } from "./asker";
import { LESSON, type Lesson, type ListedLesson } from "./protocol";
import { line, told } from "./question-rows";
import type { Session } from "./session";
import { openUntitled } from "./untitled";

/** Milliseconds without a key, behind which the model is looked at. */
const PAUSE = 400;

/**
 * One step of a lesson after the other, above the model that is completed: it stays while somebody types there, and says
 * what is still wrong. Draws; the server judges.
 */
export async function startLesson(session: Session, fail: (error: unknown) => void, wanted?: unknown): Promise<void> {
  const id = await chosen(await session.run<readonly ListedLesson[]>(LESSON, {}), wanted);
  if (id === undefined) return;
  const begun = await session.run<Lesson>(LESSON, { deck: id });
  const document = await modelFor(begun);
  const look = () => session.run<Lesson>(LESSON, { deck: id, model: document.uri.toString() });

  const show = item(`$(eye) ${l10n.t("Show answer")}`);
  const following = item(`$(arrow-right) ${l10n.t("Next step")}`);
  const pick = window.createQuickPick();
  let lesson = await look();
  let { at } = lesson;
  let isShown = false;
  /** What a key would take, also where the list that is drawn has not come to that yet. */
  let active: QuickPickItem | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    const step = lesson.steps[at];
    if (!step) {
      if (lesson.done) void window.showInformationMessage(l10n.t("All steps of {0} are done.", lesson.name));
      if (lesson.done) return pick.hide();
      at = lesson.steps.length - 1;
      return draw();
    }
    const isDone = step.goal && step.done;
    const isOpen = isShown || isDone;
    const wrong = step.goal && !isDone ? lesson.wrong : null;
    pick.title = l10n.t("{0}: step {1} of {2}", lesson.name, at + 1, lesson.steps.length);
    pick.placeholder = inOneLine(step.plain.question);
    pick.items = [
      ...told(l10n.t("question"), step.plain.question),
      ...told(l10n.t("still wrong"), wrong ?? undefined),
      ...told(isDone ? l10n.t("done") : l10n.t("answer"), isOpen ? step.plain.answer : undefined),
      line(),
      ...(isOpen ? [] : [show]),
      ...(isDone || (isOpen && !step.goal) ? [following] : []),
    ];
    pick.activeItems = isDone || (isOpen && !step.goal) ? [following] : isOpen ? [] : [show];
    [active] = pick.activeItems;
    showsNow({ title: pick.title, lines: pick.items.map(textOf), isTyped: false, at: active && textOf(active) });
  }
  const changing = workspace.onDidChangeTextDocument(({ document: changed }) => {
    if (changed !== document) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      look().then((now) => {
        lesson = now;
        draw();
      }, fail);
    }, PAUSE);
  });
  pick.ignoreFocusOut = true;
  pick.onDidAccept(() => {
    const [picked = active] = pick.selectedItems;
    if (picked === show) isShown = true;
    else if (picked === following) {
      at++;
      isShown = false;
    }
    draw();
  });
  pick.onDidHide(() => {
    showsNow(undefined);
    clearTimeout(timer);
    changing.dispose();
    pick.dispose();
  });
  pick.show();
  draw();
}

async function chosen(lessons: readonly ListedLesson[], wanted: unknown): Promise<string | undefined> {
  if (!lessons.length) {
    void window.showInformationMessage(
      l10n.t("There is no lesson in this workspace: a deck, *.cards.yaml, that has the key {0}.", "lesson"),
    );
    return undefined;
  }
  const asked = typeof wanted === "object" && wanted !== null && "deck" in wanted ? wanted.deck : undefined;
  const known = lessons.find(({ id }) => id === asked) ?? (lessons.length === 1 ? lessons[0] : undefined);
  if (known) return known.id;
  const items = lessons.map(({ id, name, count }) => ({ id, label: name, description: l10n.t("{0} steps", count) }));
  return (await window.showQuickPick(items, { title: l10n.t("Start a lesson") }))?.id;
}

/** What somebody has begun beside the lesson, else the model that it begins with, unsaved. */
async function modelFor({ id, start, uri }: Lesson): Promise<TextDocument> {
  const beside = uri === undefined ? undefined : Uri.joinPath(Uri.parse(uri), "..", `${id}.cnn.yaml`);
  const isThere = beside && (await workspace.fs.stat(beside).then(...isOr));
  if (!isThere) return openUntitled(id, ".cnn.yaml", start);
  const document = await workspace.openTextDocument(beside!);
  await window.showTextDocument(document);
  return document;
}

const isOr = [() => true, () => false] as const;
const item = (label: string): QuickPickItem => ({ label, alwaysShow: true });
const textOf = ({ label }: QuickPickItem): string => label.replace(/^\$\([\w-]+\) /, "");
