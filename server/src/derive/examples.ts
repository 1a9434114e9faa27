import { thousands } from "../core/figures";
import { render, say } from "../core/message";
import { once } from "../core/once";
import { english, type Voice } from "../core/voice";
import written from "./examples.txt";

/** What people wrote about an id, by id: pages of prose and models, which the tests run. */
export type Examples = { readonly [id: string]: string };

export const examples = once(
  (): Examples =>
    Object.fromEntries(written.split("\f").map((page) => [page.slice("# ".length, page.indexOf("\n")), page])),
);

/** Whether something is offered to mend it: safe to apply unseen, or only with a look. */
export type Fixable = "safe" | "unsafe" | undefined;

export function fixable(page: string | undefined): Fixable {
  const titles = /^```titles\n([\s\S]*?)^```$/m.exec(page ?? "")?.[1];
  if (titles === undefined) return undefined;
  return titles.split("\n").some((title) => title && !mark.test(title)) ? "safe" : "unsafe";
}

/** What stands behind the title of a fix that nobody carries out unseen. */
const mark = / \((?:unsafe|to choose)\)$/;

const fence = /^```(\S+)\n([\s\S]*?)^```$/gm;

/** A page as people read it: its own heading goes, carets say what the editor says, and fixes are models again. */
export const readable = (page: string, voice: Voice = english): string =>
  page
    .replace(/^# .*\n+/, "")
    .replace(fence, (_, info: string, body: string) => shown[info]?.(body, voice) ?? block("text", body))
    .trimEnd();

const block = (info: string, body: string): string => "```" + info + "\n" + body + "```";
const model = (info: string) => (body: string, voice: Voice) =>
  block(
    info,
    body
      .replace(expectation, (_, before: string, marks: string, said: string) => `${before}${drawn(marks)} ${said}`)
      .replace(/# => .*$/gm, (comment) => fact(comment, voice)),
  );

/** `# => [16, 30, 30] params=144 macs=129600`, as hints in the editor say it. */
const fact = (comment: string, voice: Voice): string =>
  comment
    .replace("# => ", "# → ")
    .replace(/ params=(\S+)/, (_, count: string) => ` · ${render(say`${thousands(count)} parameters`, voice)}`)
    .replace(/ macs=(\S+)/, (_, count: string) => ` · ${render(say`${thousands(count)} MACs`, voice)}`);

/** `^^^ error[id]: what is said`, of which the id is the title of the page. */
const expectation =
  /^(\s*(?:#|\/\/)[ \t]*)(<\d+|<?\^+) (?:error|warning|information|hint)\[[\w-]+\](?: \([\w,]+\))?:? ?(.*)$/gm;

/** Carets, as far as a comment leaves room for them. */
const drawn = (marks: string): string => (marks.startsWith("<") ? "^".repeat(marks.replace(/\d+/, "").length) : marks);

const shown: { readonly [info: string]: (body: string, voice: Voice) => string } = {
  yaml: model("yaml"),
  json: model("json"),
  fix: (body) => block("yaml", body),
  titles: (body, voice) =>
    [...new Set(body.trimEnd().split("\n"))]
      .map((title) => {
        const name = title.replace(mark, "");
        if (name === title) return render(say`Quick fix: *${name}*.`, voice);
        if (title.endsWith("(to choose)")) return render(say`Quick fix, one of several: *${name}*.`, voice);
        return render(say`Quick fix: *${name}*, on the command line with \`--unsafe-fixes\`.`, voice);
      })
      .join("\n\n"),
};
