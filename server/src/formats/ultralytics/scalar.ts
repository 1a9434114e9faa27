import type { TreeScalar } from "../../tree/tree";

const words: { readonly [word: string]: boolean } = {
  yes: true,
  on: true,
  true: true,
  no: false,
  off: false,
  false: false,
};

/** A plain scalar as PyYAML reads it, which follows an older YAML: `yes` is true, `010` is 8, `1_000` is 1000. */
export function pythonScalar(tree: TreeScalar): unknown {
  if (!tree.plain) return tree.value;
  const text = tree.source;
  if (/^(yes|no|on|off|true|false)$|^(Yes|No|On|Off|True|False)$|^(YES|NO|ON|OFF|TRUE|FALSE)$/.test(text))
    return words[text.toLowerCase()];
  if (/^[-+]?0[0-7_]+$/.test(text)) return parseInt(text.replaceAll("_", ""), 8);
  if (/^[-+]?\d[\d_]*(:[0-5]?\d)+$/.test(text))
    return text
      .replaceAll("_", "")
      .split(":")
      .reduce((sum, part) => sum * 60 + Number(part), 0);
  if (/^[-+]?\d[\d_]*(\.[\d_]*)?$/.test(text)) return Number(text.replaceAll("_", ""));
  return tree.value;
}
