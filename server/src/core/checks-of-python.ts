import { type Check, error, unfinished, warning } from "./check";

/** What is wrong with a program, whatever operators it calls. */
export const checksOfPython = {
  "batch-changed": error(
    "A loss is asked to compare results with targets of another number of images.",
    "PyTorch raises a ValueError. Mostly `view(-1, …)` has made several rows of each image.",
  ),
  "forward-without-result": unfinished(
    "The `forward` of a module returns nothing, and its result is used.",
    "A function without `return` gives None, which is no tensor.",
  ),
  "loss-sizes-agree": error(
    "A loss is asked to compare tensors of sizes that do not fit.",
    "PyTorch compares value with value, and refuses the call where a value has no partner.",
  ),
  "module-without-forward": unfinished(
    "A module is called that has no `forward`.",
    "`nn.ModuleList` and `nn.ModuleDict` only hold modules, which are called one by one.",
  ),
  "python-error": unfinished(
    "A line of Python raises an error whenever it runs.",
    "Nothing behind it is done, so that the model is never made or never called.",
  ),
  "super-not-initialised": unfinished(
    "A module gets layers before `super().__init__()` has run.",
    "Until then there is nothing that layers could be registered in, and PyTorch refuses them.",
  ),
  "unassigned-name": unfinished(
    "A name is read that has no value there.",
    "Python raises a NameError as soon as the line runs.",
  ),
  "unregistered-layers": warning(
    "Layers of a module stand in a plain list or dict.",
    "PyTorch does not know of them: they are not trained, not moved to the GPU and not saved.",
  ),
  "unknown-attribute": unfinished(
    "An object has no attribute of this name.",
    "Python raises an AttributeError as soon as the line runs.",
  ),
  "wrong-call": unfinished(
    "A function of the file is called with arguments that it does not take.",
    "Python raises a TypeError as soon as the line runs.",
  ),

  "module-refuses": error(
    "A class of the workspace refuses what a row gives it.",
    "Its code raises an error when an instance is made or run, so that the model cannot be built.",
  ),
} as const satisfies { readonly [id: string]: Check };
