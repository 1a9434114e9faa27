"""Runs programs that come line by line as JSON, and says of each what PyTorch makes of it: its first error with the
line that raises it, or the shapes and parameters of its model. No more than a judge for scripts/mutants.mjs."""
import io
import json
import re
import resource
import signal
import sys
import warnings
from contextlib import redirect_stderr, redirect_stdout

import torch
import torch.nn as nn

warnings.filterwarnings("ignore")
torch.set_num_threads(1)
SECONDS = 20
resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
TRIAL = re.compile(r"^_?(test|main|demo|run|example|check|debug)", re.I)


class TooLong(BaseException):
    pass


def ring(*_):
    raise TooLong()


signal.signal(signal.SIGALRM, ring)


def shape(value):
    if isinstance(value, torch.Tensor):
        return list(value.shape)
    if isinstance(value, (list, tuple)):
        return [shape(one) for one in value]
    return None


class Watch:
    """Notes the outermost calls of modules."""

    def __init__(self):
        self.depth = 0
        self.seen = []
        self.called = nn.Module.__call__

    def __enter__(self):
        watch = self

        def call(module, *args, **named):
            watch.depth += 1
            try:
                out = watch.called(module, *args, **named)
            finally:
                watch.depth -= 1
            if watch.depth == 0 and len(watch.seen) < 4:
                given = [list(one.shape) for one in args if isinstance(one, torch.Tensor)]
                watch.seen.append([given, shape(out), sum(one.numel() for one in module.parameters())])
            return out

        nn.Module.__call__ = call
        return self

    def __exit__(self, *_):
        nn.Module.__call__ = self.called


def raised(error, text):
    """The line of the program that was running, and what was wrong."""
    line = None
    at = error.__traceback__
    while at:
        if at.tb_frame.f_code.co_filename == "net.py":
            line = at.tb_lineno
        at = at.tb_next
    if isinstance(error, SyntaxError):
        line = error.lineno
    return {"error": type(error).__name__, "line": line, "message": str(error)[:200]}


def inputs(shapes, text):
    if "Embedding" in text and all(len(one) == 2 for one in shapes):
        return [torch.zeros(one, dtype=torch.long) for one in shapes]
    return [torch.randn(one) for one in shapes]


def judged(text, entry, shapes):
    names = {"__name__": "__main__", "__file__": "net.py"}
    torch.manual_seed(0)
    with Watch() as watch:
        code = compile(text, "net.py", "exec")
        exec(code, names)
        for name, value in list(names.items()):
            if TRIAL.match(name) and callable(value) and getattr(value, "__code__", None) and f"{name}()" not in re.sub(r"def \w+", "", text):
                if value.__code__.co_argcount - len(value.__defaults__ or ()) == 0:
                    value()
    result = {"calls": watch.seen}
    model = eval(compile(entry, "entry", "eval"), names)
    result["params"] = sum(one.numel() for one in model.parameters())
    model.eval()
    with torch.no_grad():
        result["output"] = shape(model(*inputs(shapes, text)))
        model.train()
        try:
            model(*inputs(shapes, text))
        except ValueError as error:
            if "more than 1 value per channel" not in str(error):
                raise
    return result


for line in sys.stdin:
    asked = json.loads(line)
    quiet = io.StringIO()
    signal.alarm(SECONDS)
    try:
        with redirect_stdout(quiet), redirect_stderr(quiet):
            told = judged(asked["text"], asked["entry"], asked["inputs"])
    except TooLong:
        told = {"error": "TooLong", "line": None}
    except SystemExit:
        told = {"error": "SystemExit", "line": None}
    except BaseException as error:
        told = raised(error, asked["text"])
    signal.alarm(0)
    print(json.dumps({"id": asked["id"], **told}), flush=True)
