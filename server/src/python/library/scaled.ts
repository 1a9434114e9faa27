/** Networks whose widths and depths are computed, under the names that torchvision gives them and their parts. */
export const efficientnet = `
import copy
import math
from functools import partial
from torch import nn
from torchvision.ops import StochasticDepth
from torchvision.ops.misc import Conv2dNormActivation, SqueezeExcitation
from torchvision.models._utils import _builder, _make_divisible


class _MBConvConfig:
    @staticmethod
    def adjust_channels(channels, width_mult, min_value=None):
        return _make_divisible(channels * width_mult, 8, min_value)


class MBConvConfig(_MBConvConfig):
    def __init__(self, expand_ratio, kernel, stride, input_channels, out_channels, num_layers, width_mult=1.0,
                 depth_mult=1.0, block=None):
        self.expand_ratio, self.kernel, self.stride = expand_ratio, kernel, stride
        self.input_channels = self.adjust_channels(input_channels, width_mult)
        self.out_channels = self.adjust_channels(out_channels, width_mult)
        self.num_layers = int(math.ceil(num_layers * depth_mult))
        self.block = block or MBConv


class FusedMBConvConfig(_MBConvConfig):
    def __init__(self, expand_ratio, kernel, stride, input_channels, out_channels, num_layers, block=None):
        self.expand_ratio, self.kernel, self.stride = expand_ratio, kernel, stride
        self.input_channels, self.out_channels, self.num_layers = input_channels, out_channels, num_layers
        self.block = block or FusedMBConv


class MBConv(nn.Module):
    def __init__(self, cnf, stochastic_depth_prob, norm_layer, se_layer=SqueezeExcitation):
        super().__init__()
        self.use_res_connect = cnf.stride == 1 and cnf.input_channels == cnf.out_channels
        unit = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        wide = cnf.adjust_channels(cnf.input_channels, cnf.expand_ratio)
        layers = [unit(cnf.input_channels, wide, kernel_size=1)] if wide != cnf.input_channels else []
        layers.append(unit(wide, wide, kernel_size=cnf.kernel, stride=cnf.stride, groups=wide))
        layers.append(se_layer(wide, max(1, cnf.input_channels // 4), activation=partial(nn.SiLU, inplace=True)))
        layers.append(Conv2dNormActivation(wide, cnf.out_channels, 1, norm_layer=norm_layer, activation_layer=None))
        self.block = nn.Sequential(*layers)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")
        self.out_channels = cnf.out_channels

    def forward(self, input):
        result = self.block(input)
        return self.stochastic_depth(result) + input if self.use_res_connect else result


class FusedMBConv(nn.Module):
    def __init__(self, cnf, stochastic_depth_prob, norm_layer):
        super().__init__()
        self.use_res_connect = cnf.stride == 1 and cnf.input_channels == cnf.out_channels
        unit = partial(Conv2dNormActivation, norm_layer=norm_layer, activation_layer=nn.SiLU)
        wide = cnf.adjust_channels(cnf.input_channels, cnf.expand_ratio)
        if wide != cnf.input_channels:
            layers = [unit(cnf.input_channels, wide, kernel_size=cnf.kernel, stride=cnf.stride),
                      Conv2dNormActivation(wide, cnf.out_channels, 1, norm_layer=norm_layer, activation_layer=None)]
        else:
            layers = [unit(cnf.input_channels, cnf.out_channels, kernel_size=cnf.kernel, stride=cnf.stride)]
        self.block = nn.Sequential(*layers)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")
        self.out_channels = cnf.out_channels

    def forward(self, input):
        result = self.block(input)
        return self.stochastic_depth(result) + input if self.use_res_connect else result


class EfficientNet(nn.Module):
    def __init__(self, inverted_residual_setting, dropout, stochastic_depth_prob=0.2, num_classes=1000, norm_layer=None,
                 last_channel=None, **kwargs):
        super().__init__()
        norm = norm_layer or nn.BatchNorm2d
        unit = partial(Conv2dNormActivation, norm_layer=norm, activation_layer=nn.SiLU)
        layers = [unit(3, inverted_residual_setting[0].input_channels, kernel_size=3, stride=2)]
        total, at = sum(cnf.num_layers for cnf in inverted_residual_setting), 0
        for cnf in inverted_residual_setting:
            stage, one = [], copy.copy(cnf)
            for _ in range(cnf.num_layers):
                if stage:
                    one.input_channels, one.stride = one.out_channels, 1
                stage.append(one.block(one, stochastic_depth_prob * at / total, norm))
                at += 1
            layers.append(nn.Sequential(*stage))
        last = inverted_residual_setting[-1].out_channels
        width = last_channel if last_channel is not None else 4 * last
        self.features = nn.Sequential(*layers, unit(last, width, kernel_size=1))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Dropout(p=dropout, inplace=True), nn.Linear(width, num_classes))

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


def _scaled(width_mult, depth_mult, usual):
    rows = [(1, 3, 1, 32, 16, 1), (6, 3, 2, 16, 24, 2), (6, 5, 2, 24, 40, 2), (6, 3, 2, 40, 80, 3),
            (6, 5, 1, 80, 112, 3), (6, 5, 2, 112, 192, 4), (6, 3, 1, 192, 320, 1)]
    def make(dropout=usual, **kwargs):
        return EfficientNet([MBConvConfig(*row, width_mult, depth_mult) for row in rows], dropout, **kwargs)
    return _builder(make)


def _second(fused, plain, usual):
    def make(dropout=usual, **kwargs):
        setting = [FusedMBConvConfig(*row) for row in fused] + [MBConvConfig(*row) for row in plain]
        return EfficientNet(setting, dropout, last_channel=1280, **kwargs)
    return _builder(make)


efficientnet_b0 = _scaled(1.0, 1.0, 0.2)
efficientnet_b1 = _scaled(1.0, 1.1, 0.2)
efficientnet_b2 = _scaled(1.1, 1.2, 0.3)
efficientnet_b3 = _scaled(1.2, 1.4, 0.3)
efficientnet_b4 = _scaled(1.4, 1.8, 0.4)
efficientnet_b5 = _scaled(1.6, 2.2, 0.4)
efficientnet_b6 = _scaled(1.8, 2.6, 0.5)
efficientnet_b7 = _scaled(2.0, 3.1, 0.5)
efficientnet_v2_s = _second([(1, 3, 1, 24, 24, 2), (4, 3, 2, 24, 48, 4), (4, 3, 2, 48, 64, 4)],
                            [(4, 3, 2, 64, 128, 6), (6, 3, 1, 128, 160, 9), (6, 3, 2, 160, 256, 15)], 0.2)
efficientnet_v2_m = _second([(1, 3, 1, 24, 24, 3), (4, 3, 2, 24, 48, 5), (4, 3, 2, 48, 80, 5)],
                            [(4, 3, 2, 80, 160, 7), (6, 3, 1, 160, 176, 14), (6, 3, 2, 176, 304, 18),
                             (6, 3, 1, 304, 512, 5)], 0.3)
efficientnet_v2_l = _second([(1, 3, 1, 32, 32, 4), (4, 3, 2, 32, 64, 7), (4, 3, 2, 64, 96, 7)],
                            [(4, 3, 2, 96, 192, 10), (6, 3, 1, 192, 224, 19), (6, 3, 2, 224, 384, 25),
                             (6, 3, 1, 384, 640, 7)], 0.4)
`;

export const regnet = `
import math
from collections import OrderedDict
from torch import nn
from torchvision.ops.misc import Conv2dNormActivation, SqueezeExcitation
from torchvision.models._utils import _builder, _make_divisible


class SimpleStemIN(Conv2dNormActivation):
    def __init__(self, width_in, width_out, norm_layer, activation_layer):
        super().__init__(width_in, width_out, 3, 2, norm_layer=norm_layer, activation_layer=activation_layer)


class BottleneckTransform(nn.Sequential):
    def __init__(self, width_in, width_out, stride, norm_layer, activation_layer, group_width, bottleneck_multiplier,
                 se_ratio):
        wide = int(round(width_out * bottleneck_multiplier))
        layers = OrderedDict()
        layers["a"] = Conv2dNormActivation(width_in, wide, 1, norm_layer=norm_layer, activation_layer=activation_layer)
        layers["b"] = Conv2dNormActivation(wide, wide, 3, stride, groups=wide // group_width, norm_layer=norm_layer,
                                           activation_layer=activation_layer)
        if se_ratio:
            layers["se"] = SqueezeExcitation(wide, int(round(se_ratio * width_in)), activation=activation_layer)
        layers["c"] = Conv2dNormActivation(wide, width_out, 1, norm_layer=norm_layer, activation_layer=None)
        super().__init__(layers)


class ResBottleneckBlock(nn.Module):
    def __init__(self, width_in, width_out, stride, norm_layer, activation_layer, group_width=1,
                 bottleneck_multiplier=1.0, se_ratio=None):
        super().__init__()
        self.proj = None
        if width_in != width_out or stride != 1:
            self.proj = Conv2dNormActivation(width_in, width_out, 1, stride, norm_layer=norm_layer, activation_layer=None)
        self.f = BottleneckTransform(width_in, width_out, stride, norm_layer, activation_layer, group_width,
                                     bottleneck_multiplier, se_ratio)
        self.activation = activation_layer(inplace=True)

    def forward(self, x):
        return self.activation((x if self.proj is None else self.proj(x)) + self.f(x))


class AnyStage(nn.Sequential):
    def __init__(self, width_in, width_out, stride, depth, block_constructor, norm_layer, activation_layer, group_width,
                 bottleneck_multiplier, se_ratio=None, stage_index=0):
        super().__init__()
        for i in range(depth):
            block = block_constructor(width_out if i else width_in, width_out, 1 if i else stride, norm_layer,
                                      activation_layer, group_width, bottleneck_multiplier, se_ratio)
            self.add_module("block{}-{}".format(stage_index, i), block)


class BlockParams:
    def __init__(self, depths, widths, group_widths, bottleneck_multipliers, strides, se_ratio=None):
        self.depths, self.widths, self.group_widths = depths, widths, group_widths
        self.bottleneck_multipliers, self.strides, self.se_ratio = bottleneck_multipliers, strides, se_ratio

    @classmethod
    def from_init_params(cls, depth, w_0, w_a, w_m, group_width, bottleneck_multiplier=1.0, se_ratio=None, **kwargs):
        steps = [round(math.log((i * w_a + w_0) / w_0) / math.log(w_m)) for i in range(depth)]
        widths = [int(round(w_0 * w_m ** step / 8) * 8) for step in steps]
        stages, depths = [], []
        for width in widths:
            if stages and stages[-1] == width:
                depths[-1] += 1
            else:
                stages.append(width)
                depths.append(1)
        fitting, groups = [], []
        for width in stages:
            inner = int(width * bottleneck_multiplier)
            group = min(group_width, inner)
            fitting.append(int(_make_divisible(inner, group) / bottleneck_multiplier))
            groups.append(group)
        count = len(stages)
        return cls(depths, fitting, groups, [bottleneck_multiplier] * count, [2] * count, se_ratio)

    def _get_expanded_params(self):
        return zip(self.widths, self.strides, self.depths, self.group_widths, self.bottleneck_multipliers)


class RegNet(nn.Module):
    def __init__(self, block_params, num_classes=1000, stem_width=32, stem_type=None, block_type=None, norm_layer=None,
                 activation=None):
        super().__init__()
        norm, act = norm_layer or nn.BatchNorm2d, activation or nn.ReLU
        self.stem = (stem_type or SimpleStemIN)(3, stem_width, norm, act)
        width, blocks = stem_width, []
        for i, (out, stride, depth, group, factor) in enumerate(block_params._get_expanded_params()):
            stage = AnyStage(width, out, stride, depth, block_type or ResBottleneckBlock, norm, act, group, factor,
                             block_params.se_ratio, i + 1)
            blocks.append(("block%d" % (i + 1), stage))
            width = out
        self.trunk_output = nn.Sequential(OrderedDict(blocks))
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(width, num_classes)

    def forward(self, x):
        return self.fc(self.avgpool(self.trunk_output(self.stem(x))).flatten(start_dim=1))


def _regnet(depth, w_0, w_a, w_m, group_width, se_ratio=None):
    def make(**kwargs):
        return RegNet(BlockParams.from_init_params(depth, w_0, w_a, w_m, group_width, se_ratio=se_ratio), **kwargs)
    return _builder(make)


regnet_y_400mf = _regnet(16, 48, 27.89, 2.09, 8, 0.25)
regnet_y_800mf = _regnet(14, 56, 38.84, 2.4, 16, 0.25)
regnet_y_1_6gf = _regnet(27, 48, 20.71, 2.65, 24, 0.25)
regnet_y_3_2gf = _regnet(21, 80, 42.63, 2.66, 24, 0.25)
regnet_y_8gf = _regnet(17, 192, 76.82, 2.19, 56, 0.25)
regnet_y_16gf = _regnet(18, 200, 106.23, 2.48, 112, 0.25)
regnet_y_32gf = _regnet(20, 232, 115.89, 2.53, 232, 0.25)
regnet_y_128gf = _regnet(27, 456, 160.83, 2.52, 264, 0.25)
regnet_x_400mf = _regnet(22, 24, 24.48, 2.54, 16)
regnet_x_800mf = _regnet(16, 56, 35.73, 2.28, 16)
regnet_x_1_6gf = _regnet(18, 80, 34.01, 2.25, 24)
regnet_x_3_2gf = _regnet(25, 88, 26.31, 2.25, 48)
regnet_x_8gf = _regnet(23, 80, 49.56, 2.88, 120)
regnet_x_16gf = _regnet(22, 216, 55.59, 2.1, 128)
regnet_x_32gf = _regnet(23, 320, 69.86, 2.0, 168)
`;
