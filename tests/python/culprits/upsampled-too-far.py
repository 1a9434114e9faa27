import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.e1 = nn.Conv2d(3, 8, 3, stride=2, padding=1)
        self.e2 = nn.Conv2d(8, 16, 3, stride=2, padding=1)
        self.d2 = nn.ConvTranspose2d(16, 8, 4, stride=4)  # wrong
        self.out = nn.Conv2d(16, 2, 1)
    def forward(self, x):
        e1 = self.e1(x)
        d2 = self.d2(self.e2(e1))
        return self.out(torch.cat((e1, d2), dim=1))
Net()(torch.zeros(1, 3, 64, 64))
