import { expect, test } from 'vitest';
import { betweenStages } from './betweenStages.ts';

test('an abort that is posted while a stage computes stops the work before the next stage', async () => {
  const controller = new AbortController();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => controller.abort(new Error('stopped'));
  port2.postMessage(null);
  let stages = 1;
  const work = betweenStages(controller.signal).then(() => stages++);
  await expect(work).rejects.toThrow('stopped');
  expect(stages).toBe(1);
  port1.close();
});

test('work that nobody stops goes on', async () => {
  await betweenStages(new AbortController().signal);
  await betweenStages(undefined);
});
