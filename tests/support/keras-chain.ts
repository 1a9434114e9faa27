/** A chain of Keras' layers, one of them named, one with an activation of its own. */
export const kerasChain = `framework: keras
input: [32, 32, 3]
layers:
  - Conv2D: { filters: 16, kernel_size: 3 }
  - BatchNormalization
  - ReLU
  - Conv2D: { filters: 8, kernel_size: 3, strides: 2 }
    name: features
  - Conv2D: { filters: 8, kernel_size: 1, activation: relu }
  - Flatten
  - Dense: { units: 10 }
`;
