import torch
import torch.nn as nn

class Win(nn.Module):
    def __init__(self):
        super().__init__()
        self.c = nn.Conv2d(3, 8, 4, 4)
        self.l = nn.Linear(8, 8)
    def forward(self, x):
        x = self.c(x).permute(0, 2, 3, 1)
        B, H, W, C = x.shape
        x = x.view(B, H // 7, 7, W // 7, 7, C).permute(0, 1, 3, 2, 4, 5).reshape(-1, 49, C)
        return self.l(x)
Win()(torch.randn(1, 3, 200, 200))  # wrong
