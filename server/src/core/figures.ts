/** With commas between thousands, also inside an expression. */
export const thousands = (text: string): string =>
  text.replace(/\d{4,}/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));

const binary: readonly string[] = ["B", "KiB", "MiB", "GiB", "TiB"];
const decimal: readonly string[] = ["B", "KB", "MB", "GB", "TB"];

/** Of 1,024 bytes each, as operating systems and frameworks count memory, with three digits. */
export const inBytes = (bytes: number): string => inUnits(bytes, binary, 1024);

/** In the units that a number of bytes was probably written in: 8,000,000,000 is 8 GB, and 8,589,934,592 is 8 GiB. */
export const inBytesAs = (like: number): ((bytes: number) => string) =>
  (like % 1e3 === 0 && like % 2 ** 10 !== 0) || (like % 1e6 === 0 && like % 2 ** 20 !== 0)
    ? (bytes) => inUnits(bytes, decimal, 1000)
    : inBytes;

function inUnits(bytes: number, units: readonly string[], step: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= step - 0.5 && unit < units.length - 1) [size, unit] = [size / step, unit + 1];
  const digits = unit === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  return `${size.toFixed(digits)} ${units[unit]}`;
}
