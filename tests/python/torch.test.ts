import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { showShape } from "../../server/src/core/dim";
import { execute } from "../../server/src/python/program";
import { parsePython } from "../../server/src/python/syntax/parse";
import { isKind, type Value } from "../../server/src/python/values";

const head = [
  "import torch",
  "from torch import nn",
  "import torch.nn.functional as F",
  "x = torch.zeros(2, 3, 8, 6)",
  "v = torch.ones(4)",
  "s = torch.rand(5, 2, 7)",
  "i = torch.randint(0, 9, (2, 4))",
  "",
].join("\n");

/** A value as the tests write it; what is no tensor stands as it is. */
function shown(value: Value | undefined): string {
  if (value === undefined) return "raises";
  if (value === null || typeof value !== "object") return String(value);
  if (isKind(value, "tensor")) return value.shape ? showShape(value.shape) : "[?]";
  if (isKind(value, "tuple") || isKind(value, "list")) return `(${value.items.map(shown).join(", ")})`;
  if (isKind(value, "size")) return "N";
  return value.kind;
}

function given(expression: string): string {
  const { names, faults } = execute(parsePython(`${head}y = ${expression}\n`), false, new Map());
  return faults.length ? "raises" : shown(names.get("y"));
}

/** What stands behind an arrow is worked out by hand from the documentation of the name in front of it. */
const cases: { readonly [theme: string]: string } = {
  "as layers do": `
    F.relu(x) → [2, 3, 8, 6]
    torch.relu(x).sigmoid().tanh() → [2, 3, 8, 6]
    F.max_pool2d(x, 2) → [2, 3, 4, 3]
    F.max_pool2d(x, kernel_size=3, stride=2, padding=1) → [2, 3, 4, 3]
    F.max_pool2d(x, 2, return_indices=True) → ([2, 3, 4, 3], [2, 3, 4, 3])
    F.max_pool2d(x, 9) → raises
    F.avg_pool2d(x, (2, 3)) → [2, 3, 4, 2]
    F.adaptive_avg_pool2d(x, 1) → [2, 3, 1, 1]
    F.adaptive_avg_pool2d(x, (None, 2)) → [2, 3, 8, 2]
    F.interpolate(x, scale_factor=2) → [2, 3, 16, 12]
    F.interpolate(x, size=x.shape[-2:], mode="bilinear", align_corners=False) → [2, 3, 8, 6]
    F.dropout(x, 0.5, training=False) → [2, 3, 8, 6]
    F.softmax(x, dim=1) → [2, 3, 8, 6]
    F.softmax(x, dim=4) → raises
    F.glu(torch.zeros(2, 6), dim=1) → [2, 3]
    F.pixel_shuffle(torch.zeros(1, 8, 5, 5), 2) → [1, 2, 10, 10]
    F.unfold(x, 3, padding=1) → [2, 27, 48]
    F.relu([x]) → raises
    F.max_unpool2d(x, x, 2) → [2, 3, 16, 12]
    F.max_unpool2d(x, x, 2, output_size=(17, 11)) → [2, 3, 17, 11]
    F.max_unpool2d(x, x, 2, output_size=torch.Size([2, 3, 18, 12])) → raises
    x.transpose(1, 2).view(2, -1) → raises
    x.transpose(1, 2).reshape(2, -1) → [2, 144]
    x.permute(0, 2, 3, 1).contiguous().view(2, -1) → [2, 144]
    x.flatten(2).transpose(1, 2).view(2, 8, 6, 3) → [2, 8, 6, 3]
    x[:, :, ::2].transpose(1, 2).view(2, -1) → [2, 72]
    torch.cat([x, torch.max(x, 1)], 1) → raises
    x.siz(0) → raises
    x.veiw(2, -1) → raises
    x.siz(0) if hasattr(x, "siz") else x → [2, 3, 8, 6]
    F.relu(x, unknown=3) → [?]
    nn.MaxPool2d(2, return_indices=True)(x) → ([2, 3, 4, 3], [2, 3, 4, 3])
    nn.LSTM(7, 9, batch_first=True)(s) → ([5, 2, 9], ([1, 5, 9], [1, 5, 9]))
    nn.GRU(7, 9, 2)(s) → ([5, 2, 9], [2, 2, 9])
    nn.LSTM(7, 9, batch_first=True)(s, (torch.zeros(1, 5, 9), torch.zeros(1, 5, 9))) → ([5, 2, 9], ([1, 5, 9], [1, 5, 9]))
    nn.LSTM(7, 9)(s, None) → ([5, 2, 9], ([1, 2, 9], [1, 2, 9]))
    nn.LSTM(7, 9)(s[0], (torch.zeros(1, 9), torch.zeros(1, 9))) → ([2, 9], ([1, 9], [1, 9]))
    nn.GRU(7, 9, bidirectional=True)(s, hx=torch.zeros(2, 2, 9)) → ([5, 2, 18], [2, 2, 9])
    nn.GRU(7, 9)(s, torch.zeros(1, 3, 9)) → raises
    nn.RNN(7, 9, batch_first=True)(s[0]) → ([2, 9], [1, 9])
    nn.MultiheadAttention(7, 7)(s, s, s) → ([5, 2, 7], [2, 5, 5])
    nn.MultiheadAttention(7, 7)(s, s, s, attn_mask=torch.zeros(5, 5)) → ([5, 2, 7], [2, 5, 5])
    nn.MultiheadAttention(7, 1)(query=s, key=s, value=s, need_weights=False) → ([5, 2, 7], null)
    nn.MultiheadAttention(7, 7)(s, s, s, torch.zeros(2, 5), average_attn_weights=False) → ([5, 2, 7], [2, 7, 5, 5])
    nn.MultiheadAttention(7, 7, batch_first=True)(s[0], s[0], s[0]) → ([2, 7], [2, 2])
    F.unfold(x[0], 3, padding=1) → [27, 48]
    nn.Conv2d(3, 4, 3).kernel_size → (3, 3)
    nn.Conv2d(3, 4, 3).stride → (1, 1)
    nn.Linear(3, 4).out_features → 4`,
  "with weights handed in": `
    F.conv2d(x, torch.zeros(5, 3, 3, 3), padding=1) → [2, 5, 8, 6]
    F.conv2d(x, torch.zeros(6, 1, 3, 3), None, 2, groups=3) → [2, 6, 3, 2]
    F.conv2d(x, torch.zeros(5, 4, 3, 3)) → raises
    F.conv_transpose2d(x, torch.zeros(3, 5, 2, 2), stride=2) → [2, 5, 16, 12]
    F.linear(x, torch.zeros(4, 6)) → [2, 3, 8, 4]
    F.linear(x, torch.zeros(4, 5)) → raises
    F.embedding(i, torch.zeros(10, 5)) → [2, 4, 5]
    F.one_hot(i, 9) → [2, 4, 9]
    F.batch_norm(x, v, v) → [2, 3, 8, 6]
    F.pad(x, (1, 2)) → [2, 3, 8, 9]
    F.pad(x, (0, 0, 0, 0, 4, 4), "constant", 0) → [2, 11, 8, 6]
    F.pad(x, (0, 0, -9, 0)) → raises
    F.pad(x, (1, 1, 2, 2), mode="reflect") → [2, 3, 12, 8]
    F.pad(x, (6, 0), mode="reflect") → raises
    F.scaled_dot_product_attention(s, s, torch.zeros(5, 2, 4)) → [5, 2, 4]
    F.cross_entropy(torch.zeros(4, 10), v) → []
    F.cross_entropy(torch.zeros(5, 10), v) → raises
    F.cross_entropy(torch.zeros(10), v[0]) → []
    F.mse_loss(x, x, reduction="none") → [?]`,
  "in other axes": `
    x.view(2, -1) → [2, 144]
    x.view(x.size(0), -1).shape → (2, 144)
    x.view((6, 48)) → [6, 48]
    x.view(5, -1) → raises
    x.view(x.size(0) / 1, -1) → raises
    x.reshape(-1) → [288]
    torch.reshape(x, (3, 96)) → [3, 96]
    x.view_as(torch.zeros(288)) → [288]
    x.flatten() → [288]
    x.flatten(1) → [2, 144]
    torch.flatten(x, start_dim=2) → [2, 3, 48]
    x.permute(0, 2, 3, 1) → [2, 8, 6, 3]
    torch.permute(x, (1, 0, 2, 3)) → [3, 2, 8, 6]
    x.permute(0, 1) → raises
    x.transpose(1, -1) → [2, 6, 8, 3]
    s[0].t() → [7, 2]
    s[0].T → [7, 2]
    x.unsqueeze(1) → [2, 1, 3, 8, 6]
    x.unsqueeze(6) → raises
    x[:1].squeeze(0) → [3, 8, 6]
    x.unflatten(1, (1, 3)) → [2, 1, 3, 8, 6]
    v.expand(3, -1) → [3, 4]
    v.expand(3, 5) → raises
    torch.zeros(1, 1, 7).expand_as(s) → [5, 2, 7]
    v.repeat(2, 3) → [2, 12]
    x.repeat(2) → raises
    x.unfold(2, 3, 2) → [2, 3, 3, 6, 3]
    x.contiguous().to("cuda").float().detach() → [2, 3, 8, 6]
    v.repeat_interleave(3, dim=0) → [12]`,
  "in pieces and joined": `
    x.chunk(2, dim=2) → ([2, 3, 4, 6], [2, 3, 4, 6])
    torch.split(x, [1, 2], dim=1) → ([2, 1, 8, 6], [2, 2, 8, 6])
    x.split(split_size=4, dim=3) → ([2, 3, 8, 4], [2, 3, 8, 2])
    x.split([1, 1], 1) → raises
    x.unbind(1) → ([2, 8, 6], [2, 8, 6], [2, 8, 6])
    x.select(1, 0) → [2, 8, 6]
    x.narrow(2, 1, 3) → [2, 3, 3, 6]
    torch.cat([x, x], 1) → [2, 6, 8, 6]
    torch.cat((x, x)) → [4, 3, 8, 6]
    torch.cat([x, s], dim=1) → raises
    torch.cat([torch.zeros(0), x], dim=1) → [2, 3, 8, 6]
    torch.cat([x for _ in range(3)], axis=-1) → [2, 3, 8, 18]
    torch.stack([v, v]) → [2, 4]
    torch.stack([s, s], dim=1) → [5, 2, 2, 7]
    torch.stack([v, s]) → raises`,
  "at positions": `
    x[0] → [3, 8, 6]
    x[:, 0] → [2, 8, 6]
    x[:, 3] → raises
    x[0, 1, 2, 3] → []
    x[0, 0, 0, 0, 0] → raises
    x[:, -1:, None] → [2, 1, 1, 8, 6]
    x[..., 0] → [2, 3, 8]
    x[..., 1:-1, ::2] → [2, 3, 6, 3]
    x[:, :, ::2, ::2] → [2, 3, 4, 3]
    x[:, [0, 2]] → [2, 2, 8, 6]
    x[:, [0, 5]] → raises
    x[0, [0, 2]] → [2, 8, 6]
    x[0, :, [0, 2]] → [?]
    x[[0, 1], [0, 2]] → [?]
    x[1:100] → [1, 3, 8, 6]
    torch.arange(2, 10) → [8]
    torch.arange(2, 100000) → [99998]
    x.topk(2)[0] → [2, 3, 8, 2]
    F.max_unpool2d(x, x.long(), 3, 2) → [2, 3, 17, 13]
    x[x > 0] → [?]
    x[None] → [1, 2, 3, 8, 6]`,
  "as fewer values": `
    x.mean() → []
    x.mean([2, 3]) → [2, 3]
    x.mean(dim=(-2, -1), keepdim=True) → [2, 3, 1, 1]
    x.sum(1) → [2, 8, 6]
    x.max() → []
    x.max(dim=1) → ([2, 8, 6], [2, 8, 6])
    torch.max(x, 1, keepdim=True)[0] → [2, 1, 8, 6]
    torch.max(x, x) → [2, 3, 8, 6]
    x.argmax(dim=1) → [2, 8, 6]
    x.std(dim=[2, 3]) → [2, 3]
    x.var(1, keepdim=True) → [2, 1, 8, 6]
    x.norm(p=2, dim=1) → [2, 8, 6]
    x.topk(5, dim=2) → ([2, 3, 5, 6], [2, 3, 5, 6])
    x.topk(9, dim=2) → raises
    x.gather(1, torch.zeros(2, 5, 8, 6).long()) → [2, 5, 8, 6]
    torch.gather(x, 1, torch.zeros(3, 5, 8, 6).long()) → raises
    x.index_select(1, torch.tensor([0, 2])) → [2, 2, 8, 6]
    x.sum(7) → raises`,
  "value by value": `
    x + 1 → [2, 3, 8, 6]
    2.5 * x - x → [2, 3, 8, 6]
    x + torch.zeros(3, 1, 1) → [2, 3, 8, 6]
    x + v → raises
    x / x.sum(1, keepdim=True) → [2, 3, 8, 6]
    x ** 2 → [2, 3, 8, 6]
    x.add(x).mul_(2).exp() → [2, 3, 8, 6]
    torch.where(x > 0, x, 0.0) → [2, 3, 8, 6]
    torch.maximum(x, torch.zeros(6)) → [2, 3, 8, 6]
    x @ torch.zeros(6, 4) → [2, 3, 8, 4]
    x @ x → raises
    torch.bmm(s, s.transpose(1, 2)) → [5, 2, 2]
    torch.einsum("bnd,bmd->bnm", s, s) → [5, 2, 2]
    torch.einsum("bchw,c->bhw", x, v) → raises
    x.clamp(0, 1).abs() → [2, 3, 8, 6]
    torch.einsum("...d,...d", s, s) → [5, 2]
    torch.einsum("ij,jk", [s[0], s[0].t()]) → [2, 2]
    v.masked_fill(torch.zeros(3, 1) > 0, 0.0) → [3, 4]
    F.grid_sample(x, torch.zeros(2, 4, 5, 2)) → [2, 3, 4, 5]
    F.grid_sample(x, torch.zeros(3, 4, 5, 2)) → raises
    F.affine_grid(torch.zeros(2, 2, 3), x.size()) → [2, 8, 6, 2]
    torch.baddbmm(torch.zeros(5, 2, 2), s, s.transpose(1, 2)) → [5, 2, 2]
    x.movedim(1, -1) → [2, 8, 6, 3]
    nn.LSTMCell(4, 6)(torch.zeros(3, 4)) → ([3, 6], [3, 6])
    nn.GRUCell(4, 6)(torch.zeros(3, 4), torch.zeros(3, 6)) → [3, 6]
    nn.GRUCell(4, 6)(torch.zeros(3, 5)) → raises
    nn.Transformer(8, 2, 1, 1, 16)(torch.zeros(5, 3, 8), torch.zeros(4, 3, 8)) → [4, 3, 8]
    x + None → raises`,
  "and made": `
    torch.randn((2, 3)) → [2, 3]
    torch.empty(size=(4,)) → [4]
    torch.full((2, 2), 0.5) → [2, 2]
    torch.zeros(-1) → raises
    torch.ones(3.0) → raises
    torch.arange(10) → [10]
    torch.arange(0, 1, 0.25) → [4]
    torch.arange(5, dtype=torch.float32) → [5]
    torch.linspace(0, 1, 7) → [7]
    torch.eye(3) → [3, 3]
    torch.tensor([[1, 2, 3], [4, 5, 6]]) → [2, 3]
    torch.zeros_like(x) → [2, 3, 8, 6]
    x.new_zeros(3, 4) → [3, 4]
    torch.meshgrid(torch.arange(3), torch.arange(4), indexing="ij") → ([3, 4], [3, 4])
    torch.nosuchname(x) → unknown`,
  "and asked": `
    x.size() → (2, 3, 8, 6)
    x.size(-1) → 6
    x.size(9) → raises
    x.shape[2] → 8
    x.dim() → 4
    x.ndim → 4
    x.numel() → 288
    len(x) → 2
    x.item() → unknown
    x.device → unknown`,
};

for (const [theme, lines] of Object.entries(cases))
  describe(`tensors of torch ${theme}`, () => {
    for (const line of lines.trim().split("\n")) {
      const [expression, want] = line.trim().split(" → ");
      it(expression!, () => assert.equal(given(expression!), want));
    }
  });
