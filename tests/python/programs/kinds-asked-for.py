# torch: 1298 [2, 6, 7, 7]
from functools import partial

import torch
from torch import nn
from torch.nn.modules.utils import _pair

plan = [(8, 3), "act", [(8, 3), 1], "act"]


def blocks(plan, norm=partial(nn.GroupNorm, 2)):
    bias = norm.func == nn.GroupNorm if type(norm) == partial else norm == nn.GroupNorm
    channels = 3
    for one in plan:
        if type(one) == tuple:
            yield nn.Conv2d(channels, one[0], _pair(one[1]), bias=bias, padding=1)
            yield norm(one[0])
            channels = one[0]
        elif type(one) is list:
            for _ in range(one[1]):
                yield nn.Conv2d(channels, one[0][0], one[0][1], padding=1)
        elif isinstance(one, str):
            yield nn.ReLU()


net = nn.Sequential(*blocks(plan), nn.Conv2d(8, 6, 3), nn.Identity())
net.append(nn.Conv2d(6, 6, 2, groups=6, bias=False)).append(nn.Conv2d(6, 6, 1, groups=6, bias=True))
assert isinstance(torch.zeros(1), torch.Tensor) and not isinstance(3, torch.Tensor)
net.register_forward_hook(lambda module, given, result: None)
print(net(torch.Tensor(2, 3, 10, 10)).shape)
