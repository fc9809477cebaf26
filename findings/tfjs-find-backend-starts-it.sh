#!/usr/bin/env bash
# @tensorflow/tfjs-core 4.22.0: findBackend(name) does not only look.
#
# For a backend that was registered with an asynchronous factory and has not been set yet (tfjs-backend-webgpu registers itself so),
# findBackend STARTS the factory and returns null, and setBackend afterwards starts it a second time. So the usual guard
# "if (findBackend('webgpu') !== null) removeBackend('webgpu')" requests two GPU devices and removes nothing: the registerBackend
# that follows it returns false and keeps the old factory. removeBackend without looking first is what works.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tensorflow/tfjs-core@4.22.0 >/dev/null
cat > look.cjs <<'JS'
const tf = require('@tensorflow/tfjs-core');
let starts = 0;
const never = new Promise(() => {});
const factory = async () => { starts += 1; return never; };
console.warn = () => {};
tf.registerBackend('slow', factory);
console.log('found:', tf.findBackend('slow'), '· factory started:', starts);
console.log('registered in its place:', tf.registerBackend('slow', () => ({ floatPrecision: () => 32 })));
tf.setBackend('slow');
console.log('factory started after setBackend:', starts);
tf.removeBackend('slow');
console.log('registered after removeBackend alone:', tf.registerBackend('slow', () => ({ floatPrecision: () => 32 })));
process.exit(0);
JS
seen=$(node look.cjs)
echo "$seen"
[ "$seen" = "found: null · factory started: 1
registered in its place: false
factory started after setBackend: 2
registered after removeBackend alone: true" ] || { echo 'tfjs-core now behaves otherwise'; exit 1; }
