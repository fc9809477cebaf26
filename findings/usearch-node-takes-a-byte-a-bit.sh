#!/usr/bin/env bash
# usearch 2.26.2 for Node: an index with quantization 'b1' does not take packed bits.
#
# In Python and C++ binary codes are added as packed bytes, eight bits each (numpy.packbits). The Node binding reads a Uint8Array as numbers,
# one a dimension, and packs them itself: 0 becomes 0, anything else 1. So 8 packed bytes for 64 dimensions are refused for their length, and
# who therefore says "8 dimensions" gets an index that works on 8 bits a code and says nothing: here two codes that differ in 56 bits are 0
# apart. What works is 64 dimensions and 64 bytes of 0 or 1 a code.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund usearch@2.26.2 >/dev/null 2>&1
cat > look.cjs <<'JS'
const { Index } = require('usearch');
const codes = [Uint8Array.from({ length: 8 }, () => 0b1), Uint8Array.from({ length: 8 }, () => 0b11111111)];
const unpacked = (code) => Uint8Array.from({ length: 64 }, (_, bit) => (code[bit >> 3] >> (bit & 7)) & 1);
function distances(dimensions, vectors) {
  const index = new Index({ dimensions, metric: 'hamming', quantization: 'b1' });
  try {
    index.add([0n, 1n], Uint8Array.from(vectors.flatMap((vector) => [...vector])));
    return [...index.search(vectors[0], 2).distances].join(' and ');
  } catch (error) {
    return error.message;
  }
}
console.log('packed, 64 dimensions:', distances(64, codes));
console.log('packed, 8 dimensions:', distances(8, codes));
console.log('a byte a bit, 64 dimensions:', distances(64, codes.map(unpacked)));
JS
seen=$(node look.cjs)
echo "$seen"
[ "$seen" = "packed, 64 dimensions: The size of the flattened vectors must be a multiple of the dimension of the vectors.
packed, 8 dimensions: 0 and 0
a byte a bit, 64 dimensions: 0 and 56" ] || { echo 'usearch now behaves otherwise'; exit 1; }
