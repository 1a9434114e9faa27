/** With commas between thousands, also inside an expression. */
export const thousands = (text: string): string =>
  text.replace(/\d{4,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));

const units: readonly string[] = ["B", "KiB", "MiB", "GiB", "TiB"];

/** Of 1,024 bytes each, as operating systems and frameworks count memory, with three digits. */
export function inBytes(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1023.5 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1];
  const digits = unit === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  return `${size.toFixed(digits)} ${units[unit]}`;
}
