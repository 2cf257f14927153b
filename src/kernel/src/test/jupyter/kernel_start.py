"""Measures how long the kernel takes to be ready, and its first cell: kernel_start.py [STARTS]

Exits with 1 if any start fails, or if the medians are above 3 s and 1 s.
"""
import statistics
import sys
import time

from jupyter_client.manager import KernelManager


def start():
    began = time.monotonic()
    manager = KernelManager(kernel_name="faultslip")
    manager.start_kernel()
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=30)
        ready = time.monotonic()
        reply = client.execute_interactive("1 + 1", output_hook=lambda message: None, timeout=30, allow_stdin=False)
        assert reply["content"]["status"] == "ok", reply["content"]
        return ready - began, time.monotonic() - ready
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def main():
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    times, failures = [], 0
    for _ in range(starts):
        try:
            times.append(start())
        except Exception as failure:  # whatever it is, it is a start that failed
            failures += 1
            print(f"failed: {failure!r}", flush=True)
    ready, first = (statistics.median(column) for column in zip(*times)) if times else (float("inf"),) * 2
    print(f"{starts} starts, {failures} failed; ready after {ready:.2f} s, first cell after {first:.2f} s more (medians); "
          f"slowest {max(t[0] for t in times):.2f} and {max(t[1] for t in times):.2f} s" if times else "none started")
    sys.exit(failures > 0 or ready > 3 or first > 1)


if __name__ == "__main__":
    main()
