/**
 * The size that a file name asks for, as the library reads it: `yolov8s.yaml` is s. Case matters, and
 * what stands between the number and the letter, as in `yolov8-s`, makes it none.
 */
export const scaleInName = (path: string): string | undefined =>
  /yolo(?:e-)?v?\d+([nslmx])/.exec(path.slice(path.replaceAll("\\", "/").lastIndexOf("/") + 1))?.[1];
