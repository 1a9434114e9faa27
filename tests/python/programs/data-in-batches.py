import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split


class Squares(Dataset):
    def __len__(self):
        return 12

    def __getitem__(self, index):
        return torch.zeros(3, 8, 8), index % 4


class Net(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.conv = nn.Conv2d(3, 5, 3, padding=1)
        self.fc = nn.Linear(features, 4)  # stated-size is wrong

    def forward(self, x):
        return self.fc(self.conv(x).flatten(1))


whole = TensorDataset(torch.randn(10, 3, 8, 8), torch.randint(0, 4, (10,)))
train, rest = random_split(whole, [8, 2])
right = Net(5 * 8 * 8)
for images, labels in DataLoader(train, batch_size=4, shuffle=True):
    loss = nn.CrossEntropyLoss()(right(images), labels)
for images, labels in DataLoader(Squares(), batch_size=6, drop_last=True):
    loss = nn.CrossEntropyLoss()(right(images), labels)
wrong = Net(5 * 4 * 4)
for images, _ in DataLoader(rest, batch_size=2):
    wrong(images)
