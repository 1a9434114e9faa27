import { type Disposable, Range, TextEditorRevealType, ThemeColor, window } from "vscode";
import type { Card } from "./protocol";

/** Shows in the editors of a model which row is asked about. */
export function revealer(uri: string): Disposable & { reveal(range: Card["range"]): void } {
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("editor.rangeHighlightBackground"),
    // Where backgrounds are not told apart, lines are.
    outline: "1px dashed",
    outlineColor: new ThemeColor("editor.rangeHighlightBorder"),
  });
  return {
    reveal(range) {
      const rows = range ? [new Range(range.start.line, 0, range.end.line, range.end.character)] : [];
      for (const editor of window.visibleTextEditors)
        if (editor.document.uri.toString() === uri) {
          editor.setDecorations(decoration, rows);
          if (rows[0]) editor.revealRange(rows[0], TextEditorRevealType.InCenter);
        }
    },
    dispose: () => decoration.dispose(),
  };
}
