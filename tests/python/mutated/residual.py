# entry: Residual([8, 16, 32], classes=5)
# inputs: [[2, 3, 32, 32]]
import torch
from torch import nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, before, after, stride=1):
        super().__init__()
        self.first = nn.Conv2d(before, after, 3, stride=stride, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(after)
        self.second = nn.Conv2d(after, after, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(after)
        self.shortcut = nn.Identity()
        if stride != 1 or before != after:
            self.shortcut = nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))

    def forward(self, x):
        y = F.relu(self.norm1(self.first(x)))
        y = self.norm2(self.second(y))
        return F.relu(y + self.shortcut(x))


class Residual(nn.Module):
    def __init__(self, widths, classes=10):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, widths[0], 3, 1, 1), nn.BatchNorm2d(widths[0]), nn.ReLU())
        self.stages = nn.ModuleList()
        before = widths[0]
        for i, width in enumerate(widths):
            self.stages.append(Block(before, width, stride=2 if i > 0 else 1))
            before = width
        self.head = nn.Linear(before, classes)

    def forward(self, x):
        x = self.stem(x)
        for stage in self.stages:
            x = stage(x)
        x = x.mean(dim=[2, 3])
        return self.head(x)


if __name__ == "__main__":
    net = Residual([8, 16, 32], classes=5)
    out = net(torch.randn(2, 3, 32, 32))
    loss = F.cross_entropy(out, torch.tensor([0, 1]))
    loss.backward()
