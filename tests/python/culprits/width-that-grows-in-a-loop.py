import torch
from torch import nn

width = 4
layers = []
for _ in range(3):
    layers.append(nn.Conv2d(width, 8, 3, padding=1))  # wrong
    width = width * 2

print(nn.Sequential(*layers)(torch.rand(1, 4, 6, 6)).shape)
