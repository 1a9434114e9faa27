# entry: Pyramid(3)
# inputs: [[1, 3, 64, 64]]
import torch
import torch.nn as nn
import torch.nn.functional as F


def conv(before, after, kernel=3, stride=1, groups=1):
    return nn.Sequential(
        nn.Conv2d(before, after, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.GroupNorm(4, after),
        nn.SiLU(inplace=True),
    )


class Split(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.one = conv(width // 2, width // 2, groups=4)
        self.two = conv(width, width, 1)

    def forward(self, x):
        a, b = x.chunk(2, dim=1)
        return self.two(torch.cat((a, self.one(b)), dim=1))


class Pyramid(nn.Module):
    def __init__(self, levels=3, width=16):
        super().__init__()
        self.stem = conv(3, width, stride=2)
        self.downs = nn.ModuleList([nn.Sequential(conv(width, width, stride=2), Split(width)) for _ in range(levels)])
        self.sides = nn.ModuleDict({f"side{i}": nn.Conv2d(width, 8, 1) for i in range(levels)})
        self.ends = nn.Conv2d(8 * levels, 2, 3, padding=1)

    def forward(self, x):
        x = self.stem(x)
        maps = []
        for i, down in enumerate(self.downs):
            x = down(x)
            maps.append(self.sides[f"side{i}"](x))
        size = maps[0].shape[-2:]
        grown = [F.interpolate(one, size=size, mode="bilinear", align_corners=False) for one in maps]
        return F.interpolate(self.ends(torch.cat(grown, 1)), scale_factor=4)


def test_pyramid():
    net = Pyramid(3)
    out = net(torch.randn(1, 3, 64, 64))
    assert out.shape == (1, 2, 64, 64)


if __name__ == "__main__":
    test_pyramid()
