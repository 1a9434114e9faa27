/** Convolutions in the likeness of what attends, under the names that torchvision gives them and their parts. */
export const convnext = `
import torch
from torch import nn
from torchvision.ops import Permute, StochasticDepth
from torchvision.ops._norm import LayerNorm2d
from torchvision.ops.misc import Conv2dNormActivation
from torchvision.models._utils import _builder


class CNBlock(nn.Module):
    def __init__(self, dim, layer_scale, stochastic_depth_prob, norm_layer=None):
        super().__init__()
        norm = norm_layer or nn.LayerNorm
        self.block = nn.Sequential(
            nn.Conv2d(dim, dim, 7, padding=3, groups=dim, bias=True), Permute([0, 2, 3, 1]), norm(dim),
            nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim), Permute([0, 3, 1, 2]),
        )
        self.layer_scale = nn.Parameter(torch.ones(dim, 1, 1) * layer_scale)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")

    def forward(self, input):
        return self.stochastic_depth(self.layer_scale * self.block(input)) + input


class CNBlockConfig:
    def __init__(self, input_channels, out_channels, num_layers):
        self.input_channels, self.out_channels, self.num_layers = input_channels, out_channels, num_layers


class ConvNeXt(nn.Module):
    def __init__(self, block_setting, stochastic_depth_prob=0.0, layer_scale=1e-6, num_classes=1000, block=None,
                 norm_layer=None, **kwargs):
        super().__init__()
        block, norm = block or CNBlock, norm_layer or LayerNorm2d
        layers = [Conv2dNormActivation(3, block_setting[0].input_channels, kernel_size=4, stride=4, padding=0,
                                       norm_layer=norm, activation_layer=None, bias=True)]
        total, at = sum(cnf.num_layers for cnf in block_setting), 0
        for cnf in block_setting:
            stage = []
            for _ in range(cnf.num_layers):
                stage.append(block(cnf.input_channels, layer_scale, stochastic_depth_prob * at / max(total - 1, 1)))
                at += 1
            layers.append(nn.Sequential(*stage))
            if cnf.out_channels is not None:
                layers.append(nn.Sequential(norm(cnf.input_channels), nn.Conv2d(cnf.input_channels, cnf.out_channels, 2, 2)))
        last = block_setting[-1].out_channels or block_setting[-1].input_channels
        self.features = nn.Sequential(*layers)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(norm(last), nn.Flatten(1), nn.Linear(last, num_classes))

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)))


def _convnext(widths, depths):
    def make(**kwargs):
        return ConvNeXt([CNBlockConfig(*row) for row in zip(widths, widths[1:] + [None], depths)], **kwargs)
    return _builder(make)


convnext_tiny = _convnext([96, 192, 384, 768], [3, 3, 9, 3])
convnext_small = _convnext([96, 192, 384, 768], [3, 3, 27, 3])
convnext_base = _convnext([128, 256, 512, 1024], [3, 3, 27, 3])
convnext_large = _convnext([192, 384, 768, 1536], [3, 3, 27, 3])
`;
