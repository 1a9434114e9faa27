/** Commands of LaTeX by the signs that they stand for; what is written in signs needs none. */
const signs: { readonly [command: string]: string } = {
  cdot: "·",
  times: "×",
  div: "/",
  pm: "±",
  lfloor: "⌊",
  rfloor: "⌋",
  lceil: "⌈",
  rceil: "⌉",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  ne: "≠",
  neq: "≠",
  approx: "≈",
  to: "→",
  rightarrow: "→",
  infty: "∞",
  sum: "∑",
  prod: "∏",
  partial: "∂",
  nabla: "∇",
  in: "∈",
  ldots: "…",
  dots: "…",
  cdots: "⋯",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  varepsilon: "ε",
  eta: "η",
  theta: "θ",
  lambda: "λ",
  mu: "μ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  omega: "ω",
  Delta: "Δ",
  Sigma: "Σ",
  Omega: "Ω",
};

/** What only says how something is to look. */
const looks = /\\(?:left|right|big|Big|mathrm|mathit|mathbf|operatorname|text|displaystyle)(?![a-zA-Z])/g;
const fraction = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;
const root = /\\sqrt\s*\{([^{}]*)\}/g;

/** A formula in the signs that people read, whether it was written so or in LaTeX: `\frac{a}{b}` is `a/b`. */
export function inSigns(formula: string): string {
  let said = formula
    .replaceAll("{,}", ",")
    .replace(looks, "")
    .replace(/\\[,;:! ]|\\q?quad(?![a-z])|~/g, " ");
  if (!said.includes("\\")) return said;
  // From the inside out, as deep as they are nested.
  for (let before = ""; before !== said; ) {
    before = said;
    said = said
      .replace(fraction, (_, top: string, bottom: string) => `${group(top)}/${group(bottom)}`)
      .replace(root, (_, inner: string) => `√${group(inner)}`);
  }
  return said.replace(/\\([a-zA-Z]+) ?/g, (_, name: string) => signs[name] ?? name).replace(/\\(.)/g, "$1");
}

const group = (text: string): string => (/^\s*(?:\d+|\p{L}+)\s*$/u.test(text) ? text.trim() : `(${text.trim()})`);
