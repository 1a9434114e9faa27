# torch: 132 [2, 8, 8, 4]
import torch
from torch import nn


def parted(x, size):
    B, H, W, C = x.shape
    return x.view(B, H // size, size, W // size, size, C).permute(0, 1, 3, 2, 4, 5).reshape(-1, size * size, C)


def joined(windows, size, H, W):
    B = int(windows.shape[0] / (H * W / size / size))
    x = windows.view(B, H // size, W // size, size, size, -1)
    return x.permute(0, 1, 3, 2, 4, 5).contiguous().view(B, H, W, -1)


class Windows(nn.Module):
    def __init__(self, size=4):
        super().__init__()
        self.size = size
        self.mix = nn.Linear(4, 4, bias=False)
        self.table = nn.Parameter(torch.zeros(29, 4))
        places = torch.stack(torch.meshgrid([torch.arange(size), torch.arange(size)], indexing="ij")).flatten(1)
        apart = places[:, :, None] - places[:, None, :]
        self.register_buffer("places", apart.permute(1, 2, 0).contiguous().sum(-1))

    def forward(self, x):
        B, H, W, C = x.shape
        bias = self.table[self.places.view(-1)].view(16, 16, -1).mean(0)
        return joined(self.mix(parted(x, self.size)) + bias, self.size, H, W)


print(Windows()(torch.randn(2, 8, 8, 4)).shape)
