# entry: Encoder()
# inputs: [[4, 1, 28, 28]]
import torch
import torch.nn as nn


class Encoder(nn.Module):
    def __init__(self, latent=16):
        super(Encoder, self).__init__()
        self.down = nn.Sequential(
            nn.Conv2d(1, 8, 4, 2, 1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(8, 16, 4, 2, 1),
            nn.LeakyReLU(0.2),
            nn.Flatten(),
        )
        self.mean = nn.Linear(16 * 7 * 7, latent)
        self.spread = nn.Linear(16 * 7 * 7, latent)
        self.grow = nn.Linear(latent, 16 * 7 * 7)
        self.up = nn.Sequential(
            nn.ConvTranspose2d(16, 8, 4, stride=2, padding=1),
            nn.ReLU(True),
            nn.ConvTranspose2d(8, 1, 4, stride=2, padding=1),
            nn.Sigmoid(),
        )

    def encode(self, x):
        h = self.down(x)
        return self.mean(h), self.spread(h)

    def sample(self, mean, spread):
        return mean + torch.exp(0.5 * spread) * torch.randn_like(spread)

    def decode(self, z):
        h = self.grow(z).view(-1, 16, 7, 7)
        return self.up(h)

    def forward(self, x):
        mean, spread = self.encode(x)
        return self.decode(self.sample(mean, spread))


def main():
    model = Encoder()
    images = torch.rand(4, 1, 28, 28)
    made = model(images)
    loss = nn.functional.mse_loss(made, images)
    print(made.shape, loss.item())


if __name__ == "__main__":
    main()
