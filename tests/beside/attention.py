"""Modules as people keep them beside a model file, for the tests."""

import torch
from torch import nn


class Gate(nn.Module):
    """Weighs channels by what a small network makes of their means.

    The rest of what it says of itself.
    """

    def __init__(self, c1, ratio=16):
        super().__init__()
        assert c1 % ratio == 0, "ratio has to divide the channels"
        self.squeeze = nn.AdaptiveAvgPool2d(1)
        self.scores = nn.Sequential(
            nn.Conv2d(c1, c1 // ratio, 1), nn.ReLU(inplace=True), nn.Conv2d(c1 // ratio, c1, 1), nn.Sigmoid()
        )

    def forward(self, x):
        return x * self.scores(self.squeeze(x))


class Fold(nn.Module):
    """A convolution in groups, and one that mixes them."""

    def __init__(self, c1, c2, k=3, s=1, g=4):
        super().__init__()
        self.grouped = nn.Conv2d(c1, c2, k, s, k // 2, groups=g, bias=False)
        self.mixed = nn.Conv2d(c2, c2, 1, bias=False)
        self.norm = nn.BatchNorm2d(c2)
        self.act = nn.SiLU()

    def forward(self, x):
        return self.act(self.norm(self.mixed(self.grouped(x))))


class Blocks(nn.Module):
    """Halves that go through more and more of it, all of them joined."""

    def __init__(self, c1, c2, n=1, shortcut=True):
        super().__init__()
        self.half = c2 // 2
        self.first = nn.Conv2d(c1, 2 * self.half, 1)
        self.last = nn.Conv2d((2 + n) * self.half, c2, 1)
        self.inner = nn.ModuleList(nn.Conv2d(self.half, self.half, 3, padding=1) for _ in range(n))
        self.adds = shortcut

    def forward(self, x):
        parts = list(self.first(x).chunk(2, 1))
        for one in self.inner:
            out = one(parts[-1])
            parts.append(parts[-1] + out if self.adds else out)
        return self.last(torch.cat(parts, 1))


class Weighted(nn.Module):
    """A sum of what several rows give, each with a weight that is learned."""

    def __init__(self, inputs=2):
        super().__init__()
        self.weights = nn.Parameter(torch.ones(inputs))

    def forward(self, xs):
        total = self.weights[0] * xs[0]
        for i in range(1, len(xs)):
            total = total + self.weights[i] * xs[i]
        return total
