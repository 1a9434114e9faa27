/** Weights that are kept as lengths and directions. */
export const normed = `
import torch
from torch.nn import Parameter


def weight_norm(module, name="weight", dim=0):
    weight = getattr(module, name)
    sizes = [1] * weight.dim() if dim is not None else []
    if dim is not None:
        sizes[dim] = weight.size(dim)
    module.register_parameter(name + "_g", Parameter(torch.empty(sizes)))
    return module


def remove_weight_norm(module, name="weight"):
    del module.weight_g
    return module
`;

/** One number, or one for each axis. */
export const tuples = `
def _ntuple(n, name="parse"):
    def parse(x):
        return tuple(x) if isinstance(x, (tuple, list)) else (x,) * n
    return parse


_single = _ntuple(1)
_pair = _ntuple(2)
_triple = _ntuple(3)
_quadruple = _ntuple(4)
`;
