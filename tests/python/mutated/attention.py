# entry: Reader(dim=32, heads=4)
# inputs: [[2, 3, 16, 16]]
import math

import torch
from torch import Tensor, nn


class Attention(nn.Module):
    def __init__(self, dim: int, heads: int = 4) -> None:
        super().__init__()
        assert dim % heads == 0
        self.heads = heads
        self.scale = 1 / math.sqrt(dim // heads)
        self.qkv = nn.Linear(dim, dim * 3)
        self.out = nn.Linear(dim, dim)

    def forward(self, x: Tensor) -> Tensor:
        b, n, c = x.shape
        qkv = self.qkv(x).reshape(b, n, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        weights = (q @ k.transpose(-2, -1) * self.scale).softmax(dim=-1)
        y = (weights @ v).transpose(1, 2).reshape(b, n, c)
        return self.out(y)


class Reader(nn.Module):
    def __init__(self, dim: int = 32, heads: int = 4, patch: int = 4) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, dim, kernel_size=patch, stride=patch)
        self.place = nn.Parameter(torch.zeros(1, 16, dim))
        self.norm = nn.LayerNorm(dim)
        self.attention = Attention(dim, heads)
        self.grow = nn.Sequential(nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim))
        self.head = nn.Linear(dim, 6)

    def forward(self, x: Tensor) -> Tensor:
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = x + self.place
        x = x + self.attention(self.norm(x))
        x = x + self.grow(x)
        return self.head(x.mean(1))


model = Reader(dim=32, heads=4)
y = model(torch.randn(2, 3, 16, 16))
