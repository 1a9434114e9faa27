"""Writes modules.json: rows of a model file, and what PyTorch makes of each. `python3 tests/beside/record.py` needs torch."""

import json
import os

import modules
import torch

C1, ALL, C12, N = "c1", "all", "c1 c2", "c1 c2 n"

# class, arguments of the row, shapes that it reads, repeats, and what the parser puts in front.
rows = [
    ["ConvAct", [64, 3, 2], [[1, 32, 40, 40]], 1, C12],
    ["ConvAct", [64, 3, 1, None, 1, 2], [[1, 32, 40, 40]], 1, C12],
    ["SE", [64], [[1, 64, 20, 20]], 1, ""],
    ["SE", [8], [[1, 64, 20, 20]], 1, C1],
    ["ECA", [], [[1, 64, 20, 20]], 1, C1],
    ["CoordAtt", [32], [[1, 32, 20, 24]], 1, C12],
    ["CoordAtt", [32, 32], [[1, 32, 20, 24]], 1, ""],
    ["Unit", [64, True], [[1, 64, 20, 20]], 1, C12],
    ["C2fLike", [64, True], [[1, 48, 20, 20]], 3, N],
    ["C2fLike", [64], [[1, 64, 20, 20]], 1, N],
    ["C2fAttentive", [64, True], [[1, 48, 20, 20]], 2, N],
    ["C3Like", [96, False], [[1, 48, 20, 20]], 2, N],
    ["GhostUnit", [48, 3, 2], [[1, 32, 40, 40]], 1, C12],
    ["BiFPNAdd", [64, 32], [[1, 64, 20, 20], [1, 64, 20, 20]], 1, ""],
    ["BiFPNConcat", [1], [[1, 64, 20, 20], [1, 32, 20, 20]], 1, ""],
    ["Fuse", [48], [[1, 64, 20, 20], [1, 32, 20, 20]], 1, ALL],
    ["RepUnit", [64], [[1, 64, 20, 20]], 1, C12],
    ["RepUnit", [128, 3, 2], [[1, 64, 20, 20]], 1, C12],
    ["SpaceToDepth", [], [[1, 16, 20, 20]], 1, ""],
    ["SPPLike", [64], [[1, 64, 20, 20]], 1, C12],
    ["SPPLike", [64, [3, 5]], [[1, 64, 20, 20]], 1, C12],
    ["Carafe", [32], [[1, 32, 10, 12]], 1, ""],
    ["MHSA", [64], [[1, 64, 8, 8]], 1, ""],
    ["LayerNormFirst", [64], [[1, 64, 8, 8]], 1, ""],
    ["NextBlock", [48], [[1, 48, 8, 8]], 1, ""],
    ["Partial", [64], [[1, 64, 8, 8]], 1, ""],
    ["Shuffle", [64], [[1, 64, 8, 8]], 1, ""],
    ["Inverted", [64, 2], [[1, 32, 16, 16]], 1, C12],
    ["Inverted", [32, 1, 1, False], [[1, 32, 16, 16]], 1, C12],
    ["StripPool", [64], [[1, 64, 16, 20]], 1, ""],
    ["Kernels", [32], [[1, 32, 16, 16]], 1, ""],
    ["Triplet", [], [[1, 32, 16, 16]], 1, ""],
    ["Triplet", [True], [[1, 32, 16, 16]], 1, ""],
    ["TransformerUnit", [64], [[1, 32, 8, 8]], 1, C12],
    ["SE", [16], [[1, 128, 8, 8]], 2, C1],
]


def arguments(args, shapes, repeats, front):
    channels = [shape[1] for shape in shapes]
    if front == C1:
        return [channels[0], *args]
    if front == ALL:
        return [channels, *args]
    if front == C12:
        return [channels[0], args[0], *args[1:]]
    return [channels[0], args[0], repeats, *args[1:]] if front == N else args


def recorded(name, args, shapes, repeats, front):
    made = arguments(args, shapes, repeats, front)
    copies = 1 if front == N else repeats
    model = torch.nn.Sequential(*(getattr(modules, name)(*made) for _ in range(copies))).eval()
    inputs = [torch.zeros(shape) for shape in shapes]
    macs = []

    def count(module, given, out):
        if isinstance(module, torch.nn.Linear):
            macs.append(out.numel() * module.in_features)
        elif hasattr(module, "kernel_size") and hasattr(module, "groups"):
            macs.append(out.numel() * module.weight[0].numel())

    for module in model.modules():
        module.register_forward_hook(count)
    with torch.no_grad():
        output = model(inputs[0] if len(inputs) == 1 else inputs)
    return {
        "row": [name, args, shapes, repeats],
        "parameters": sum(one.numel() for one in model.parameters()),
        "shape": list(output.shape),
        "macs": sum(macs),
    }


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "modules.json"), "w") as file:
        lines = [json.dumps(recorded(*row)) for row in rows]
        file.write("[\n  " + ",\n  ".join(lines) + "\n]\n")
