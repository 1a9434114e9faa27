import torch
import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 8, 3, padding=1)
        self.fc = nn.Linear(8 * 14 * 14, 10)
    def forward(self, x):
        x = F.max_pool2d(F.relu(self.c1(x)), 2)
        x = x.view(x.size(0), 8 * 14 * 14)
        return self.fc(x)
net = Net()
batch = torch.randn(16, 1, 32, 32)  # wrong
out = net(batch)
