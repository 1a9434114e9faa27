import torch
import torch.nn as nn

class ASPP(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.b0 = nn.Conv2d(c, 8, 1)
        self.b1 = nn.Conv2d(c, 8, 3, padding=6, dilation=6)
        self.b2 = nn.Conv2d(c, 8, 3, padding=12, dilation=12)
        self.b3 = nn.Conv2d(c, 8, 3, padding=12, dilation=18)  # wrong
        self.p = nn.Conv2d(32, 8, 1)
    def forward(self, x):
        return self.p(torch.cat([self.b0(x), self.b1(x), self.b2(x), self.b3(x)], 1))
ASPP(16)(torch.randn(1, 16, 40, 40))
