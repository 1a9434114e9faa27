const implicit = (name: string, summary: string, start: string, sign: string) => [
  [
    name,
    `class ${name}(nn.Module):
    """${summary}"""

    def __init__(self, channel):
        super().__init__()
        self.implicit = nn.Parameter(torch.${start}(1, channel, 1, 1))

    def forward(self, x):
        return x ${sign} self.implicit
`,
  ] as const,
];

/** Modules that PyTorch itself has not, written out where a model has them. */
export const helpers: ReadonlyMap<string, string> = new Map([
  ...implicit("ImplicitA", "Adds a learned value to every channel.", "zeros", "+"),
  ...implicit("ImplicitM", "Multiplies every channel by a learned value.", "ones", "*"),
  [
    "LayerNorm2d",
    `class LayerNorm2d(nn.Module):
    """Normalises over the channels of each position."""

    def __init__(self, channels, eps=1e-5, elementwise_affine=True):
        super().__init__()
        self.norm = nn.LayerNorm(channels, eps, elementwise_affine)

    def forward(self, x):
        return self.norm(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
`,
  ],
  [
    "LayerScale",
    `class LayerScale(nn.Module):
    """One learned factor for each channel."""

    def __init__(self, dim, init_values=1e-6):
        super().__init__()
        self.layer_scale = nn.Parameter(torch.full((dim, 1, 1), init_values))

    def forward(self, x):
        return x * self.layer_scale
`,
  ],
  [
    "Normalization",
    `class Normalization(nn.Module):
    """Normalises by statistics of the data set, which are measured before training."""

    def __init__(self, num_features):
        super().__init__()
        self.register_buffer("mean", torch.zeros(num_features))
        self.register_buffer("variance", torch.ones(num_features))

    def forward(self, x):
        sizes = [-1] + [1] * (x.dim() - 2)
        return (x - self.mean.reshape(sizes)) / self.variance.sqrt().reshape(sizes)
`,
  ],
  [
    "Rescaling",
    `class Rescaling(nn.Module):
    """Multiplies and shifts by fixed numbers: one, or one for each channel."""

    def __init__(self, scale, offset=0.0):
        super().__init__()
        self.register_buffer("scale", torch.tensor(scale), persistent=False)
        self.register_buffer("offset", torch.tensor(offset), persistent=False)

    def forward(self, x):
        sizes = [-1] + [1] * (x.dim() - 2)
        return x * self.scale.reshape(sizes) + self.offset.reshape(sizes)
`,
  ],
  [
    "StochasticDepth",
    `class StochasticDepth(nn.Module):
    """Leaves a branch out at random while training."""

    def __init__(self, p, mode):
        super().__init__()
        self.p = p
        self.mode = mode

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        size = [x.shape[0] if self.mode == "row" else 1] + [1] * (x.dim() - 1)
        kept = (torch.rand(size, device=x.device) >= self.p).to(x.dtype)
        return x * kept / (1 - self.p)
`,
  ],
]);
