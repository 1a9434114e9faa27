import torch
import torch.nn as nn

G = nn.Sequential(nn.ConvTranspose2d(64, 32, 4, 1, 0), nn.ReLU(), nn.ConvTranspose2d(32, 3, 4, 2, 1), nn.Tanh())
D = nn.Sequential(nn.Conv2d(1, 16, 4, 2, 1), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(16 * 4 * 4, 1))  # wrong
z = torch.randn(8, 64, 1, 1)
fake = G(z)
score = D(fake)
