/** A model whose bias does nothing, as somebody wrote it, and as a safe fix leaves it. */
const biased = (bias: string): string => `# kept
input: [3, 8, 8]
layers:
  - Conv2d:   { out_channels: 4, kernel_size: 3${bias} }   # as it was
  - BatchNorm2d
`;

export const [before, after] = [biased(""), biased(", bias: false")] as const;
