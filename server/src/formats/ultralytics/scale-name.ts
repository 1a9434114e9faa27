/** What a library looks for in the name of a file without its ending; the letter stands right behind the number. */
interface Pattern {
  readonly version: RegExp;
  readonly letter: RegExp;
  readonly letters: string;
}

const usual: Pattern = { version: /yolo(?:e-)?v?\d+/, letter: /yolo(?:e-)?v?\d+([nslmx])/, letters: "nsmlx" };
/** The repository yolov10 has a size more, and asks for the v. */
const yolov10: Pattern = { version: /yolov\d+/, letter: /yolov\d+([nsblmx])/, letters: "nsmblx" };

const patternOf = (dialect: string | undefined): Pattern => (dialect === "yolov10" ? yolov10 : usual);

/** The name without folders and its ending. */
const stemOf = (path: string): string =>
  path.slice(path.replaceAll("\\", "/").lastIndexOf("/") + 1).replace(/(?<=.)\.[^.]*$/, "");

/**
 * The size that a file name asks for, as the library reads it: `yolov8s.yaml` is s. Case matters, and
 * what stands between the number and the letter, as in `yolov8-s`, makes it none.
 */
export const scaleInName = (path: string, dialect?: string): string | undefined =>
  patternOf(dialect).letter.exec(stemOf(path))?.[1];

/** Whether somebody who loads the file can put a letter into its name: `yolov8s.yaml` is looked for as `yolov8.yaml`. */
export const takesScale = (path: string, dialect?: string): boolean => patternOf(dialect).version.test(stemOf(path));

/** All that a name can ask for. */
export const lettersIn = (dialect?: string): readonly string[] => [...patternOf(dialect).letters];
