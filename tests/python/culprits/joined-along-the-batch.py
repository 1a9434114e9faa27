import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(3, 8, 3, padding=1)
        self.b = nn.Conv2d(3, 16, 3, padding=1)
        self.c = nn.Conv2d(24, 4, 1)
    def forward(self, x):
        return self.c(torch.cat([self.a(x), self.b(x)]))  # wrong
Net()(torch.randn(1, 3, 20, 20))
