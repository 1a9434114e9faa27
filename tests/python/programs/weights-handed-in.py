# torch: 104 [2, 3]
from dataclasses import dataclass, field, replace

import torch
from torch import nn
import torch.nn.functional as F


@dataclass
class Plan:
    width: int = 4
    ratio: float = 0.5
    hidden: int = field(init=False)

    def __post_init__(self):
        self.hidden = int(self.width * self.ratio)


class Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, scale):
        ctx.scale = scale
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad):
        return grad.neg() * ctx.scale, None


class Net(nn.Module):
    def __init__(self, plan: Plan):
        super().__init__()
        self.conv00 = nn.Conv2d(1, plan.width, 1)
        self.conv00.weight = nn.Parameter(torch.ones(4, 1, 1, 1))
        self.conv01 = nn.Conv2d(4, plan.hidden, 3)
        self.table = nn.Embedding(5, 2)
        self.head = nn.Parameter(torch.FloatTensor(3, 4))
        self.__setattr__("tail", nn.Identity())

    def forward(self, x):
        for i in range(2):
            x = getattr(self, f"conv{i:02d}")(x)
            x = getattr(self, "conv{:02d}".format(i)).bias.view(1, -1, 1, 1) + x
        pair = x if type(x) is tuple else (x, None)
        x = Reverse.apply(pair[0], 0.5).mean((2, 3))
        rows = torch.matmul(x, self.table.weight.t()).argmin(1)
        x = torch.cat([x, self.table.weight[rows]], 1)
        return self.__getattr__("tail")(F.linear(F.normalize(x), self.head))


print(Net(replace(Plan(), width=4))(torch.randn(2, 1, 6, 6)).shape)
