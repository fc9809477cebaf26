// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { EnginePreference, EngineStatus } from '../../pipeline/api/pipeline.ts';
import { button, clearPage, running, shownAt } from './testPage.tsx';

afterEach(clearPage);

const TROUBLE = 'The GPU failed three times. The GPU device was lost.';
const givenUp: EngineStatus = { engine: 'wasm', reason: TROUBLE, trouble: TROUBLE, detail: '' };

/** The settings, with this engine in use; what is chosen from then on is noted. */
async function settings(engine: EngineStatus, enginePreference: EnginePreference): Promise<EnginePreference[]> {
  const chosen: EnginePreference[] = [];
  const { snapshot } = await shownAt('#/', {
    chooseEngine: async (preference) => {
      chosen.push(preference);
    },
  });
  await act(async () => snapshot.set({ ...running, engine, enginePreference }));
  await act(async () => button('Settings').click());
  await expect.poll(() => document.querySelector('section[aria-label="Engine"]')).not.toBeNull();
  return chosen;
}

test.each(['auto', 'webgpu'] as const)('a GPU that was given up can be tried again: %s', async (preference) => {
  const chosen = await settings(givenUp, preference);
  await act(async () => button('Try the GPU again').click());
  expect(chosen).toEqual([preference]);
});

test('nobody is asked to try again who chose WebAssembly, who has no GPU, or for whom it is being tried', async () => {
  const { trouble: _, ...withoutTrouble } = givenUp;
  for (const [engine, preference] of [
    [givenUp, 'wasm'],
    [withoutTrouble, 'auto'],
    [{ ...givenUp, interim: true }, 'webgpu'],
    [{ ...givenUp, engine: 'webgpu' }, 'webgpu'],
  ] as const) {
    await settings(engine, preference);
    expect(() => button('Try the GPU again')).toThrow('got no button');
    clearPage();
  }
});
