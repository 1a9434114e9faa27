import type { ModelFile } from "./file";

/** The file as the trainer reads it, which replaces `nc` by the number of classes that it knows of. */
export function builtFor(file: ModelFile, classes: number | undefined): ModelFile {
  if (classes === undefined) return file;
  const span = file.settings.get("nc")?.span ?? { from: 0, to: 0 };
  return { ...file, settings: new Map([...file.settings, ["nc", { kind: "number", value: classes, span }]]) };
}
