import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Remembered } from './remembered.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Answers that are given by hand, and what was asked for and stopped. */
function scene(most = 2) {
  const remembered = new Remembered<string>(most);
  const begun: string[] = [];
  const stopped: string[] = [];
  const answers = new Map<string, (outcome: string | Error) => void>();
  const ask = (key: string, signal: AbortSignal = new AbortController().signal) =>
    remembered.get(
      key,
      (ownSignal) => {
        begun.push(key);
        ownSignal.addEventListener('abort', () => stopped.push(key));
        return new Promise((resolve, reject) => {
          answers.set(key, (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)));
        });
      },
      signal,
    );
  const answer = (key: string, outcome: string | Error = `answer ${key}`) => answers.get(key)?.(outcome);
  return { ask, answer, begun, stopped };
}

test('what is asked for twice is computed once, at the same time or later', async () => {
  const { ask, answer, begun } = scene();
  const both = [ask('a'), ask('a')];
  answer('a');
  expect(await Promise.all(both)).toEqual(['answer a', 'answer a']);
  expect(await ask('a')).toBe('answer a');
  expect(begun).toEqual(['a']);
});

test('who withdraws a question and asks it again at once gets the answer that was being computed', async () => {
  const { ask, answer, begun, stopped } = scene();
  let last: Promise<string> | undefined;
  // Twenty photos arrive while one object is analysed: each withdraws the question and asks it anew.
  for (let photo = 0; photo < 20; photo++) {
    const controller = new AbortController();
    last = ask('a', controller.signal);
    await vi.advanceTimersByTimeAsync(100);
    if (photo < 19) {
      last.catch(() => {});
      controller.abort();
    }
    await vi.advanceTimersByTimeAsync(100);
  }
  answer('a');
  expect(await last).toBe('answer a');
  expect([begun, stopped]).toEqual([['a'], []]);
});

test('a question that nobody waits for any more is stopped, and computed from the start when it is asked again', async () => {
  const { ask, answer, begun, stopped } = scene();
  const controller = new AbortController();
  const asked = ask('a', controller.signal);
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: 'Cancelled' });
  await vi.runAllTimersAsync();
  expect(stopped).toEqual(['a']);
  const again = ask('a');
  answer('a');
  expect(await again).toBe('answer a');
  expect(begun).toEqual(['a', 'a']);
});

test('as long as one still waits, another one that withdraws stops nothing', async () => {
  const { ask, answer, stopped } = scene();
  const controller = new AbortController();
  const [withdrawn, waiting] = [ask('a', controller.signal), ask('a')];
  controller.abort();
  await expect(withdrawn).rejects.toMatchObject({ name: 'Cancelled' });
  await vi.runAllTimersAsync();
  answer('a');
  expect(await waiting).toBe('answer a');
  expect(stopped).toEqual([]);
});

test('a failure is told to all who wait and not remembered', async () => {
  const { ask, answer, begun } = scene();
  const both = Promise.allSettled([ask('a'), ask('a')]);
  answer('a', new Error('cut short'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = ask('a');
  answer('a');
  expect(await again).toBe('answer a');
  expect(begun).toEqual(['a', 'a']);
});

test('the answers that were asked for last are the ones that are remembered', async () => {
  const { ask, answer, begun } = scene(2);
  const get = async (key: string): Promise<void> => {
    const asked = ask(key);
    answer(key);
    await asked;
  };
  for (const key of ['a', 'b', 'a', 'c']) await get(key);
  expect(begun).toEqual(['a', 'b', 'c']);
  await get('a');
  expect(begun).toEqual(['a', 'b', 'c']);
  await get('b');
  expect(begun).toEqual(['a', 'b', 'c', 'b']);
});
