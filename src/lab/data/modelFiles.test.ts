import { expect, test } from 'vitest';
import { modelFiles } from './modelFiles.ts';

test('a file that is there is read, and of one that is not it is said how it comes about', async () => {
  const load = modelFiles('public/models');
  expect((await load('ssd-mobilenetv2.safetensors')).byteLength).toBeGreaterThan(3e6);
  const empty = modelFiles('src/lab/data');
  await expect(empty('googlenet.safetensors')).rejects.toThrow(
    'googlenet.safetensors is not there. Bring its weights: npm run backbone:import -- FILE',
  );
  await expect(empty('heads-voc20.safetensors')).rejects.toThrow('Train them: npm run train');
  await expect(empty('nanodet-g.safetensors')).rejects.toThrow('Make it: npm run backbone:convert');
});
