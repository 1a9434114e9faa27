import torch
import torch.nn as nn
import torch.nn.functional as F

class FPN(nn.Module):
    def __init__(self):
        super().__init__()
        self.c2 = nn.Conv2d(3, 16, 3, stride=4, padding=1)
        self.c3 = nn.Conv2d(16, 32, 3, stride=2, padding=1)
        self.l2 = nn.Conv2d(16, 8, 1)
        self.l3 = nn.Conv2d(32, 8, 1)
    def forward(self, x):
        c2 = self.c2(x)
        c3 = self.c3(c2)
        p3 = self.l3(c3)
        p2 = self.l2(c2) + F.interpolate(p3, scale_factor=2)
        return p2, p3
FPN()(torch.randn(1, 3, 100, 100))  # wrong
