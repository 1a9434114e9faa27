import torch
import torch.nn as nn

from torchsummary import summary
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.c = nn.Conv2d(3, 8, 3)
        self.fc = nn.Linear(8, 2)
    def forward(self, x):
        return self.fc(self.c(x).mean((2, 3)))
summary(Net(), (224, 224, 3))  # wrong
