/** Densely connected networks under the names that torchvision gives them and their parts. */
export const densenet = `
import torch
from torch import nn
import torch.nn.functional as F
from torchvision.models._utils import _builder


class _DenseLayer(nn.Module):
    def __init__(self, inward, growth, bn_size, drop_rate=0):
        super().__init__()
        self.norm1 = nn.BatchNorm2d(inward)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv1 = nn.Conv2d(inward, bn_size * growth, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(bn_size * growth)
        self.relu2 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(bn_size * growth, growth, 3, padding=1, bias=False)

    def forward(self, features):
        x = self.conv1(self.relu1(self.norm1(torch.cat(features, 1))))
        return self.conv2(self.relu2(self.norm2(x)))


class _DenseBlock(nn.ModuleDict):
    def __init__(self, count, inward, bn_size, growth, drop_rate=0):
        super().__init__()
        for i in range(count):
            self.add_module("denselayer%d" % (i + 1), _DenseLayer(inward + i * growth, growth, bn_size))

    def forward(self, x):
        features = [x]
        for layer in self.values():
            features.append(layer(features))
        return torch.cat(features, 1)


class _Transition(nn.Sequential):
    def __init__(self, inward, outward):
        super().__init__()
        self.norm = nn.BatchNorm2d(inward)
        self.relu = nn.ReLU(inplace=True)
        self.conv = nn.Conv2d(inward, outward, 1, bias=False)
        self.pool = nn.AvgPool2d(2, 2)


class DenseNet(nn.Module):
    def __init__(self, growth_rate=32, block_config=(6, 12, 24, 16), num_init_features=64, bn_size=4, drop_rate=0,
                 num_classes=1000, memory_efficient=False):
        super().__init__()
        self.features = nn.Sequential()
        self.features.add_module("conv0", nn.Conv2d(3, num_init_features, 7, 2, 3, bias=False))
        self.features.add_module("norm0", nn.BatchNorm2d(num_init_features))
        self.features.add_module("relu0", nn.ReLU(inplace=True))
        self.features.add_module("pool0", nn.MaxPool2d(3, 2, 1))
        width = num_init_features
        for i, count in enumerate(block_config):
            self.features.add_module("denseblock%d" % (i + 1), _DenseBlock(count, width, bn_size, growth_rate))
            width += count * growth_rate
            if i != len(block_config) - 1:
                self.features.add_module("transition%d" % (i + 1), _Transition(width, width // 2))
                width //= 2
        self.features.add_module("norm5", nn.BatchNorm2d(width))
        self.classifier = nn.Linear(width, num_classes)

    def forward(self, x):
        x = F.relu(self.features(x), inplace=True)
        return self.classifier(F.adaptive_avg_pool2d(x, (1, 1)).flatten(1))


densenet121 = _builder(DenseNet, [32, (6, 12, 24, 16), 64])
densenet161 = _builder(DenseNet, [48, (6, 12, 36, 24), 96])
densenet169 = _builder(DenseNet, [32, (6, 12, 32, 32), 64])
densenet201 = _builder(DenseNet, [32, (6, 12, 48, 32), 64])
`;
