const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const length = 5;

/**
 * By what a translation is looked up in the package: a short stand-in for the English, of which the code holds a copy
 * already. The build fails where two texts have the same.
 */
export function keyOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d); // what the last letters changed reaches all digits
  hash ^= hash >>> 13;
  let key = "";
  for (let at = 0; at < length; at++) key += digits[(hash >>> (6 * at)) & 63];
  return key;
}
