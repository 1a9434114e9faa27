# entry: Tagger(50, 9)
# inputs: [[3, 12]]
import torch
import torch.nn as nn


class Tagger(nn.Module):
    def __init__(self, words, tags, dim=24, hidden=20):
        super().__init__()
        self.words = nn.Embedding(words, dim)
        self.conv = nn.Conv1d(dim, 32, kernel_size=3, padding=1)
        self.lstm = nn.LSTM(32, hidden, num_layers=2, batch_first=True, bidirectional=True)
        self.drop = nn.Dropout(0.3)
        self.tags = nn.Linear(2 * hidden, tags)

    def forward(self, x):
        x = self.words(x)
        x = torch.relu(self.conv(x.permute(0, 2, 1)))
        x, (h, c) = self.lstm(x.permute(0, 2, 1))
        return self.tags(self.drop(x))


tagger = Tagger(50, 9)
scores = tagger(torch.randint(0, 50, (3, 12)))
print(scores.shape)
