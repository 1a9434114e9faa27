/** Kinds of figures that do not come out yet, by the valid file; what comes out must be struck off here. */
export const open: { readonly [file: string]: readonly string[] } = {
  // PyTorch runs an encoder in one piece there, so that what was recorded leaves its multiplications out.
  "41-vit-tiny.py": ["macs"],
  // It was recorded with [1, 28, 28], and says [784] itself; a module of the file that calls functions only is no layer.
  "43-lambda-and-try.py": ["input", "leaves"],
};

/** What is told of a broken file, and where, next to the line that was found to be wrong. */
export const told: { readonly [file: string]: string } = {
  "01-lenet-cifar-fc.py": "stated-size where it is wrong",
  "03-alexnet-small-input.py": "stated-size where it is wrong",
  "05-rgb-model-gray-input.py": "stated-size where it is wrong",
  "07-kernel-larger-than-input.py": "kernel-fits-input where it is wrong",
  "09-residual-channel-mismatch.py": "shapes-broadcast where it is wrong",
  "11-unet-odd-size-cat.py": "concat-sizes-agree where it is wrong",
  "13-inception-branch-spatial.py": "concat-sizes-agree where it is wrong",
  "15-depthwise-groups.py": "groups-divide-channels where it is wrong",
  // Only the loss compares the images of its two inputs.
  "17-view-silently-changes-batch.py": "batch-changed where it is wrong",
  "19-flatten-start-dim-zero.py": "stated-size where it is wrong",
  "21-gap-missing.py": "stated-size where it is wrong",
  "23-batchnorm-unbatched-input.py": "wrong-rank where it is wrong",
  "25-modulelist-called.py": "module-without-forward where it is wrong",
  "27-python-list-of-layers.py": "unregistered-layers where it is wrong",
  "29-pool-padding-too-big.py": "padding-at-most-half where it is wrong",
  "31-pixelshuffle-channels.py": "square-divides-channels where it is wrong",
  "33-loop-channels-not-updated.py": "stated-size where it is wrong",
  "35-conv1d-on-images.py": "wrong-rank where it is wrong",
  "37-transfer-head-in-features.py": "stated-size where it is wrong",
  "39-aspp-dilation-padding.py": "concat-sizes-agree where it is wrong",
  "41-forward-missing-return.py": "forward-without-result where it is wrong",
  "43-upsample-skip-add.py": "shapes-broadcast where it is wrong",
  "45-arg-count-forward.py": "wrong-call where it is wrong",
};

/** Sizes of images that are taken where the record has others, which was made without running the operators. */
export const otherwise: { readonly [file: string]: readonly (readonly [number, number])[] } = {
  // PyTorch refuses a window of 4 on 1 to 3 values when it runs it, and not when it only counts.
  "41-vit-tiny.py": [[32, 35]],
  // It says itself that it reads vectors of 784 numbers, of which it makes images.
  "43-lambda-and-try.py": [],
};
