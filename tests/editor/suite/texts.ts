// The documents of the suite. The foreign ones are the files of the workspace, which a person opens too.
import deployment from "../workspace/deployment.yaml";
import services from "../workspace/services.yaml";
import workflow from "../workspace/workflow.yaml";
import wrong from "../workspace/wrong.cnn.yaml";

export const foreign: readonly string[] = [services, deployment, workflow];
export { wrong };

export const deck = `input: [1, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kernel_size: 3, bias: false }
    name: stem
  - ReLU
  - Conv2d: { out_channels: 32, kernel_size: 3, bias: false }
  - ReLU
  - Flatten
  - Linear: { out_features: 10, bias: false }
`;

/** As it is while somebody types: the bracket is still open. */
export const unfinished = `input: [1, 32, 32]
layers:
  - Conv2d: { out_channels: 16, kern
`;

export const blocks = `input: [3, 32, 32]
layers:
  - Conv2d: { out_channels: 8, kernel_size: 3 }
    name: stem
  - Stage: { channels: 8 }
  - Add:
    from: [stem, -1]
  - Stage: { channels: 16 }

blocks:
  Stage:
    params: { channels: null }
    layers:
      - Conv2d: { out_channels: $channels, kernel_size: 3, padding: 1 }
      - ReLU
`;

export const detector = `nc: 2
scales: { n: [0.5, 0.25, 512], s: [0.5, 0.5, 512] }
backbone:
  - [-1, 1, Conv, [64, 3, 2]]
  - [-1, 1, Conv, [128, 3, 2]]
head:
  - [[0, 1], 1, Detect, [nc]]
`;
