import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { execute } from "../../server/src/python/program";
import { parsePython } from "../../server/src/python/syntax/parse";
import { isKind, type Value } from "../../server/src/python/values";

/** As Python writes it, but for texts. */
function shown(value: Value | undefined): string {
  if (value === undefined) return "raises";
  if (value === null || typeof value !== "object") return String(value);
  if (isKind(value, "float")) return value.value === undefined ? "?" : String(value.value).replace(/^-?\d+$/, "$&.0");
  if (isKind(value, "tuple")) return `(${value.items.map(shown).join(", ")})`;
  if (isKind(value, "list")) return value.open ? "[?]" : `[${value.items.map(shown).join(", ")}]`;
  return isKind(value, "tensor") ? "tensor" : value.kind;
}

const head = "import math\nimport numpy as np\nimport torch\ndepths = [1, 2]\n";

function given(expression: string): string {
  const { names, faults } = execute(
    parsePython(`${head}${expression.replace(/^(.*; )?/, "$1y = ")}\n`),
    false,
    new Map(),
  );
  return faults.length ? "raises" : shown(names.get("y"));
}

/** What stands behind an arrow is what Python printed, with torch 1.13 and numpy. */
const cases = `
  [x.item() for x in torch.linspace(0, 1, sum(depths))] → [0.0, 0.5, 1.0]
  torch.linspace(0, 0.5, 3).tolist() → [0.0, 0.25, 0.5]
  [x.tolist() for x in torch.linspace(0, 1, sum(depths)).split(depths)] → [[0.0], [0.5, 1.0]]
  torch.linspace(0, 0.1, 3)[1].item() → 0.05000000074505806
  np.linspace(0, 0.1, 3)[1] → 0.05
  np.linspace(0, 1, 5)[1:-1].tolist() → [0.25, 0.5, 0.75]
  np.cumsum([1, 2, 3]).tolist() → [1, 3, 6]
  int(torch.tensor([1, 2, 3]).sum()) → 6
  (torch.tensor([-7, 7]) % 3).tolist() → [2, 1]
  torch.tensor(3).item() + 1 → 4
  int(np.prod([2, 3, 4])) → 24
  int(np.floor(7 / 2)) → 3
  np.ceil(3.2) → 4.0
  torch.tensor([[1, 2], [3, 4]])[1].tolist() → [3, 4]
  float(torch.arange(4).float().mean()) → 1.5
  [int(v) for v in torch.arange(2, 10, 3)] → [2, 5, 8]
  torch.arange(start=1, end=4).tolist() → [1, 2, 3]
  torch.arange(3, dtype=torch.float32).tolist() → [0.0, 1.0, 2.0]
  torch.cat([torch.arange(2), torch.arange(3)]).tolist() → [0, 1, 0, 1, 2]
  (torch.tensor([1, 5, 3]) > 2).tolist() → [0, 1, 1]
  torch.clamp(torch.tensor([1, 9]), max=4).tolist() → [1, 4]
  torch.max(torch.tensor([3, 7])).item() → 7
  torch.max(torch.tensor([3, 7]), dim=0) → (tensor, tensor)
  np.max(np.array([3, 7]), axis=0) → 7
  (np.array([1, 2, 3]) * 2).tolist() → [2, 4, 6]
  np.maximum(np.array([1, 4]), 2).tolist() → [2, 4]
  np.concatenate([np.array([1]), np.array([2, 3])]).tolist() → [1, 2, 3]
  np.unique(np.array([8, 8, 4]), return_counts=True)[1].tolist() → [1, 2]
  np.array(depths).cumsum()[-1] → 3
  np.array([3, 1, 2]).size → 3
  (torch.tensor(7) // 2).item() → 3
  (-torch.tensor([1, 2])).tolist() → [-1, -2]
  torch.diff(torch.tensor([1, 4, 6])).tolist() → [3, 2]
  torch.tensor([0.5, 1.5, 2.5]).round().int().tolist() → [0, 2, 2]
  torch.round(torch.log(torch.tensor([8.0])) / math.log(2)).int().item() → 3
  list(range(int(torch.tensor(3)))) → [0, 1, 2]
  t = torch.ones(2); t[0] = 5; int(t.sum()) → unknown
  t = torch.ones(2); t.mul_(3); t.tolist() → [unknown, unknown]
  torch.zeros(10 ** 9).sum().item() → unknown
  torch.randn(3).tolist() → [unknown, unknown, unknown]`;

describe("numbers that a program works out with tensors", () => {
  for (const line of cases.trim().split("\n")) {
    const [expression, want] = line.trim().split(" → ");
    it(expression!, () => assert.equal(given(expression!), want));
  }

  it("are the widths and depths of a network that is drawn up by a formula", () => {
    const lines = [
      "def widths(depth, w_0, w_a, w_m):",
      "    ks = torch.round(torch.log((torch.arange(depth) * w_a + w_0) / w_0) / math.log(w_m))",
      "    all = (torch.round(torch.divide(w_0 * torch.pow(w_m, ks), 8)) * 8).int().tolist()",
      "    pairs = zip(all + [0], [0] + all)",
      "    splits = [w != before for w, before in pairs]",
      "    depths = torch.diff(torch.tensor([d for d, t in enumerate(splits) if t])).int().tolist()",
      "    return [w for w, t in zip(all, splits[:-1]) if t], depths",
    ];
    const text = `${head}${lines.join("\n")}\ny = widths(22, 24, 24.48, 2.54)\n`;
    const { names, faults } = execute(parsePython(text), false, new Map());
    assert.deepEqual(faults, []);
    assert.equal(shown(names.get("y")), "([24, 64, 152, 392], [1, 2, 7, 12])");
  });
});
