import torch
import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1 = nn.Sequential(nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
        self.down2 = nn.Sequential(nn.Conv2d(8, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))
        self.up2 = nn.ConvTranspose2d(8, 8, 2, stride=2)
        self.up1 = nn.ConvTranspose2d(8, 1, 2, stride=2)
    def forward(self, x):
        d1 = self.down1(x)
        d2 = self.down2(d1)
        return self.up1(self.up2(d2) + d1)

def main():
    net = Net()
    img = torch.rand(1, 1, 50, 62)  # wrong
    print(net(img).shape)

if __name__ == "__main__":
    main()
