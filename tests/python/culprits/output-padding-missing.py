import torch
import torch.nn as nn

class AE(nn.Module):
    def __init__(self):
        super().__init__()
        self.enc1 = nn.Conv2d(1, 8, 3, 2, 1)
        self.enc2 = nn.Conv2d(8, 16, 3, 2, 1)
        self.dec2 = nn.ConvTranspose2d(16, 8, 3, 2, 1)  # wrong
        self.dec1 = nn.ConvTranspose2d(16, 1, 4, 2, 1)
    def forward(self, x):
        e1 = self.enc1(x)
        d = self.dec2(self.enc2(e1))
        return self.dec1(torch.cat([d, e1], 1))
AE()(torch.randn(1, 1, 28, 28))
