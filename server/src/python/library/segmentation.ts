/** Networks that label every pixel, and backbones of several sizes, under the names that torchvision gives them. */
export const segmentation = `
import torch
from torch import nn
import torch.nn.functional as F
from torchvision import models
from torchvision.models._utils import IntermediateLayerGetter


class _SimpleSegmentationModel(nn.Module):
    def __init__(self, backbone, classifier, aux_classifier=None):
        super().__init__()
        self.backbone = backbone
        self.classifier = classifier
        self.aux_classifier = aux_classifier

    def forward(self, x):
        size = x.shape[-2:]
        features = self.backbone(x)
        y = F.interpolate(self.classifier(features["out"]), size=size, mode="bilinear", align_corners=False)
        if self.aux_classifier is None:
            return {"out": y}
        aux = self.aux_classifier(features["aux"])
        return {"out": y, "aux": F.interpolate(aux, size=size, mode="bilinear", align_corners=False)}


class FCN(_SimpleSegmentationModel):
    pass


class DeepLabV3(_SimpleSegmentationModel):
    pass


class FCNHead(nn.Sequential):
    def __init__(self, in_channels, channels):
        inner = in_channels // 4
        super().__init__(nn.Conv2d(in_channels, inner, 3, padding=1, bias=False), nn.BatchNorm2d(inner), nn.ReLU(),
                         nn.Dropout(0.1), nn.Conv2d(inner, channels, 1))


class ASPPConv(nn.Sequential):
    def __init__(self, in_channels, out_channels, dilation):
        super().__init__(nn.Conv2d(in_channels, out_channels, 3, padding=dilation, dilation=dilation, bias=False),
                         nn.BatchNorm2d(out_channels), nn.ReLU())


class ASPPPooling(nn.Sequential):
    def __init__(self, in_channels, out_channels):
        super().__init__(nn.AdaptiveAvgPool2d(1), nn.Conv2d(in_channels, out_channels, 1, bias=False),
                         nn.BatchNorm2d(out_channels), nn.ReLU())

    def forward(self, x):
        return F.interpolate(super().forward(x), size=x.shape[-2:], mode="bilinear", align_corners=False)


class ASPP(nn.Module):
    def __init__(self, in_channels, atrous_rates, out_channels=256):
        super().__init__()
        first = nn.Sequential(nn.Conv2d(in_channels, out_channels, 1, bias=False), nn.BatchNorm2d(out_channels), nn.ReLU())
        rates = [ASPPConv(in_channels, out_channels, rate) for rate in atrous_rates]
        self.convs = nn.ModuleList([first, *rates, ASPPPooling(in_channels, out_channels)])
        self.project = nn.Sequential(nn.Conv2d(len(self.convs) * out_channels, out_channels, 1, bias=False),
                                     nn.BatchNorm2d(out_channels), nn.ReLU(), nn.Dropout(0.5))

    def forward(self, x):
        return self.project(torch.cat([conv(x) for conv in self.convs], dim=1))


class DeepLabHead(nn.Sequential):
    def __init__(self, in_channels, num_classes):
        super().__init__(ASPP(in_channels, [12, 24, 36]), nn.Conv2d(256, 256, 3, padding=1, bias=False),
                         nn.BatchNorm2d(256), nn.ReLU(), nn.Conv2d(256, num_classes, 1))


class LRASPPHead(nn.Module):
    def __init__(self, low_channels, high_channels, num_classes, inter_channels):
        super().__init__()
        self.cbr = nn.Sequential(nn.Conv2d(high_channels, inter_channels, 1, bias=False), nn.BatchNorm2d(inter_channels),
                                 nn.ReLU(inplace=True))
        self.scale = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(high_channels, inter_channels, 1, bias=False),
                                   nn.Sigmoid())
        self.low_classifier = nn.Conv2d(low_channels, num_classes, 1)
        self.high_classifier = nn.Conv2d(inter_channels, num_classes, 1)

    def forward(self, input):
        low, high = input["low"], input["high"]
        x = self.cbr(high) * self.scale(high)
        x = F.interpolate(x, size=low.shape[-2:], mode="bilinear", align_corners=False)
        return self.low_classifier(low) + self.high_classifier(x)


class LRASPP(nn.Module):
    def __init__(self, backbone, low_channels, high_channels, num_classes, inter_channels=128):
        super().__init__()
        self.backbone = backbone
        self.classifier = LRASPPHead(low_channels, high_channels, num_classes, inter_channels)

    def forward(self, input):
        out = self.classifier(self.backbone(input))
        return {"out": F.interpolate(out, size=input.shape[-2:], mode="bilinear", align_corners=False)}


def _stages(features):
    return [0] + [i for i, one in enumerate(features) if getattr(one, "_is_cn", False)] + [len(features) - 1]


def _settled(weights, pretrained, num_classes, aux_loss=None):
    if weights or pretrained:
        if num_classes not in (None, 21):
            raise ValueError("num_classes")
        return 21, True if aux_loss is None else aux_loss
    return 21 if num_classes is None else num_classes, aux_loss


def _on_resnet(cls, head, name):
    def build(weights=None, progress=True, num_classes=None, aux_loss=None, weights_backbone=None, pretrained=False,
              pretrained_backbone=True, **kwargs):
        num_classes, aux_loss = _settled(weights, pretrained, num_classes, aux_loss)
        backbone = getattr(models, name)(replace_stride_with_dilation=[False, True, True])
        layers = {"layer4": "out", "layer3": "aux"} if aux_loss else {"layer4": "out"}
        return cls(IntermediateLayerGetter(backbone, layers), head(2048, num_classes),
                   FCNHead(1024, num_classes) if aux_loss else None)
    return build


def deeplabv3_mobilenet_v3_large(weights=None, progress=True, num_classes=None, aux_loss=None, weights_backbone=None,
                                 pretrained=False, pretrained_backbone=True, **kwargs):
    num_classes, aux_loss = _settled(weights, pretrained, num_classes, aux_loss)
    features = models.mobilenet_v3_large(dilated=True).features
    stages = _stages(features)
    last, before = stages[-1], stages[-4]
    layers = {str(last): "out", str(before): "aux"} if aux_loss else {str(last): "out"}
    return DeepLabV3(IntermediateLayerGetter(features, layers), DeepLabHead(features[last].out_channels, num_classes),
                     FCNHead(features[before].out_channels, num_classes) if aux_loss else None)


def lraspp_mobilenet_v3_large(weights=None, progress=True, num_classes=None, weights_backbone=None, pretrained=False,
                              pretrained_backbone=True, **kwargs):
    num_classes, _ = _settled(weights, pretrained, num_classes)
    features = models.mobilenet_v3_large(dilated=True).features
    stages = _stages(features)
    low, high = stages[-4], stages[-1]
    return LRASPP(IntermediateLayerGetter(features, {str(low): "low", str(high): "high"}), features[low].out_channels,
                  features[high].out_channels, num_classes)


fcn_resnet50 = _on_resnet(FCN, FCNHead, "resnet50")
fcn_resnet101 = _on_resnet(FCN, FCNHead, "resnet101")
deeplabv3_resnet50 = _on_resnet(DeepLabV3, DeepLabHead, "resnet50")
deeplabv3_resnet101 = _on_resnet(DeepLabV3, DeepLabHead, "resnet101")
`;

export const backbones = `
from torch import nn
from torchvision import models
from torchvision.models._utils import IntermediateLayerGetter
from torchvision.ops.feature_pyramid_network import FeaturePyramidNetwork, LastLevelMaxPool
from torchvision.ops.misc import FrozenBatchNorm2d


class BackboneWithFPN(nn.Module):
    def __init__(self, backbone, return_layers, in_channels_list, out_channels, extra_blocks=None, norm_layer=None):
        super().__init__()
        self.body = IntermediateLayerGetter(backbone, return_layers)
        self.fpn = FeaturePyramidNetwork(in_channels_list, out_channels, extra_blocks or LastLevelMaxPool(), norm_layer)
        self.out_channels = out_channels

    def forward(self, x):
        return self.fpn(self.body(x))


def resnet_fpn_backbone(backbone_name, weights=None, norm_layer=FrozenBatchNorm2d, trainable_layers=3,
                        returned_layers=None, extra_blocks=None, pretrained=False):
    backbone = getattr(models, backbone_name)(norm_layer=norm_layer)
    levels = returned_layers or [1, 2, 3, 4]
    names = {"layer%d" % level: str(i) for i, level in enumerate(levels)}
    first = backbone.inplanes // 8
    return BackboneWithFPN(backbone, names, [first * 2 ** (level - 1) for level in levels], 256, extra_blocks)
`;
