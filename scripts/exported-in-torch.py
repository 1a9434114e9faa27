"""Runs what `convlint export --to pytorch` writes in PyTorch itself, and records what it says of it.

    npm run build && python3 scripts/exported-in-torch.py examples/*.yaml examples/zoo/*.yaml

Neither the tests nor the program need PyTorch: they read `tests/program/in-torch.json`, which this writes.
"""

import json
import re
import subprocess
import sys

import torch

found = {}
for path in sys.argv[1:]:
    ran = subprocess.run(
        ["node", "dist/cli.js", "export", path, "--to", "pytorch"], capture_output=True, text=True
    )
    if ran.returncode:
        print(ran.stderr.strip())
        continue
    names = {"__name__": "program"}
    exec(compile(ran.stdout, path, "exec"), names)
    name, sizes = re.search(r"model = (\w+)\(\)\n.*\n    x = torch\.randn\((.*)\)", ran.stdout).groups()
    model = names[name]().eval()
    with torch.no_grad():
        output = model(torch.randn(*map(int, sizes.split(", "))))
    found[path] = {
        "torch": torch.__version__,
        "parameters": sum(one.numel() for one in model.parameters()),
        "output": list(output.shape)[1:],
    }
with open("tests/program/in-torch.json", "w") as file:
    file.write(json.dumps(found, indent=1) + "\n")
