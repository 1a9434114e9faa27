import { say } from "../../../core/message";
import { problem } from "../../../core/problem";
import { lettersIn, scaleInName, takesScale } from "../scale-name";
import type { Check } from "./check";
import { scalesIn } from "./scales";

/** The scale is told by a letter in the name of the file, and a file of another name can only be built at the first. */
export const noScaleLetter: Check = (written, report) => {
  const { name, dialect } = written;
  const { id } = dialect.vocabulary;
  const scales = scalesIn(written);
  if (name === undefined || !scales || scales.letters.length < 2) return;
  if (scaleInName(name, id) !== undefined || takesScale(name, id)) return;
  const [first] = scales.letters;
  const file = name.slice(name.replaceAll("\\", "/").lastIndexOf("/") + 1);
  const better = `${id === "yolov10" ? "yolov10" : "yolo11"}${first}-${file}`;
  const isSaid = scaleInName(better, id) === first;
  const which = isSaid
    ? say`a name like ${better} says which`
    : say`a name can only ask for ${lettersIn(id).join(", ")}`;
  const message = say`the library finds no scale in the name ${file} and takes the first, ${first!}; ${which}`;
  report(problem("no-scale-letter", scales.span, message));
};
