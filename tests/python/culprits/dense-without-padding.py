import torch
import torch.nn as nn
import torch.nn.functional as F

class Layer(nn.Module):
    def __init__(self, c, k):
        super().__init__()
        self.conv = nn.Conv2d(c, k, 3)  # wrong
    def forward(self, x):
        return torch.cat([x, F.relu(self.conv(x))], 1)
net = nn.Sequential(Layer(3, 4), Layer(7, 4))
net(torch.randn(1, 3, 16, 16))
