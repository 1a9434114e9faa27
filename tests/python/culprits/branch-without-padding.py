import torch
import torch.nn as nn

class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.left = nn.Conv2d(c, c, 1)
        self.right = nn.Conv2d(c, c, 3)  # wrong
    def forward(self, x):
        return torch.cat([self.left(x), self.right(x)], dim=1)
net = nn.Sequential(nn.Conv2d(3, 16, 3, padding=1), Block(16), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 5))
net(torch.randn(4, 3, 20, 20))
