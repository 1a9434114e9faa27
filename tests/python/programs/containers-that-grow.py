# torch: 883 [2, 5]
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList()
        for width in (8, 8):
            self.layers += [nn.Conv2d(8 if len(self.layers) else 3, width, 3), nn.ReLU()]
        extra = nn.ModuleList([nn.Flatten(), nn.Linear(8 * 16, 5)])
        self.layers = nn.ModuleList([nn.Identity()]) + self.layers
        self.tail = extra
        self.tail.insert(0, nn.AdaptiveAvgPool2d(1))
        self.tail.pop(2)
        self.tail.append(nn.Linear(8, 5))
        self.more = nn.ModuleDict({"kept": nn.Linear(5, 5), "dropped": nn.Linear(9, 9)})
        self.more.pop("dropped")
        self.heads = nn.Linear(8, 17)
        self.__delattr__("heads")

    def forward(self, x):
        for layer in list(self.layers) + list(self.tail):
            x = layer(x)
        for name in self.more:
            x = self.more[name](x)
        return x


print(Net()(torch.randn(2, 3, 10, 10)).shape)
