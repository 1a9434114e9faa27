/** The name that a text on a page would have. A configuration says so in its first line, Python by what it imports; what is no model of Ultralytics is native, also where it is broken. */
export const nameOf = (source: string, info = "yaml"): string =>
  source.startsWith("# .convlint.yaml\n")
    ? ".convlint.yaml"
    : source.startsWith("# x.cards.yaml\n")
      ? "x.cards.yaml"
      : /^(?:import|from) torch\b/m.test(source)
        ? "model.py"
        : /^(backbone|head|# convlint-dialect)\b/m.test(source)
          ? `model.${info}`
          : `model.cnn.${info}`;
