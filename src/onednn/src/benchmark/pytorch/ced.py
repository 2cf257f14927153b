"""The encoder-decoder in PyTorch, channels last: for each line read, "train", "unsupervised" or "predict" and a number of
batches, prints the seconds of CPU time that they take."""
import sys
import time

import torch
from torch import nn

torch.manual_seed(0)
torch.set_num_threads(1)
FILTERS = [8, 16, 32, 48]
BATCH = 16
AVERAGING = 0.98


def block(inputs, between, outputs):
    return nn.Sequential(nn.Conv2d(inputs, between, 3, padding=1), nn.LeakyReLU(0.1),
                         nn.Conv2d(between, outputs, 3, padding=1), nn.LeakyReLU(0.1))


class Ced(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.ModuleList(block(a, b, b) for a, b in zip([1] + FILTERS, FILTERS))
        self.latent = block(48, 48, 48)
        upward = FILTERS[::-1]
        self.transposed = nn.ModuleList(nn.ConvTranspose2d(a, b, 2, stride=2) for a, b in zip([48] + upward, upward))
        self.up = nn.ModuleList(block(2 * a, a, a) for a in upward)
        self.heads = nn.ModuleList(nn.Conv2d(a, 1, 1) for a in upward)
        self.pool = nn.MaxPool2d(2)

    def forward(self, image, supervised):
        skips = []
        for down in self.down:
            image = down(image)
            skips.append(image)
            image = self.pool(image)
        image = self.latent(image)
        outputs = []
        for i, skip in enumerate(reversed(skips)):
            image = self.up[i](torch.cat([self.transposed[i](image), skip], 1))
            if supervised or i == len(skips) - 1:
                outputs.append(self.heads[i](image))
        return outputs


network = Ced().to(memory_format=torch.channels_last)
parameters = list(network.parameters())
average = [p.detach().clone() for p in parameters]
adam = torch.optim.Adam(parameters, 1e-3, foreach=True)
images = torch.randn(BATCH, 1, 32, 64).to(memory_format=torch.channels_last)
targets = torch.randn(BATCH, 1, 32, 64)
many = torch.randn(64, 1, 32, 64).to(memory_format=torch.channels_last)


def step(supervised):
    adam.zero_grad()
    outputs = network(images, supervised)
    loss = ((outputs[-1] - targets) ** 2).mean()
    for i, output in enumerate(outputs[:-1]):
        loss = loss + 0.3 * ((output - nn.functional.avg_pool2d(targets, 2 ** (3 - i))) ** 2).mean()
    loss.backward()
    trained = [p for p in parameters if p.grad is not None]
    torch.nn.utils.clip_grad_norm_(trained, 1)
    adam.step()
    with torch.no_grad():
        torch._foreach_mul_(average, AVERAGING)
        torch._foreach_add_(average, parameters, alpha=1 - AVERAGING)


def predict():
    with torch.no_grad():
        network(many, False)


print(sum(p.numel() for p in parameters), flush=True)
for line in sys.stdin:
    work, count = line.split()
    start = time.process_time()
    for _ in range(int(count)):
        if work == "predict":
            predict()
        else:
            step(work == "train")
    print(time.process_time() - start, flush=True)
