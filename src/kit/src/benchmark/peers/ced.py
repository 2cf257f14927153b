"""The encoder-decoder in PyTorch, its images in the layout named: "contiguous" or "channels-last". Prints its version; then,
for each line read, the seconds of CPU time that so much of a work takes: "train", "infer" or "day" and a number of steps, of
batches of 64 windows, or of samples of a recording that is predicted."""
import sys
import time

try:
    import numpy
    import torch
    from torch import nn
except ImportError:
    sys.exit(3)

torch.manual_seed(0)
torch.set_num_threads(1)
LAYOUT = torch.channels_last if sys.argv[1] == "channels-last" else torch.contiguous_format
FILTERS = [8, 16, 32, 48]
BATCH = 16
AVERAGING = 0.98
SCALES = 32
WIDTH = 64
# Of a prediction: samples from a window to the next, transformed at once, and in reach of the largest wavelet.
STEP = 32
PART = 1 << 17
REACH = 1087


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


network = Ced().to(memory_format=LAYOUT)
parameters = list(network.parameters())
average = [p.detach().clone() for p in parameters]
adam = torch.optim.Adam(parameters, 1e-3, foreach=True)
images = torch.randn(BATCH, 1, SCALES, WIDTH).to(memory_format=LAYOUT)
targets = torch.randn(BATCH, 1, SCALES, WIDTH)
many = torch.randn(64, 1, SCALES, WIDTH).to(memory_format=LAYOUT)


def train(steps):
    for _ in range(steps):
        adam.zero_grad()
        outputs = network(images, True)
        loss = ((outputs[-1] - targets) ** 2).mean()
        for i, output in enumerate(outputs[:-1]):
            loss = loss + 0.3 * ((output - nn.functional.avg_pool2d(targets, 2 ** (3 - i))) ** 2).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1)
        adam.step()
        with torch.no_grad():
            torch._foreach_mul_(average, AVERAGING)
            torch._foreach_add_(average, parameters, alpha=1 - AVERAGING)


def infer(batches):
    with torch.no_grad():
        for _ in range(batches):
            network(many, False)


def day(length):
    """As the kit predicts: in parts, by windows that are views of the scalogram, their series averaged."""
    from wavelet import Transform
    signal = numpy.random.default_rng(1).standard_normal(length)
    part = min(length, PART)
    transform = Transform(part, SCALES)
    sums, squares, counts = (numpy.zeros(length) for _ in range(3))
    starts = numpy.arange(0, length - WIDTH + 1, STEP)
    first = 0
    while first < len(starts):
        begin = max(0, min(starts[first] - REACH, length - part))
        inside = begin + part - REACH if begin + part < length else length
        end = numpy.searchsorted(starts, inside - WIDTH, side="right")
        scalogram = torch.from_numpy(transform.forward(signal[begin:begin + part]).astype(numpy.float32))
        windows = scalogram.unfold(1, WIDTH, 1).transpose(0, 1)
        for low in range(first, end, 64):
            chosen = starts[low:min(low + 64, end)]
            with torch.no_grad():
                said = network(windows[chosen - begin][:, None].contiguous(memory_format=LAYOUT), False)[-1]
            series = numpy.tensordot(transform.weights, said[:, 0].numpy(), (0, 1))
            for start, window in zip(chosen, series):
                sums[start:start + WIDTH] += window
                squares[start:start + WIDTH] += window ** 2
                counts[start:start + WIDTH] += 1
        first = end
    with numpy.errstate(all="ignore"):
        mean = sums / counts
        return mean, numpy.sqrt(numpy.maximum(0, squares / counts - mean ** 2))


WORKS = {"train": train, "infer": infer, "day": day}

print("PyTorch", torch.__version__, flush=True)
for line in sys.stdin:
    work, count = line.split()
    start = time.process_time()
    WORKS[work](int(count))
    print(time.process_time() - start, flush=True)
