import torch
from torch import nn


class Mixed(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.deep = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.wide = nn.Linear(width, width)
        self.drop = nn.Identity()

    def forward(self, x):
        y = self.deep(x).permute(0, 2, 3, 1)
        y = self.wide(y).permute(0, 1, 3, 2)
        return x + self.drop(y)  # wrong


print(Mixed(24)(torch.rand(1, 24, 16, 16)).shape)
