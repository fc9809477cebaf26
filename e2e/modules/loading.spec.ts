import { expect } from '@playwright/test';
import { test } from '../harness/modules.ts';

test('a model file whose answer breaks off is asked for once more; when that fails too, its name is said', async ({
  modules,
}) => {
  let requests = 0;
  await modules.route('**/models/proposals.safetensors', (route) =>
    ++requests === 1 ? route.abort('failed') : route.continue(),
  );
  await modules.route('**/models/gone.safetensors', (route) => route.abort('failed'));
  const seen = await modules.evaluate(async () => {
    const { loadModelFile } = await import('../../src/pipeline/analyser/loadModelFile.ts');
    const bytes = (await loadModelFile('proposals.safetensors')).byteLength;
    const message = (name: string): Promise<string> =>
      loadModelFile(name).then(
        () => 'loaded',
        (error: Error) => error.message,
      );
    return { bytes, gone: await message('gone.safetensors'), unknown: await message('nobody.safetensors') };
  });
  expect(requests).toBe(2);
  expect(seen.bytes).toBeGreaterThan(1000);
  expect(seen.gone).toBe(
    "The model file gone.safetensors could not be loaded. Is the page's own server still running?",
  );
  expect(seen.unknown).toContain('The model file nobody.safetensors is not on the server');
});
