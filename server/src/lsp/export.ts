import { type ModelSummary, summarise } from "../analysis/summarise";
import { say } from "../core/message";
import type { Voice } from "../core/voice";
import { activeModel, type Snapshot } from "../features/snapshot";
import { drawings, drawnAs } from "../report/export/drawings";
import { understand } from "../service";
import { programForms, programOf } from "../service/program";
import { pathOf } from "./uri";
import { wrong } from "./wrong";

/** In which language an editor shows each form. */
const languages: { readonly [form: string]: string } = { svg: "xml", json: "json", pytorch: "python", keras: "python" };

/** A text, and what an editor has to know of it. */
export interface ExportedText {
  readonly language: string;
  readonly content: string;
}

/** A model as a picture, as data or as a program: at the size that is asked for, else at the one that is looked at. */
export function exportedAs(form: unknown, snapshot: Snapshot, uri: string, asked: unknown, voice: Voice): ExportedText {
  const { text, lines, format, analysis } = snapshot;
  const model = typeof asked === "string" ? analysis.models.find(({ id }) => id === asked) : activeModel(snapshot);
  const language = languages[String(form)] ?? "plaintext";
  const path = pathOf(uri).replace(/^[\w+.-]+:/, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  const lineAt = (offset: number): number => lines.at(offset).line + 1;
  if (!model) throw wrong(say`the file has no scale ${String(asked)}`, voice);
  const drawing = drawings.find((one) => one === form);
  const framework = programForms.find((one) => one === form);
  if (drawing) {
    const summary = summarise(model, lineAt, snapshot.library?.(model)) as ModelSummary;
    return { language, content: drawnAs(drawing, { model, summary, name, format, voice, lineAt }) };
  }
  if (!framework) throw wrong(say`a model is exported as ${[...programForms, ...drawings].join(", ")}`, voice);
  const made = programOf(name, text, snapshot, model, (path, text) => understand(path, text), framework);
  if (typeof made === "string") return { language, content: made };
  const { why, span } = made;
  throw wrong(span ? say`line ${lineAt(span.from)}: ${why}` : why, snapshot.voice ?? voice);
}
