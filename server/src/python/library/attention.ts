/** Networks that attend, under the names that torchvision gives them and their parts. */
export const visionTransformer = `
from collections import OrderedDict
from functools import partial
import torch
from torch import nn
from torchvision.ops.misc import MLP, Conv2dNormActivation
from torchvision.models._utils import _builder, _Weights


class MLPBlock(MLP):
    def __init__(self, in_dim, mlp_dim, dropout):
        super().__init__(in_dim, [mlp_dim, in_dim], activation_layer=nn.GELU, inplace=None, dropout=dropout)


class EncoderBlock(nn.Module):
    def __init__(self, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout, norm_layer=nn.LayerNorm):
        super().__init__()
        self.num_heads = num_heads
        self.ln_1 = norm_layer(hidden_dim)
        self.self_attention = nn.MultiheadAttention(hidden_dim, num_heads, dropout=attention_dropout, batch_first=True)
        self.dropout = nn.Dropout(dropout)
        self.ln_2 = norm_layer(hidden_dim)
        self.mlp = MLPBlock(hidden_dim, mlp_dim, dropout)

    def forward(self, input):
        x = self.ln_1(input)
        x, _ = self.self_attention(x, x, x, need_weights=False)
        x = self.dropout(x) + input
        return x + self.mlp(self.ln_2(x))


class Encoder(nn.Module):
    def __init__(self, seq_length, num_layers, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout,
                 norm_layer=nn.LayerNorm):
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.empty(1, seq_length, hidden_dim))
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.Sequential(OrderedDict([
            ("encoder_layer_%d" % i, EncoderBlock(num_heads, hidden_dim, mlp_dim, dropout, attention_dropout, norm_layer))
            for i in range(num_layers)
        ]))
        self.ln = norm_layer(hidden_dim)

    def forward(self, input):
        return self.ln(self.layers(self.dropout(input + self.pos_embedding)))


class VisionTransformer(nn.Module):
    def __init__(self, image_size, patch_size, num_layers, num_heads, hidden_dim, mlp_dim, dropout=0.0,
                 attention_dropout=0.0, num_classes=1000, representation_size=None,
                 norm_layer=partial(nn.LayerNorm, eps=1e-6), conv_stem_configs=None):
        super().__init__()
        self.image_size, self.patch_size, self.hidden_dim = image_size, patch_size, hidden_dim
        self.mlp_dim, self.num_classes, self.representation_size = mlp_dim, num_classes, representation_size
        if conv_stem_configs is not None:
            self.conv_proj, last = nn.Sequential(), 3
            for i, one in enumerate(conv_stem_configs):
                unit = Conv2dNormActivation(last, one.out_channels, one.kernel_size, one.stride,
                                            norm_layer=one.norm_layer, activation_layer=one.activation_layer)
                self.conv_proj.add_module("conv_bn_relu_%d" % i, unit)
                last = one.out_channels
            self.conv_proj.add_module("conv_last", nn.Conv2d(last, hidden_dim, 1))
        else:
            self.conv_proj = nn.Conv2d(3, hidden_dim, patch_size, patch_size)
        self.seq_length = (image_size // patch_size) ** 2 + 1
        self.class_token = nn.Parameter(torch.zeros(1, 1, hidden_dim))
        self.encoder = Encoder(self.seq_length, num_layers, num_heads, hidden_dim, mlp_dim, dropout, attention_dropout,
                               norm_layer)
        layers = OrderedDict()
        if representation_size is not None:
            layers["pre_logits"] = nn.Linear(hidden_dim, representation_size)
            layers["act"] = nn.Tanh()
        layers["head"] = nn.Linear(representation_size or hidden_dim, num_classes)
        self.heads = nn.Sequential(layers)

    def _process_input(self, x):
        return self.conv_proj(x).flatten(2).permute(0, 2, 1)

    def forward(self, x):
        x = self._process_input(x)
        x = self.encoder(torch.cat([self.class_token.expand(x.shape[0], -1, -1), x], dim=1))
        return self.heads(x[:, 0])


def _vision_transformer(patch_size, num_layers, num_heads, hidden_dim, mlp_dim):
    def make(image_size=224, **kwargs):
        return VisionTransformer(image_size, patch_size, num_layers, num_heads, hidden_dim, mlp_dim, **kwargs)
    usual = _builder(make)
    def build(weights=None, progress=True, pretrained=False, **kwargs):
        small = not weights or weights in (True, "DEFAULT", "IMAGENET1K_V1", "IMAGENET1K_SWAG_LINEAR_V1", _Weights.DEFAULT)
        return usual(weights, progress, pretrained, **(kwargs if small else {"image_size": _unknown, **kwargs}))
    return build


vit_b_16 = _vision_transformer(16, 12, 12, 768, 3072)
vit_b_32 = _vision_transformer(32, 12, 12, 768, 3072)
vit_l_16 = _vision_transformer(16, 24, 16, 1024, 4096)
vit_l_32 = _vision_transformer(32, 24, 16, 1024, 4096)
vit_h_14 = _vision_transformer(14, 32, 16, 1280, 5120)
`;

/** Adding what is learned for each pair of positions in a window, and moving windows, change no shape. */
export const swinTransformer = `
from functools import partial
import torch
from torch import nn
import torch.nn.functional as F
from torchvision.ops import MLP, Permute, StochasticDepth
from torchvision.models._utils import _builder


class PatchMerging(nn.Module):
    def __init__(self, dim, norm_layer=nn.LayerNorm):
        super().__init__()
        self.dim = dim
        self.reduction = nn.Linear(4 * dim, 2 * dim, bias=False)
        self.norm = norm_layer(4 * dim)

    def forward(self, x):
        return self.reduction(self.norm(_quartered(x)))


class PatchMergingV2(nn.Module):
    def __init__(self, dim, norm_layer=nn.LayerNorm):
        super().__init__()
        self.dim = dim
        self.reduction = nn.Linear(4 * dim, 2 * dim, bias=False)
        self.norm = norm_layer(2 * dim)

    def forward(self, x):
        return self.norm(self.reduction(_quartered(x)))


def _quartered(x):
    height, width = x.shape[-3:-1]
    if height % 2 or width % 2:
        x = F.pad(x, (0, 0, 0, width % 2, 0, height % 2))
    return torch.cat([x[..., i::2, j::2, :] for j in range(2) for i in range(2)], -1)


class ShiftedWindowAttention(nn.Module):
    def __init__(self, dim, window_size, shift_size, num_heads, qkv_bias=True, proj_bias=True, attention_dropout=0.0,
                 dropout=0.0):
        super().__init__()
        self.window_size, self.shift_size, self.num_heads = window_size, shift_size, num_heads
        self.qkv = nn.Linear(dim, dim * 3, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim, bias=proj_bias)
        self._make_bias(2 * window_size[0] - 1, 2 * window_size[1] - 1)

    def _make_bias(self, high, wide):
        self.relative_position_bias_table = nn.Parameter(torch.zeros(high * wide, self.num_heads))

    def _bias(self):
        pass

    def forward(self, x):
        self._bias()
        count, height, width, features = x.shape
        high, wide = self.window_size
        below, right = -height % high, -width % wide
        if below or right:
            x = F.pad(x, (0, 0, 0, right, 0, below))
        rows, columns = (height + below) // high, (width + right) // wide
        x = x.view(count, rows, high, columns, wide, features).permute(0, 1, 3, 2, 4, 5)
        x = x.reshape(count * rows * columns, high * wide, features)
        heads = self.qkv(x).reshape(x.size(0), x.size(1), 3, self.num_heads, features // self.num_heads)
        q, k, v = heads.permute(2, 0, 3, 1, 4).unbind(0)
        x = F.softmax(q @ k.transpose(-2, -1), dim=-1).matmul(v).transpose(1, 2).reshape(x.size(0), x.size(1), features)
        x = self.proj(x).view(count, rows, columns, high, wide, features).permute(0, 1, 3, 2, 4, 5)
        return x.reshape(count, rows * high, columns * wide, features)[:, :height, :width]


class ShiftedWindowAttentionV2(ShiftedWindowAttention):
    def _make_bias(self, high, wide):
        self.logit_scale = nn.Parameter(torch.ones(self.num_heads, 1, 1))
        self.cpb_mlp = nn.Sequential(nn.Linear(2, 512), nn.ReLU(inplace=True), nn.Linear(512, self.num_heads, bias=False))
        self.register_buffer("relative_coords_table", torch.zeros(1, high, wide, 2))

    def _bias(self):
        self.cpb_mlp(self.relative_coords_table)


class SwinTransformerBlock(nn.Module):
    def __init__(self, dim, num_heads, window_size, shift_size, mlp_ratio=4.0, dropout=0.0, attention_dropout=0.0,
                 stochastic_depth_prob=0.0, norm_layer=nn.LayerNorm, attn_layer=ShiftedWindowAttention):
        super().__init__()
        self.norm1 = norm_layer(dim)
        self.attn = attn_layer(dim, window_size, shift_size, num_heads, attention_dropout=attention_dropout,
                               dropout=dropout)
        self.stochastic_depth = StochasticDepth(stochastic_depth_prob, "row")
        self.norm2 = norm_layer(dim)
        self.mlp = MLP(dim, [int(dim * mlp_ratio), dim], activation_layer=nn.GELU, inplace=None, dropout=dropout)

    def forward(self, x):
        x = x + self.stochastic_depth(self.attn(self.norm1(x)))
        return x + self.stochastic_depth(self.mlp(self.norm2(x)))


class SwinTransformerBlockV2(SwinTransformerBlock):
    def __init__(self, dim, num_heads, window_size, shift_size, mlp_ratio=4.0, dropout=0.0, attention_dropout=0.0,
                 stochastic_depth_prob=0.0, norm_layer=nn.LayerNorm, attn_layer=ShiftedWindowAttentionV2):
        super().__init__(dim, num_heads, window_size, shift_size, mlp_ratio, dropout, attention_dropout,
                         stochastic_depth_prob, norm_layer, attn_layer)

    def forward(self, x):
        x = x + self.stochastic_depth(self.norm1(self.attn(x)))
        return x + self.stochastic_depth(self.norm2(self.mlp(x)))


class SwinTransformer(nn.Module):
    def __init__(self, patch_size, embed_dim, depths, num_heads, window_size, mlp_ratio=4.0, dropout=0.0,
                 attention_dropout=0.0, stochastic_depth_prob=0.1, num_classes=1000, norm_layer=None, block=None,
                 downsample_layer=PatchMerging):
        super().__init__()
        self.num_classes = num_classes
        block, norm = block or SwinTransformerBlock, norm_layer or partial(nn.LayerNorm, eps=1e-5)
        layers = [nn.Sequential(nn.Conv2d(3, embed_dim, tuple(patch_size), tuple(patch_size)), Permute([0, 2, 3, 1]),
                                norm(embed_dim))]
        total, at, dim = sum(depths), 0, embed_dim
        for i, (depth, heads) in enumerate(zip(depths, num_heads)):
            if i:
                layers.append(downsample_layer(dim, norm))
                dim *= 2
            stage = []
            for j in range(depth):
                shift = [0 if j % 2 == 0 else w // 2 for w in window_size]
                stage.append(block(dim, heads, window_size, shift, mlp_ratio, dropout, attention_dropout,
                                   stochastic_depth_prob * at / max(total - 1, 1), norm))
                at += 1
            layers.append(nn.Sequential(*stage))
        self.features = nn.Sequential(*layers)
        self.norm = norm(dim)
        self.permute = Permute([0, 3, 1, 2])
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten(1)
        self.head = nn.Linear(dim, num_classes)

    def forward(self, x):
        x = self.permute(self.norm(self.features(x)))
        return self.head(self.flatten(self.avgpool(x)))


def _swin(embed_dim, depths, num_heads, window, block=SwinTransformerBlock, downsample_layer=PatchMerging):
    def make(**kwargs):
        return SwinTransformer([4, 4], embed_dim, depths, num_heads, [window, window], block=block,
                               downsample_layer=downsample_layer, **kwargs)
    return _builder(make)


swin_t = _swin(96, [2, 2, 6, 2], [3, 6, 12, 24], 7)
swin_s = _swin(96, [2, 2, 18, 2], [3, 6, 12, 24], 7)
swin_b = _swin(128, [2, 2, 18, 2], [4, 8, 16, 32], 7)
swin_v2_t = _swin(96, [2, 2, 6, 2], [3, 6, 12, 24], 8, SwinTransformerBlockV2, PatchMergingV2)
swin_v2_s = _swin(96, [2, 2, 18, 2], [3, 6, 12, 24], 8, SwinTransformerBlockV2, PatchMergingV2)
swin_v2_b = _swin(128, [2, 2, 18, 2], [4, 8, 16, 32], 8, SwinTransformerBlockV2, PatchMergingV2)
`;
