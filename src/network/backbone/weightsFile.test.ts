import { expect, test } from 'vitest';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { readWeightsFile } from './weightsFile.ts';

const bytesOf = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

test('safetensors is told by its bytes, whatever the file is called', () => {
  const tensors = new Map([['w', { shape: [2], values: Float32Array.of(1, 2) }]]);
  const file = writeSafetensors({ tensors, metadata: {} }, 'F32');
  expect(readWeightsFile('download (1)', file).tensors.get('w')?.values).toEqual(Float32Array.of(1, 2));
});

test.each([
  ['googlenet.pth', bytesOf(0x50, 0x4b, 3, 4), 'googlenet.pth is a PyTorch file, which may hold code'],
  ['old.pt', bytesOf(0x80, 2, 0x8a, 10), 'old.pt is a PyTorch file'],
  ['model.onnx', bytesOf(1, 2, 3), 'protobufFields'],
  ['bvlc_googlenet.caffemodel', bytesOf(10, 1, 97), 'not a Caffe model'],
  ['holiday.jpg', bytesOf(0xff, 0xd8, 0xff, 0xe0), 'holiday.jpg is not a file of weights'],
  ['empty', new ArrayBuffer(0), 'empty is not a file of weights'],
])('%s is refused with its reason', (name, buffer, reason) => {
  expect(() => readWeightsFile(name, buffer)).toThrow(reason);
});
