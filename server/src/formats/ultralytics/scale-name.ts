/** The size that the name of a file asks for, as the library reads it: `yolov8n.yaml`, `yolo11x-seg.yaml`. */
export function scaleNamed(path: string, scales: readonly string[]): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const letter = /yolo(?:e-)?v?\d+([a-z])/i.exec(name)?.[1]?.toLowerCase();
  return scales.find((scale) => scale === letter);
}
