/** An Ultralytics file of about `rows` rows: stages of a detector, over and over, with every kind of reference. */
export function bigYolo(rows: number, scales: number): string {
  const letters = ["n", "s", "m", "l", "x"].slice(0, scales);
  const sizes = ["0.33, 0.25, 1024", "0.33, 0.50, 1024", "0.67, 0.75, 768", "1.00, 1.00, 512", "1.00, 1.25, 512"];
  const lines = ["nc: 80", "scales:", ...letters.map((letter, i) => `  ${letter}: [${sizes[i]}]`), "backbone:"];
  lines.push("  - [-1, 1, Conv, [64, 3, 2]] # 0-P1/2");
  for (let row = 1; row < rows - 1; ) {
    const width = 64 * (1 + (row % 7));
    const stage = [
      `  - [-1, 1, Conv, [${width}, 3, 1]]`,
      `  - [-1, 3, C2f, [${width}, True]]`,
      `  - [[-1, ${row}], 1, Concat, [1]] # cat`,
      `  - [-1, 1, Conv, [${width}, 1, 1]]`,
      "  - [-1, 1, nn.Upsample, [None, 2, nearest]]",
      `  - [-1, 1, Conv, [${width}, 3, 2]]`,
      `  - [-1, 1, SPPF, [${width}, 5]]`,
    ].slice(0, rows - 1 - row);
    lines.push(...stage);
    row += stage.length;
  }
  lines.push("head:", `  - [[-1], 1, Detect, [nc]]`);
  return `${lines.join("\n")}\n`;
}

/** A native model of about `rows` rows in the long form. */
export function bigNative(rows: number): string {
  const lines = ["input: [3, 64, 64]", "layers:"];
  for (let row = 0; row < rows; row += 4) {
    lines.push(`  - Conv2d: { out_channels: ${16 + (row % 64)}, kernel_size: 3, padding: 1, bias: false }`);
    lines.push(`    name: conv${row}`, "  - BatchNorm2d", "  - ReLU", `  - Add:\n    from: [conv${row}, -1]`);
  }
  return `${lines.join("\n")}\n`;
}
