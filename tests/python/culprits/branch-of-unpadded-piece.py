import torch
from torch import nn


class Piece(nn.Module):
    def __init__(self, reads, gives, size, **more):
        super().__init__()
        self.filter = nn.Conv2d(reads, gives, size, bias=False, **more)
        self.norm = nn.BatchNorm2d(gives)

    def forward(self, x):
        return torch.relu(self.norm(self.filter(x)))


class Fork(nn.Module):
    def __init__(self):
        super().__init__()
        self.small = nn.Sequential(Piece(8, 4, 1), Piece(4, 8, 3, padding=1))
        self.large = nn.Sequential(Piece(8, 4, 1), Piece(4, 8, 5, padding=1))  # wrong
        self.twice = nn.Sequential(Piece(8, 4, 3, padding=1), Piece(4, 8, 3, padding=1))

    def forward(self, x):
        return torch.cat([self.small(x), self.large(x), self.twice(x)], 1)


print(Fork()(torch.rand(2, 8, 20, 20)).shape)
