/** Data that is handed out in batches, of which the first stands for all. */
export const data = `
import math
import torch
from sys import argv as unknown


class TensorDataset:
    def __init__(self, *tensors):
        self.tensors = tensors

    def __getitem__(self, index):
        return tuple(tensor[index] for tensor in self.tensors)

    def __len__(self):
        return self.tensors[0].size(0)


class Subset:
    def __init__(self, dataset, indices):
        self.dataset, self.indices = dataset, indices

    def __getitem__(self, index):
        return self.dataset[self.indices[index]]

    def __len__(self):
        return len(self.indices)


def random_split(dataset, lengths, generator=None):
    counts = [count if isinstance(count, int) else max(1, int(count * len(dataset))) for count in lengths]
    return [Subset(dataset, range(count)) for count in counts]


def default_collate(one, count):
    if isinstance(one, torch.Tensor):
        return one.unsqueeze(0).repeat(count, *[1] * one.dim())
    if isinstance(one, (tuple, list)):
        return [default_collate(part, count) for part in one]
    if isinstance(one, dict):
        return {name: default_collate(part, count) for name, part in one.items()}
    if isinstance(one, int):
        return torch.zeros(count).long()
    return torch.zeros(count) if isinstance(one, float) else unknown


class DataLoader:
    def __init__(self, dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0,
                 collate_fn=None, pin_memory=False, drop_last=False, **settings):
        self.dataset, self.batch_size, self.drop_last = dataset, batch_size, drop_last
        self.special = sampler or batch_sampler or collate_fn or batch_size is None

    def __len__(self):
        if self.special:
            return unknown
        batches = len(self.dataset) / self.batch_size
        return math.floor(batches) if self.drop_last else math.ceil(batches)

    def __iter__(self):
        if self.special or not len(self.dataset):
            return unknown
        return iter([default_collate(self.dataset[0], min(self.batch_size, len(self.dataset)))])
`;

/** What a program computes by itself, forwards and backwards. */
export const autograd = `
from sys import argv as context


class Function:
    @classmethod
    def apply(cls, *given):
        return cls.forward(context, *given)
`;
