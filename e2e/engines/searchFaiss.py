"""Reads an index file and searches it: FILE, QUERIES (hex, one a line), K, FLIPPED. Prints JSON: version, and places and distances for each query."""
import json
import sys

import faiss
import numpy

index = faiss.read_index_binary(sys.argv[1])
if index.__class__.__name__ == "IndexBinary":
    index = faiss.downcast_IndexBinary(index)
if sys.argv[4] != "-":
    index.nflip = int(sys.argv[4])
queries = numpy.array([list(bytes.fromhex(line)) for line in open(sys.argv[2]).read().split()], dtype="uint8")
distances, places = index.search(queries, int(sys.argv[3]))
print(json.dumps({
    "version": faiss.__version__,
    "kind": index.__class__.__name__,
    "total": index.ntotal,
    "places": places.tolist(),
    "distances": distances.tolist(),
}))
