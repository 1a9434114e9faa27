/** What the networks of torchvision are made of and made by, under the names that it has there. */
export const ops = `
import torch
from torch import nn
import torch.nn.functional as F


class ConvNormActivation(nn.Sequential):
    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1, padding=None, groups=1,
                 norm_layer=nn.BatchNorm2d, activation_layer=nn.ReLU, dilation=1, inplace=True, bias=None,
                 conv_layer=nn.Conv2d):
        if padding is None:
            if isinstance(kernel_size, int) and isinstance(dilation, int):
                padding = (kernel_size - 1) // 2 * dilation
            else:
                axes = len(dilation) if isinstance(kernel_size, int) else len(kernel_size)
                sizes = [kernel_size] * axes if isinstance(kernel_size, int) else kernel_size
                apart = [dilation] * axes if isinstance(dilation, int) else dilation
                padding = tuple((size - 1) // 2 * step for size, step in zip(sizes, apart))
        bias = norm_layer is None if bias is None else bias
        layers = [conv_layer(in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias)]
        if norm_layer is not None:
            layers.append(norm_layer(out_channels))
        if activation_layer is not None:
            layers.append(activation_layer() if inplace is None else activation_layer(inplace=inplace))
        super().__init__(*layers)
        self.out_channels = out_channels


class Conv2dNormActivation(ConvNormActivation):
    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1, padding=None, groups=1,
                 norm_layer=nn.BatchNorm2d, activation_layer=nn.ReLU, dilation=1, inplace=True, bias=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, groups, norm_layer, activation_layer,
                         dilation, inplace, bias, nn.Conv2d)


class Conv3dNormActivation(ConvNormActivation):
    def __init__(self, in_channels, out_channels, kernel_size=3, stride=1, padding=None, groups=1,
                 norm_layer=nn.BatchNorm3d, activation_layer=nn.ReLU, dilation=1, inplace=True, bias=None):
        super().__init__(in_channels, out_channels, kernel_size, stride, padding, groups, norm_layer, activation_layer,
                         dilation, inplace, bias, nn.Conv3d)


class SqueezeExcitation(nn.Module):
    def __init__(self, input_channels, squeeze_channels, activation=nn.ReLU, scale_activation=nn.Sigmoid):
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(input_channels, squeeze_channels, 1)
        self.fc2 = nn.Conv2d(squeeze_channels, input_channels, 1)
        self.activation = activation()
        self.scale_activation = scale_activation()

    def forward(self, input):
        return self.scale_activation(self.fc2(self.activation(self.fc1(self.avgpool(input))))) * input


class MLP(nn.Sequential):
    def __init__(self, in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, inplace=True, bias=True,
                 dropout=0.0):
        more = {} if inplace is None else {"inplace": inplace}
        layers = []
        for width in hidden_channels[:-1]:
            layers.append(nn.Linear(in_channels, width, bias=bias))
            if norm_layer is not None:
                layers.append(norm_layer(width))
            layers += [activation_layer(**more), nn.Dropout(dropout, **more)]
            in_channels = width
        super().__init__(*layers, nn.Linear(in_channels, hidden_channels[-1], bias=bias), nn.Dropout(dropout, **more))


class Permute(nn.Module):
    def __init__(self, dims):
        super().__init__()
        self.dims = dims

    def forward(self, x):
        return torch.permute(x, self.dims)


class FrozenBatchNorm2d(nn.Module):
    def __init__(self, num_features, eps=1e-5):
        super().__init__()
        for name in ("weight", "bias", "running_mean", "running_var"):
            self.register_buffer(name, torch.zeros(num_features))

    def forward(self, x):
        return x * self.weight.reshape(1, -1, 1, 1) + self.bias.reshape(1, -1, 1, 1)


class DropBlock2d(nn.Module):
    def __init__(self, p, block_size, inplace=False, eps=1e-6):
        super().__init__()
        self.p, self.block_size = p, block_size

    def forward(self, input):
        return F.dropout(input, self.p)


class DropBlock3d(DropBlock2d):
    pass


def stochastic_depth(input, p, mode, training=True):
    return F.dropout(input, p)


class ExtraFPNBlock(nn.Module):
    pass


class LastLevelMaxPool(ExtraFPNBlock):
    def forward(self, x, y, names):
        return x + [F.max_pool2d(x[-1], 1, 2, 0)], names + ["pool"]


class LastLevelP6P7(ExtraFPNBlock):
    def __init__(self, in_channels, out_channels):
        super().__init__()
        self.p6 = nn.Conv2d(in_channels, out_channels, 3, 2, 1)
        self.p7 = nn.Conv2d(out_channels, out_channels, 3, 2, 1)
        self.use_P5 = in_channels == out_channels

    def forward(self, p, c, names):
        p6 = self.p6(p[-1] if self.use_P5 else c[-1])
        return p + [p6, self.p7(F.relu(p6))], names + ["p6", "p7"]


class FeaturePyramidNetwork(nn.Module):
    def __init__(self, in_channels_list, out_channels, extra_blocks=None, norm_layer=None):
        super().__init__()
        self.inner_blocks = nn.ModuleList()
        self.layer_blocks = nn.ModuleList()
        for width in in_channels_list:
            self.inner_blocks.append(Conv2dNormActivation(width, out_channels, 1, padding=0, norm_layer=norm_layer,
                                                          activation_layer=None))
            self.layer_blocks.append(Conv2dNormActivation(out_channels, out_channels, 3, norm_layer=norm_layer,
                                                          activation_layer=None))
        self.extra_blocks = extra_blocks

    def forward(self, x):
        names, maps = list(x.keys()), list(x.values())
        last = self.inner_blocks[-1](maps[-1])
        results = [self.layer_blocks[-1](last)]
        for i in range(len(maps) - 2, -1, -1):
            inner = self.inner_blocks[i](maps[i])
            last = inner + F.interpolate(last, size=inner.shape[-2:], mode="nearest")
            results.insert(0, self.layer_blocks[i](last))
        if self.extra_blocks is not None:
            results, names = self.extra_blocks(results, maps, names)
        return dict(zip(names, results))
`;

export const utils = `
from torch import nn


def _make_divisible(v, divisor, min_value=None):
    near = max(min_value or divisor, int(v + divisor / 2) // divisor * divisor)
    return near + divisor if near < 0.9 * v else near


def _builder(make, fixed=[], **settled):
    def build(weights=None, progress=True, pretrained=False, **kwargs):
        if weights or pretrained:
            for name, value in {"num_classes": 1000, **settled}.items():
                if kwargs.get(name, value) != value:
                    raise ValueError(name)
                kwargs = {**kwargs, name: value}
        return make(*fixed, **kwargs)
    return build


class _Weight:
    def __getattr__(self, name):
        return _unknown


class _Weights(_Weight):
    DEFAULT = IMAGENET1K_V1 = IMAGENET1K_V2 = IMAGENET1K_SWAG_LINEAR_V1 = _Weight()
    COCO_WITH_VOC_LABELS_V1 = COCO_V1 = KINETICS400_V1 = DEFAULT


class IntermediateLayerGetter(nn.ModuleDict):
    def __init__(self, model, return_layers):
        taken, left = {}, dict(return_layers)
        for name, module in model.named_children():
            taken[name] = module
            left.pop(name, None)
            if not left:
                break
        super().__init__(taken)
        self.return_layers = dict(return_layers)

    def forward(self, x):
        out = {}
        for name, module in self.items():
            x = module(x)
            if name in self.return_layers:
                out[self.return_layers[name]] = x
        return out
`;

/** Networks by their names. */
export const registry = `
from torchvision import models


def get_model_builder(name):
    name = name.lower()
    return getattr(models, name) if hasattr(models, name) else getattr(models.segmentation, name)


def get_model(name, **config):
    return get_model_builder(name)(**config)
`;

export const hub = `
from torchvision.models import get_model_builder


def load(repo_or_dir, model, *args, source="github", trust_repo=None, force_reload=False, verbose=True,
         skip_validation=False, **kwargs):
    if source == "github" and repo_or_dir.split(":")[0] == "pytorch/vision":
        return get_model_builder(model)(*args, **kwargs)
    return _unknown
`;
