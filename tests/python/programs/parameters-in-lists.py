# torch: 147 [2, 4, 8, 10]
import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self, count=2, channels=4):
        super().__init__()
        self.scales = nn.ParameterList([nn.Parameter(torch.ones(channels)) for _ in range(count)])
        self.shifts = nn.ParameterList()
        for _ in range(count):
            self.shifts.append(nn.Parameter(torch.zeros(channels)))
        self.named = nn.ParameterDict({"warm": nn.Parameter(torch.ones(1)), "cold": nn.Parameter(torch.ones(2))})
        self.conv = nn.Conv2d(3, channels, 3, padding=1)
        self.mix = nn.Linear(4, 4, bias=False)
        self.pool = nn.MaxPool2d(2, return_indices=True)
        self.back = nn.MaxUnpool2d(2)
        self.register_buffer("order", torch.arange(4).flip(0))

    def forward(self, x):
        x = self.conv(x)
        for scale, shift in zip(self.scales, self.shifts):
            x = x * scale.view(1, -1, 1, 1) + shift[:, None, None]
        x = x / self.named["warm"]
        pooled, places = self.pool(x)
        x = self.back(pooled, places, output_size=x.size())
        x = x[:, self.order.view(-1)]
        return self.mix(x.transpose(1, 3)).transpose(1, 3)


print(Scaled()(torch.randn(2, 3, 8, 10)).shape)
