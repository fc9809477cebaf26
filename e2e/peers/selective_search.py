#!/usr/bin/env python3
"""The proposals' peer: OpenCV's selective search, recall at equal counts and time on the same photos.

Not a dependency of the product. Needs Debian's python3-opencv (cv2.ximgproc.segmentation) and runs as
    python3 e2e/peers/selective_search.py DATA [--mode fast|quality] [--limit N] [--json FILE]
with DATA in the format of shared/data/voc07. Photos, order and measures are those of `npm run proposals -- --evaluate`:
role `query`, `limit` spread evenly, non-difficult objects, means over objects. One thread.
With --times DATA is any folder of images, and the CPU milliseconds of each are printed as JSON (for `npm run bench`).
"""
import argparse
import json
import statistics
import time
from pathlib import Path

import cv2
import numpy as np

COUNTS = (100, 500, 1000)


def chosen(data, limit):
    photos = [photo for photo in json.loads((data / "annotations.json").read_text()) if photo["role"] == "query"]
    step = max(1.0, len(photos) / limit)
    return [photos[int(i * step)] for i in range(min(len(photos), limit))]


def objects(photo):
    boxes = [b for b in photo["boxes"] if not b.get("difficult")]
    return np.array([[b["x"], b["y"], b["x"] + b["w"], b["y"] + b["h"]] for b in boxes], float).reshape(-1, 4)


def best_overlaps(wanted, boxes):
    """Largest IoU of each object with any box. (M, 4), (N, 4) -> (M,)"""
    if len(boxes) == 0:
        return np.zeros(len(wanted))
    width = np.minimum(wanted[:, None, 2], boxes[None, :, 2]) - np.maximum(wanted[:, None, 0], boxes[None, :, 0])
    height = np.minimum(wanted[:, None, 3], boxes[None, :, 3]) - np.maximum(wanted[:, None, 1], boxes[None, :, 1])
    both = np.maximum(width, 0) * np.maximum(height, 0)
    area = lambda b: (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    return (both / (area(wanted)[:, None] + area(boxes)[None, :] - both)).max(axis=1)


def cpu_milliseconds(search, path):
    image = cv2.imread(str(path))
    start = time.process_time()
    search.setBaseImage(image)
    search.switchToSelectiveSearchFast()
    search.process()
    return (time.process_time() - start) * 1000


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--mode", choices=("fast", "quality"), default="fast")
    parser.add_argument("--limit", type=int, default=10**9)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--times", action="store_true")
    options = parser.parse_args()
    if not hasattr(cv2, "ximgproc"):
        raise SystemExit("selective_search.py: this OpenCV has no ximgproc module; Debian's python3-opencv has it")
    cv2.setNumThreads(1)
    search = cv2.ximgproc.segmentation.createSelectiveSearchSegmentation()
    if options.times:
        print(json.dumps([cpu_milliseconds(search, path) for path in sorted(options.data.iterdir())]))
        return
    best = {count: [] for count in (*COUNTS, None)}
    times, found = [], []
    for photo in chosen(options.data, options.limit):
        image = cv2.imread(str(options.data / photo["file"]))
        start = time.perf_counter()
        search.setBaseImage(image)
        if options.mode == "fast":
            search.switchToSelectiveSearchFast()
        else:
            search.switchToSelectiveSearchQuality()
        rects = np.array(search.process(), float).reshape(-1, 4)
        times.append((time.perf_counter() - start) * 1000)
        boxes = np.concatenate([rects[:, :2], rects[:, :2] + rects[:, 2:]], axis=1)
        found.append(len(boxes))
        for count in best:
            best[count].extend(best_overlaps(objects(photo), boxes[:count]))
    rows = {}
    print(f"selective search ({options.mode}), {len(times)} photos, {len(best[100])} objects, {np.mean(found):.0f} boxes a photo, "
          f"median {statistics.median(times):.0f} ms, fastest {min(times):.0f} ms, one thread")
    for count, values in best.items():
        v = np.array(values)
        row = {"recall50": (v >= 0.5).mean(), "recall70": (v >= 0.7).mean(), "recall80": (v >= 0.8).mean(),
               "abo": v.mean(), "ar": np.maximum(0, 2 * v - 1).mean()}
        rows[str(count or "all")] = {name: round(float(value), 4) for name, value in row.items()}
        print(f"{str(count or 'all'):>5}  " + "  ".join(f"{name} {value:.3f}" for name, value in row.items()))
    if options.json:
        options.json.write_text(json.dumps({"mode": options.mode, "photos": len(times), "medianMs": statistics.median(times), "rows": rows}))


if __name__ == "__main__":
    main()
