#!/usr/bin/env bash
# @tensorflow/tfjs-backend-wasm 4.22.0 (XNNPACK) does not carry NaN through a network.
#
# conv2d and avgPool of a NaN give −Infinity, relu6 and clipByValue the lower bound, a convolution with a fused ReLU gives 0. The CPU backend
# gives NaN in each of these. maxPool of nothing but NaN gives −Infinity on both. So one damaged weight or pixel ends as a
# plausible number, and a test for NaN at the network's output finds nothing: inputs and weights have to be checked instead.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 >/dev/null
cat > look.cjs <<'JS'
const tf = require('@tensorflow/tfjs-core');
require('@tensorflow/tfjs-backend-cpu');
require('@tensorflow/tfjs-backend-wasm');
const first = (tensor) => String(tensor.dataSync()[0]);
(async () => {
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    await tf.ready();
    const map = tf.tensor4d([NaN, 1, 1, 1], [1, 2, 2, 1]);
    const one = tf.tensor4d([1], [1, 1, 1, 1]);
    console.log([
      backend,
      `conv2d ${first(tf.conv2d(map, one, 1, 'valid'))}`,
      `with relu ${first(tf.fused.conv2d({ x: map, filter: one, strides: 1, pad: 'valid', activation: 'relu' }))}`,
      `avgPool ${first(tf.avgPool(map, 2, 2, 'valid'))}`,
      `relu6 ${first(tf.relu6(map))}`,
      `clipByValue ${first(tf.clipByValue(map, 0, 1))}`,
      `maxPool of NaN alone ${first(tf.maxPool(tf.fill([1, 2, 2, 1], NaN), 2, 2, 'valid'))}`,
    ].join(' · '));
  }
})();
JS
seen=$(node look.cjs 2>/dev/null | grep -E '^(cpu|wasm)')
echo "$seen"
[ "$seen" = "cpu · conv2d NaN · with relu NaN · avgPool NaN · relu6 NaN · clipByValue NaN · maxPool of NaN alone -Infinity
wasm · conv2d -Infinity · with relu 0 · avgPool -Infinity · relu6 0 · clipByValue 0 · maxPool of NaN alone -Infinity" ] || { echo 'tfjs now behaves otherwise'; exit 1; }
