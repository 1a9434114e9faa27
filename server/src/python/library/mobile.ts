/** Small networks under the names that torchvision gives them and their parts. */
export const mobilenetv2 = `
from torch import nn
from torchvision.ops.misc import Conv2dNormActivation
from torchvision.models._utils import _builder, _make_divisible


class InvertedResidual(nn.Module):
    def __init__(self, inp, oup, stride, expand_ratio, norm_layer=None):
        super().__init__()
        norm = norm_layer or nn.BatchNorm2d
        hidden = int(round(inp * expand_ratio))
        self.stride = stride
        self.use_res_connect = stride == 1 and inp == oup
        def unit(*args, **more):
            return Conv2dNormActivation(*args, norm_layer=norm, activation_layer=nn.ReLU6, **more)
        layers = [unit(inp, hidden, 1)] if expand_ratio != 1 else []
        layers += [unit(hidden, hidden, stride=stride, groups=hidden), nn.Conv2d(hidden, oup, 1, bias=False), norm(oup)]
        self.conv = nn.Sequential(*layers)
        self.out_channels = oup
        self._is_cn = stride > 1

    def forward(self, x):
        return x + self.conv(x) if self.use_res_connect else self.conv(x)


class MobileNetV2(nn.Module):
    def __init__(self, num_classes=1000, width_mult=1.0, inverted_residual_setting=None, round_nearest=8, block=None,
                 norm_layer=None, dropout=0.2):
        super().__init__()
        block, norm = block or InvertedResidual, norm_layer or nn.BatchNorm2d
        rows = inverted_residual_setting or [
            [1, 16, 1, 1], [6, 24, 2, 2], [6, 32, 3, 2], [6, 64, 4, 2], [6, 96, 3, 1], [6, 160, 3, 2], [6, 320, 1, 1]
        ]
        last = _make_divisible(32 * width_mult, round_nearest)
        self.last_channel = _make_divisible(1280 * max(1.0, width_mult), round_nearest)
        layers = [Conv2dNormActivation(3, last, stride=2, norm_layer=norm, activation_layer=nn.ReLU6)]
        for t, c, n, s in rows:
            width = _make_divisible(c * width_mult, round_nearest)
            for i in range(n):
                layers.append(block(last, width, s if i == 0 else 1, expand_ratio=t, norm_layer=norm))
                last = width
        layers.append(Conv2dNormActivation(last, self.last_channel, 1, norm_layer=norm, activation_layer=nn.ReLU6))
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Sequential(nn.Dropout(dropout), nn.Linear(self.last_channel, num_classes))

    def forward(self, x):
        return self.classifier(nn.functional.adaptive_avg_pool2d(self.features(x), (1, 1)).flatten(1))


mobilenet_v2 = _builder(MobileNetV2)
`;

export const mobilenetv3 = `
from functools import partial
from torch import nn
from torchvision.ops.misc import Conv2dNormActivation, SqueezeExcitation as SElayer
from torchvision.models._utils import _builder, _make_divisible


class InvertedResidualConfig:
    def __init__(self, input_channels, kernel, expanded_channels, out_channels, use_se, activation, stride, dilation,
                 width_mult):
        self.input_channels = self.adjust_channels(input_channels, width_mult)
        self.kernel = kernel
        self.expanded_channels = self.adjust_channels(expanded_channels, width_mult)
        self.out_channels = self.adjust_channels(out_channels, width_mult)
        self.use_se = use_se
        self.use_hs = activation == "HS"
        self.stride = stride
        self.dilation = dilation

    @staticmethod
    def adjust_channels(channels, width_mult):
        return _make_divisible(channels * width_mult, 8)


class InvertedResidual(nn.Module):
    def __init__(self, cnf, norm_layer, se_layer=partial(SElayer, scale_activation=nn.Hardsigmoid)):
        super().__init__()
        self.use_res_connect = cnf.stride == 1 and cnf.input_channels == cnf.out_channels
        act, wide = nn.Hardswish if cnf.use_hs else nn.ReLU, cnf.expanded_channels
        layers = []
        if wide != cnf.input_channels:
            layers.append(Conv2dNormActivation(cnf.input_channels, wide, 1, norm_layer=norm_layer, activation_layer=act))
        stride = 1 if cnf.dilation > 1 else cnf.stride
        layers.append(Conv2dNormActivation(wide, wide, cnf.kernel, stride, dilation=cnf.dilation, groups=wide,
                                           norm_layer=norm_layer, activation_layer=act))
        if cnf.use_se:
            layers.append(se_layer(wide, _make_divisible(wide // 4, 8)))
        layers.append(Conv2dNormActivation(wide, cnf.out_channels, 1, norm_layer=norm_layer, activation_layer=None))
        self.block = nn.Sequential(*layers)
        self.out_channels = cnf.out_channels
        self._is_cn = cnf.stride > 1

    def forward(self, input):
        return self.block(input) + input if self.use_res_connect else self.block(input)


class MobileNetV3(nn.Module):
    def __init__(self, inverted_residual_setting, last_channel, num_classes=1000, block=None, norm_layer=None,
                 dropout=0.2, **kwargs):
        super().__init__()
        block = block or InvertedResidual
        norm = norm_layer or partial(nn.BatchNorm2d, eps=0.001, momentum=0.01)
        unit = partial(Conv2dNormActivation, norm_layer=norm, activation_layer=nn.Hardswish)
        first, last = inverted_residual_setting[0].input_channels, inverted_residual_setting[-1].out_channels
        blocks = [block(cnf, norm) for cnf in inverted_residual_setting]
        self.features = nn.Sequential(unit(3, first, 3, 2), *blocks, unit(last, 6 * last, 1))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = nn.Sequential(nn.Linear(6 * last, last_channel), nn.Hardswish(inplace=True),
                                        nn.Dropout(p=dropout, inplace=True), nn.Linear(last_channel, num_classes))

    def forward(self, x):
        return self.classifier(self.avgpool(self.features(x)).flatten(1))


def _mobilenet_v3_conf(arch, width_mult=1.0, reduced_tail=False, dilated=False, **kwargs):
    less, dil = 2 if reduced_tail else 1, 2 if dilated else 1
    if arch == "mobilenet_v3_large":
        tail, last = 160 // less, 1280 // less
        rows = [(16, 3, 16, 16, 0, "RE", 1), (16, 3, 64, 24, 0, "RE", 2), (24, 3, 72, 24, 0, "RE", 1),
                (24, 5, 72, 40, 1, "RE", 2), (40, 5, 120, 40, 1, "RE", 1), (40, 5, 120, 40, 1, "RE", 1),
                (40, 3, 240, 80, 0, "HS", 2), (80, 3, 200, 80, 0, "HS", 1), (80, 3, 184, 80, 0, "HS", 1),
                (80, 3, 184, 80, 0, "HS", 1), (80, 3, 480, 112, 1, "HS", 1), (112, 3, 672, 112, 1, "HS", 1),
                (112, 5, 672, tail, 1, "HS", 2, dil), (tail, 5, 960 // less, tail, 1, "HS", 1, dil),
                (tail, 5, 960 // less, tail, 1, "HS", 1, dil)]
    else:
        tail, last = 96 // less, 1024 // less
        rows = [(16, 3, 16, 16, 1, "RE", 2), (16, 3, 72, 24, 0, "RE", 2), (24, 3, 88, 24, 0, "RE", 1),
                (24, 5, 96, 40, 1, "HS", 2), (40, 5, 240, 40, 1, "HS", 1), (40, 5, 240, 40, 1, "HS", 1),
                (40, 5, 120, 48, 1, "HS", 1), (48, 5, 144, 48, 1, "HS", 1), (48, 5, 288, tail, 1, "HS", 2, dil),
                (tail, 5, 576 // less, tail, 1, "HS", 1, dil), (tail, 5, 576 // less, tail, 1, "HS", 1, dil)]
    setting = [InvertedResidualConfig(*row, *([1] if len(row) == 7 else []), width_mult) for row in rows]
    return setting, InvertedResidualConfig.adjust_channels(last, width_mult)


def _mobilenet_v3(arch):
    def make(width_mult=1.0, reduced_tail=False, dilated=False, **kwargs):
        return MobileNetV3(*_mobilenet_v3_conf(arch, width_mult, reduced_tail, dilated), **kwargs)
    return _builder(make)


mobilenet_v3_large = _mobilenet_v3("mobilenet_v3_large")
mobilenet_v3_small = _mobilenet_v3("mobilenet_v3_small")
`;

export const mnasnet = `
from torch import nn
from torchvision.models._utils import _builder


def _round(value):
    near = max(8, int(value + 4) // 8 * 8)
    return near if near >= 0.9 * value else near + 8


class _InvertedResidual(nn.Module):
    def __init__(self, in_ch, out_ch, kernel_size, stride, expansion_factor, bn_momentum=0.1):
        super().__init__()
        mid = in_ch * expansion_factor
        self.apply_residual = in_ch == out_ch and stride == 1
        self.layers = nn.Sequential(
            nn.Conv2d(in_ch, mid, 1, bias=False), nn.BatchNorm2d(mid), nn.ReLU(inplace=True),
            nn.Conv2d(mid, mid, kernel_size, stride, kernel_size // 2, groups=mid, bias=False), nn.BatchNorm2d(mid),
            nn.ReLU(inplace=True), nn.Conv2d(mid, out_ch, 1, bias=False), nn.BatchNorm2d(out_ch),
        )

    def forward(self, input):
        return self.layers(input) + input if self.apply_residual else self.layers(input)


class MNASNet(nn.Module):
    def __init__(self, alpha, num_classes=1000, dropout=0.2):
        super().__init__()
        self.alpha, self.num_classes = alpha, num_classes
        d = [_round(width * alpha) for width in [32, 16, 24, 40, 80, 96, 192, 320]]
        layers = [nn.Conv2d(3, d[0], 3, 2, 1, bias=False), nn.BatchNorm2d(d[0]), nn.ReLU(inplace=True),
                  nn.Conv2d(d[0], d[0], 3, 1, 1, groups=d[0], bias=False), nn.BatchNorm2d(d[0]), nn.ReLU(inplace=True),
                  nn.Conv2d(d[0], d[1], 1, bias=False), nn.BatchNorm2d(d[1])]
        rows = [(3, 2, 3, 3), (5, 2, 3, 3), (5, 2, 6, 3), (3, 1, 6, 2), (5, 2, 6, 4), (3, 1, 6, 1)]
        for inward, outward, (kernel, stride, factor, count) in zip(d[1:], d[2:], rows):
            blocks = [_InvertedResidual(inward, outward, kernel, stride, factor)]
            blocks += [_InvertedResidual(outward, outward, kernel, 1, factor) for _ in range(count - 1)]
            layers.append(nn.Sequential(*blocks))
        layers += [nn.Conv2d(d[7], 1280, 1, bias=False), nn.BatchNorm2d(1280), nn.ReLU(inplace=True)]
        self.layers = nn.Sequential(*layers)
        self.classifier = nn.Sequential(nn.Dropout(dropout, inplace=True), nn.Linear(1280, num_classes))

    def forward(self, x):
        return self.classifier(self.layers(x).mean([2, 3]))


mnasnet0_5 = _builder(MNASNet, [0.5])
mnasnet0_75 = _builder(MNASNet, [0.75])
mnasnet1_0 = _builder(MNASNet, [1.0])
mnasnet1_3 = _builder(MNASNet, [1.3])
`;

export const shufflenetv2 = `
import torch
from torch import nn
from torchvision.models._utils import _builder


def channel_shuffle(x, groups):
    n, c, h, w = x.size()
    return x.view(n, groups, c // groups, h, w).transpose(1, 2).contiguous().view(n, c, h, w)


def _pointwise(inp, oup):
    return [nn.Conv2d(inp, oup, 1, bias=False), nn.BatchNorm2d(oup), nn.ReLU(inplace=True)]


def _depthwise(width, stride):
    return [nn.Conv2d(width, width, 3, stride, 1, groups=width, bias=False), nn.BatchNorm2d(width)]


class InvertedResidual(nn.Module):
    def __init__(self, inp, oup, stride):
        super().__init__()
        self.stride = stride
        half = oup // 2
        self.branch1 = nn.Sequential(*(_depthwise(inp, stride) + _pointwise(inp, half) if stride > 1 else []))
        self.branch2 = nn.Sequential(*_pointwise(inp if stride > 1 else half, half), *_depthwise(half, stride),
                                     *_pointwise(half, half))

    def forward(self, x):
        if self.stride == 1:
            x1, x2 = x.chunk(2, dim=1)
            return channel_shuffle(torch.cat((x1, self.branch2(x2)), dim=1), 2)
        return channel_shuffle(torch.cat((self.branch1(x), self.branch2(x)), dim=1), 2)


class ShuffleNetV2(nn.Module):
    def __init__(self, stages_repeats, stages_out_channels, num_classes=1000, inverted_residual=InvertedResidual):
        super().__init__()
        first, *widths, last = stages_out_channels
        self.conv1 = nn.Sequential(nn.Conv2d(3, first, 3, 2, 1, bias=False), nn.BatchNorm2d(first), nn.ReLU(inplace=True))
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        for name, count, width in zip(["stage2", "stage3", "stage4"], stages_repeats, widths):
            blocks = [inverted_residual(first, width, 2)] + [inverted_residual(width, width, 1) for _ in range(count - 1)]
            setattr(self, name, nn.Sequential(*blocks))
            first = width
        self.conv5 = nn.Sequential(*_pointwise(first, last))
        self.fc = nn.Linear(last, num_classes)

    def forward(self, x):
        x = self.stage4(self.stage3(self.stage2(self.maxpool(self.conv1(x)))))
        return self.fc(self.conv5(x).mean([2, 3]))


shufflenet_v2_x0_5 = _builder(ShuffleNetV2, [[4, 8, 4], [24, 48, 96, 192, 1024]])
shufflenet_v2_x1_0 = _builder(ShuffleNetV2, [[4, 8, 4], [24, 116, 232, 464, 1024]])
shufflenet_v2_x1_5 = _builder(ShuffleNetV2, [[4, 8, 4], [24, 176, 352, 704, 1024]])
shufflenet_v2_x2_0 = _builder(ShuffleNetV2, [[4, 8, 4], [24, 244, 488, 976, 2048]])
`;
