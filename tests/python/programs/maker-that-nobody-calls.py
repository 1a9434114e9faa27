# torch: 315 [1, 8, 224, 224]
import torch
from torch import nn


class Gate(nn.Module):
    def __init__(self, kernel=3):
        super().__init__()
        self.conv = nn.Conv2d(2, 1, kernel, padding=1)

    def forward(self, x):
        return self.conv(x)


class Net(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv = nn.Conv2d(4, width, 3, padding=1)
        self.gate = Gate()

    def forward(self, x):
        return self.conv(x) * self.gate(x[:, :2])


def small(**settings):
    return Net(width=8, **settings)
