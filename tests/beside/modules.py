"""Modules in the styles that people write them in beside a model file. `record.py` says what PyTorch makes of them."""

import math
from functools import partial
from typing import List, Optional, Sequence

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor


def autopad(k, p=None, d=1):
    if d > 1:
        k = d * (k - 1) + 1 if isinstance(k, int) else [d * (x - 1) + 1 for x in k]
    return p if p is not None else (k // 2 if isinstance(k, int) else [x // 2 for x in k])


def make_divisible(value, divisor=8, floor=None):
    new = max(floor or divisor, int(value + divisor / 2) // divisor * divisor)
    return new + divisor if new < 0.9 * value else new


class ConvAct(nn.Module):
    """A convolution with its norm and activation."""

    act_of_all = nn.SiLU()

    def __init__(self, c1, c2, k=1, s=1, p=None, g=1, d=1, act=True):
        super().__init__()
        self.conv = nn.Conv2d(c1, c2, k, s, autopad(k, p, d), groups=g, dilation=d, bias=False)
        self.bn = nn.BatchNorm2d(c2)
        self.act = self.act_of_all if act is True else act if isinstance(act, nn.Module) else nn.Identity()

    def forward(self, x):
        return self.act(self.bn(self.conv(x)))


class SE(nn.Module):
    def __init__(self, channel, reduction=16):
        super(SE, self).__init__()
        self.avg_pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Sequential(
            nn.Linear(channel, channel // reduction, bias=False),
            nn.ReLU(inplace=True),
            nn.Linear(channel // reduction, channel, bias=False),
            nn.Sigmoid(),
        )

    def forward(self, x):
        b, c, _, _ = x.size()
        y = self.avg_pool(x).view(b, c)
        y = self.fc(y).view(b, c, 1, 1)
        return x * y.expand_as(x)


class ECA(nn.Module):
    def __init__(self, c1, k_size=3):
        super().__init__()
        self.conv = nn.Conv1d(1, 1, kernel_size=k_size, padding=(k_size - 1) // 2, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        y = F.adaptive_avg_pool2d(x, 1)
        y = self.conv(y.squeeze(-1).transpose(-1, -2)).transpose(-1, -2).unsqueeze(-1)
        return x * torch.sigmoid(y).expand_as(x)


class HSigmoid(nn.Module):
    def __init__(self, inplace=True):
        super().__init__()
        self.relu = nn.ReLU6(inplace=inplace)

    def forward(self, x):
        return self.relu(x + 3) / 6


class HSwish(nn.Module):
    def __init__(self, inplace=True):
        super().__init__()
        self.sigmoid = HSigmoid(inplace=inplace)

    def forward(self, x):
        return x * self.sigmoid(x)


class CoordAtt(nn.Module):
    def __init__(self, inp, oup, reduction=32):
        super().__init__()
        self.pool_h = nn.AdaptiveAvgPool2d((None, 1))
        self.pool_w = nn.AdaptiveAvgPool2d((1, None))
        mip = max(8, inp // reduction)
        self.conv1 = nn.Conv2d(inp, mip, kernel_size=1, stride=1, padding=0)
        self.bn1 = nn.BatchNorm2d(mip)
        self.act = HSwish()
        self.conv_h = nn.Conv2d(mip, oup, kernel_size=1, stride=1, padding=0)
        self.conv_w = nn.Conv2d(mip, oup, kernel_size=1, stride=1, padding=0)

    def forward(self, x):
        identity = x
        n, c, h, w = x.size()
        x_h = self.pool_h(x)
        x_w = self.pool_w(x).permute(0, 1, 3, 2)
        y = torch.cat([x_h, x_w], dim=2)
        y = self.act(self.bn1(self.conv1(y)))
        x_h, x_w = torch.split(y, [h, w], dim=2)
        x_w = x_w.permute(0, 1, 3, 2)
        a_h = self.conv_h(x_h).sigmoid()
        a_w = self.conv_w(x_w).sigmoid()
        return identity * a_w * a_h


class Unit(nn.Module):
    def __init__(self, c1, c2, shortcut=True, g=1, k=(3, 3), e=0.5):
        super().__init__()
        c_ = int(c2 * e)
        self.cv1 = ConvAct(c1, c_, k[0], 1)
        self.cv2 = ConvAct(c_, c2, k[1], 1, g=g)
        self.add = shortcut and c1 == c2

    def forward(self, x):
        return x + self.cv2(self.cv1(x)) if self.add else self.cv2(self.cv1(x))


class C2fLike(nn.Module):
    def __init__(self, c1, c2, n=1, shortcut=False, g=1, e=0.5):
        super().__init__()
        self.c = int(c2 * e)
        self.cv1 = ConvAct(c1, 2 * self.c, 1, 1)
        self.cv2 = ConvAct((2 + n) * self.c, c2, 1)
        self.m = nn.ModuleList(Unit(self.c, self.c, shortcut, g, k=((3, 3), (3, 3))[0], e=1.0) for _ in range(n))

    def forward(self, x):
        y = list(self.cv1(x).chunk(2, 1))
        y.extend(m(y[-1]) for m in self.m)
        return self.cv2(torch.cat(y, 1))


class C2fAttentive(C2fLike):
    def __init__(self, c1, c2, n=1, shortcut=False, g=1, e=0.5):
        super().__init__(c1, c2, n, shortcut, g, e)
        self.attention = SE(c2, 8)

    def forward(self, x):
        return self.attention(super().forward(x))


class C3Like(nn.Module):
    def __init__(self, c1, c2, n=1, shortcut=True, g=1, e=0.5):
        super().__init__()
        c_ = int(c2 * e)
        self.cv1 = ConvAct(c1, c_, 1, 1)
        self.cv2 = ConvAct(c1, c_, 1, 1)
        self.cv3 = ConvAct(2 * c_, c2, 1)
        self.m = nn.Sequential(*(Unit(c_, c_, shortcut, g, e=1.0) for _ in range(n)))

    def forward(self, x):
        return self.cv3(torch.cat((self.m(self.cv1(x)), self.cv2(x)), 1))


class GhostUnit(nn.Module):
    def __init__(self, c1, c2, k=1, s=1, ratio=2, dw=3):
        super().__init__()
        self.oup = c2
        primary = math.ceil(c2 / ratio)
        cheap = primary * (ratio - 1)
        self.primary = nn.Sequential(
            nn.Conv2d(c1, primary, k, s, k // 2, bias=False), nn.BatchNorm2d(primary), nn.ReLU(inplace=True)
        )
        self.cheap = nn.Sequential(
            nn.Conv2d(primary, cheap, dw, 1, dw // 2, groups=primary, bias=False), nn.BatchNorm2d(cheap), nn.ReLU(True)
        )

    def forward(self, x):
        x1 = self.primary(x)
        x2 = self.cheap(x1)
        return torch.cat([x1, x2], dim=1)[:, : self.oup, :, :]


class BiFPNAdd(nn.Module):
    def __init__(self, c1, c2):
        super().__init__()
        self.w = nn.Parameter(torch.ones(2, dtype=torch.float32), requires_grad=True)
        self.epsilon = 1e-4
        self.conv = nn.Conv2d(c1, c2, kernel_size=1, stride=1, padding=0)
        self.silu = nn.SiLU()

    def forward(self, x):
        w = self.w
        weight = w / (torch.sum(w, dim=0) + self.epsilon)
        return self.conv(self.silu(weight[0] * x[0] + weight[1] * x[1]))


class BiFPNConcat(nn.Module):
    def __init__(self, dimension=1):
        super().__init__()
        self.d = dimension
        self.w = nn.Parameter(torch.ones(3), requires_grad=True)

    def forward(self, xs: List[Tensor]):
        w = F.relu(self.w[: len(xs)])
        w = w / (w.sum() + 1e-4)
        return torch.cat([w[i] * one for i, one in enumerate(xs)], self.d)


class Fuse(nn.Module):
    def __init__(self, channels: Sequence[int], out: int = 64):
        super().__init__()
        self.reduce = nn.ModuleList([nn.Conv2d(c, out, 1) for c in channels])

    def forward(self, xs):
        total = 0
        for conv, x in zip(self.reduce, xs):
            total = total + conv(x)
        return total


class RepUnit(nn.Module):
    def __init__(self, c1, c2, k=3, s=1, p=1, g=1, deploy=False):
        super().__init__()
        self.deploy = deploy
        self.identity = nn.BatchNorm2d(c1) if c1 == c2 and s == 1 else None
        self.dense = self._branch(c1, c2, k, s, p, g)
        self.small = self._branch(c1, c2, 1, s, 0, g)

    @staticmethod
    def _branch(c1, c2, k, s, p, g):
        result = nn.Sequential()
        result.add_module("conv", nn.Conv2d(c1, c2, k, s, p, groups=g, bias=False))
        result.add_module("bn", nn.BatchNorm2d(c2))
        return result

    def forward(self, x):
        extra = 0 if self.identity is None else self.identity(x)
        return F.silu(self.dense(x) + self.small(x) + extra)


class SpaceToDepth(nn.Module):
    def __init__(self, dimension=1):
        super().__init__()
        self.d = dimension

    def forward(self, x):
        return torch.cat([x[..., ::2, ::2], x[..., 1::2, ::2], x[..., ::2, 1::2], x[..., 1::2, 1::2]], 1)


class SPPLike(nn.Module):
    def __init__(self, c1, c2, k=(5, 9, 13)):
        super().__init__()
        c_ = c1 // 2
        self.cv1 = ConvAct(c1, c_, 1, 1)
        self.cv2 = ConvAct(c_ * (len(k) + 1), c2, 1, 1)
        self.m = nn.ModuleList([nn.MaxPool2d(kernel_size=x, stride=1, padding=x // 2) for x in k])

    def forward(self, x):
        x = self.cv1(x)
        return self.cv2(torch.cat([x] + [m(x) for m in self.m], 1))


class Carafe(nn.Module):
    def __init__(self, c, k_enc=3, k_up=5, c_mid=64, scale=2):
        super().__init__()
        self.scale = scale
        self.comp = ConvAct(c, c_mid)
        self.enc = ConvAct(c_mid, (scale * k_up) ** 2, k=k_enc, act=False)
        self.pix_shf = nn.PixelShuffle(scale)
        self.upsmp = nn.Upsample(scale_factor=scale, mode="nearest")
        self.unfold = nn.Unfold(kernel_size=k_up, dilation=scale, padding=k_up // 2 * scale)

    def forward(self, X):
        b, c, h, w = X.size()
        h_, w_ = h * self.scale, w * self.scale
        W = self.pix_shf(self.enc(self.comp(X)))
        W = torch.softmax(W, dim=1)
        X = self.unfold(self.upsmp(X)).view(b, c, -1, h_, w_)
        return torch.einsum("bkhw,bckhw->bchw", [W, X])


class MHSA(nn.Module):
    def __init__(self, dim, num_heads=4, qkv_bias=False):
        super().__init__()
        self.num_heads = num_heads
        self.scale = (dim // num_heads) ** -0.5
        self.qkv = nn.Conv2d(dim, dim * 3, 1, bias=qkv_bias)
        self.proj = nn.Conv2d(dim, dim, 1)

    def forward(self, x):
        b, c, h, w = x.shape
        q, k, v = self.qkv(x).view(b, self.num_heads, c // self.num_heads * 3, h * w).chunk(3, dim=2)
        attn = (q.transpose(-2, -1) @ k) * self.scale
        attn = attn.softmax(dim=-1)
        x = (v @ attn.transpose(-2, -1)).reshape(b, c, h, w)
        return self.proj(x)


class LayerNormFirst(nn.Module):
    def __init__(self, normalized_shape, eps=1e-6):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(normalized_shape))
        self.bias = nn.Parameter(torch.zeros(normalized_shape))
        self.eps = eps

    def forward(self, x):
        u = x.mean(1, keepdim=True)
        s = (x - u).pow(2).mean(1, keepdim=True)
        x = (x - u) / torch.sqrt(s + self.eps)
        return self.weight[:, None, None] * x + self.bias[:, None, None]


class NextBlock(nn.Module):
    def __init__(self, dim, layer_scale_init_value=1e-6, drop: Optional[float] = None):
        super().__init__()
        self.dwconv = nn.Conv2d(dim, dim, kernel_size=7, padding=3, groups=dim)
        self.norm = nn.LayerNorm(dim, eps=1e-6)
        self.pwconv1 = nn.Linear(dim, 4 * dim)
        self.act = nn.GELU()
        self.pwconv2 = nn.Linear(4 * dim, dim)
        self.gamma = nn.Parameter(layer_scale_init_value * torch.ones(dim)) if layer_scale_init_value > 0 else None
        self.drop = nn.Dropout(drop) if drop else nn.Identity()

    def forward(self, x):
        shortcut = x
        x = self.dwconv(x)
        x = x.permute(0, 2, 3, 1)
        x = self.pwconv2(self.act(self.pwconv1(self.norm(x))))
        if self.gamma is not None:
            x = self.gamma * x
        x = x.permute(0, 3, 1, 2)
        return shortcut + self.drop(x)


class Partial(nn.Module):
    def __init__(self, dim, n_div=4, forward="split_cat"):
        super().__init__()
        self.dim_conv3 = dim // n_div
        self.dim_untouched = dim - self.dim_conv3
        self.partial_conv3 = nn.Conv2d(self.dim_conv3, self.dim_conv3, 3, 1, 1, bias=False)
        if forward == "slicing":
            self.forward = self.forward_slicing
        elif forward == "split_cat":
            self.forward = self.forward_split_cat
        else:
            raise NotImplementedError

    def forward_slicing(self, x):
        x = x.clone()
        x[:, : self.dim_conv3, :, :] = self.partial_conv3(x[:, : self.dim_conv3, :, :])
        return x

    def forward_split_cat(self, x):
        x1, x2 = torch.split(x, [self.dim_conv3, self.dim_untouched], dim=1)
        return torch.cat((self.partial_conv3(x1), x2), 1)


class Shuffle(nn.Module):
    def __init__(self, channel=512, groups=8):
        super().__init__()
        self.groups = groups
        size = channel // (2 * groups)
        self.gn = nn.GroupNorm(size, size)
        for name in ("cweight", "cbias", "sweight", "sbias"):
            setattr(self, name, nn.Parameter(torch.zeros(1, size, 1, 1)))

    @staticmethod
    def mix(x, groups):
        b, c, h, w = x.shape
        x = x.reshape(b, groups, -1, h, w).permute(0, 2, 1, 3, 4)
        return x.reshape(b, -1, h, w)

    def forward(self, x):
        b, c, h, w = x.size()
        x = x.view(b * self.groups, -1, h, w)
        x_0, x_1 = x.chunk(2, dim=1)
        x_channel = x_0.mean((2, 3), keepdim=True)
        x_channel = x_0 * torch.sigmoid(self.cweight * x_channel + self.cbias)
        x_spatial = x_1 * torch.sigmoid(self.sweight * self.gn(x_1) + self.sbias)
        out = torch.cat([x_channel, x_spatial], dim=1).contiguous().view(b, -1, h, w)
        return self.mix(out, 2)


class Inverted(nn.Module):
    def __init__(self, inp, oup, stride=1, expand_ratio=4, se=True):
        super().__init__()
        assert stride in [1, 2]
        hidden = make_divisible(inp * expand_ratio)
        layers = []
        if expand_ratio != 1:
            layers += [nn.Conv2d(inp, hidden, 1, bias=False), nn.BatchNorm2d(hidden), nn.Hardswish()]
        layers += [
            nn.Conv2d(hidden, hidden, 3, stride, 1, groups=hidden, bias=False),
            nn.BatchNorm2d(hidden),
            nn.Hardswish(),
            SE(hidden, 4) if se else nn.Identity(),
            nn.Conv2d(hidden, oup, 1, bias=False),
            nn.BatchNorm2d(oup),
        ]
        self.conv = nn.Sequential(*layers)
        self.identity = stride == 1 and inp == oup

    def forward(self, x):
        out = self.conv(x)
        return x + out if self.identity else out


class StripPool(nn.Module):
    def __init__(self, in_channels, ratio=4, norm_layer=partial(nn.BatchNorm2d, eps=1e-3)):
        super().__init__()
        mid = in_channels // ratio
        self.down = nn.Conv2d(in_channels, mid, 1)
        self.rows = nn.Sequential(nn.Conv2d(mid, mid, (1, 3), padding=(0, 1)), norm_layer(mid))
        self.cols = nn.Sequential(nn.Conv2d(mid, mid, (3, 1), padding=(1, 0)), norm_layer(mid))
        self.up = nn.Conv2d(mid, in_channels, 1)

    def forward(self, x):
        _, _, h, w = x.shape
        y = self.down(x)
        a = F.interpolate(self.rows(F.adaptive_avg_pool2d(y, (1, w))), (h, w), mode="bilinear", align_corners=False)
        b = F.interpolate(self.cols(F.adaptive_avg_pool2d(y, (h, 1))), (h, w), mode="bilinear", align_corners=False)
        return x * self.up(F.relu_(a + b)).sigmoid()


class Kernels(nn.Module):
    def __init__(self, channel, kernels=[1, 3, 5], reduction=16, group=1, L=32):
        super().__init__()
        self.d = max(L, channel // reduction)
        self.convs = nn.ModuleList([])
        for k in kernels:
            self.convs.append(
                nn.Sequential(
                    nn.Conv2d(channel, channel, kernel_size=k, padding=k // 2, groups=group),
                    nn.BatchNorm2d(channel),
                    nn.ReLU(),
                )
            )
        self.fc = nn.Linear(channel, self.d)
        self.fcs = nn.ModuleList([])
        for i in range(len(kernels)):
            self.fcs.append(nn.Linear(self.d, channel))
        self.softmax = nn.Softmax(dim=0)

    def forward(self, x):
        bs, c, _, _ = x.size()
        outs = [conv(x) for conv in self.convs]
        feats = torch.stack(outs, 0)
        u = sum(outs)
        s = u.mean(-1).mean(-1)
        z = self.fc(s)
        weights = [fc(z).view(bs, c, 1, 1) for fc in self.fcs]
        weights = self.softmax(torch.stack(weights, 0))
        return (weights * feats).sum(0)


class Triplet(nn.Module):
    def __init__(self, no_spatial=False):
        super().__init__()
        self.cw = Gated()
        self.hc = Gated()
        self.no_spatial = no_spatial
        if not no_spatial:
            self.hw = Gated()

    def forward(self, x):
        a = self.cw(x.permute(0, 2, 1, 3).contiguous()).permute(0, 2, 1, 3).contiguous()
        b = self.hc(x.permute(0, 3, 2, 1).contiguous()).permute(0, 3, 2, 1).contiguous()
        return 1 / 2 * (a + b) if self.no_spatial else 1 / 3 * (self.hw(x) + a + b)


class Gated(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(2, 1, 7, padding=3, bias=False), nn.BatchNorm2d(1, eps=1e-5, momentum=0.01))

    def forward(self, x):
        pooled = torch.cat((torch.max(x, 1)[0].unsqueeze(1), torch.mean(x, 1).unsqueeze(1)), dim=1)
        return x * torch.sigmoid_(self.conv(pooled))


class TransformerUnit(nn.Module):
    def __init__(self, c1, c2, num_heads=4, num_layers=1):
        super().__init__()
        self.conv = ConvAct(c1, c2) if c1 != c2 else None
        self.linear = nn.Linear(c2, c2)
        self.tr = nn.Sequential(*[nn.TransformerEncoderLayer(c2, num_heads, 2 * c2, batch_first=False) for _ in range(num_layers)])
        self.c2 = c2

    def forward(self, x):
        if self.conv is not None:
            x = self.conv(x)
        b, _, w, h = x.shape
        p = x.flatten(2).permute(2, 0, 1)
        return self.tr(p + self.linear(p)).permute(1, 2, 0).reshape(b, self.c2, w, h)
