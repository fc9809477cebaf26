import { afterEach, expect, test } from 'vitest';
import { PictureGone, UnreadablePhoto } from './errors.ts';
import { answerCalls, callsTo } from './remoteCalls.ts';

interface Options {
  readonly signal?: AbortSignal;
  readonly size?: number;
}

class Counter {
  #count = 0;

  async add(by: number, { size = 1 }: Options = {}): Promise<number> {
    this.#count += by * size;
    return this.#count;
  }

  async until(options?: Options): Promise<string> {
    const { signal } = options ?? {};
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  }

  async fail(error: Error): Promise<never> {
    throw error;
  }

  async unreadable(): Promise<never> {
    throw new UnreadablePhoto('It is cut short.');
  }

  async gone(): Promise<never> {
    throw new PictureGone('Drop it again.');
  }
}

let ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports) port.close();
  ports = [];
});

function remoteCounter() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  answerCalls<Counter>(new Counter(), port1);
  return callsTo<Counter, { readonly here: string }>(port2, { here: 'page' });
}

test('a verb is called by its name alone, with what it is given', async () => {
  const remote = remoteCounter();
  expect(await remote.add(2)).toBe(2);
  expect(await remote.add(3, { size: 2 })).toBe(8);
});

test('what the page has of its own is answered there', () => {
  expect(remoteCounter().here).toBe('page');
});

test('the remote side is no promise, so that it can be awaited', async () => {
  const remote = remoteCounter();
  expect(await remote).toBe(remote);
});

test('a signal stops the work on the other side, and nothing else', async () => {
  const remote = remoteCounter();
  const [first, second] = [new AbortController(), new AbortController()];
  const calls = [remote.until({ signal: first.signal }), remote.until({ signal: second.signal })];
  const settled = calls.map((call) => call.catch((error: Error) => error.name));
  first.abort();
  expect(await settled[0]).toBe('Cancelled');
  expect(await Promise.race([settled[1], remote.add(1)])).toBe(1);
  second.abort();
  expect(await settled[1]).toBe('Cancelled');
});

test('other options cross beside a signal', async () => {
  expect(await remoteCounter().add(2, { size: 5, signal: new AbortController().signal })).toBe(10);
});

test('a call whose signal is aborted already does not reach the other side', async () => {
  const remote = remoteCounter();
  await expect(remote.add(5, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'Cancelled' });
  expect(await remote.add(1)).toBe(1);
});

test('errors of every verb come back with their class', async () => {
  const remote = remoteCounter();
  await expect(remote.unreadable()).rejects.toBeInstanceOf(UnreadablePhoto);
  await expect(remote.unreadable()).rejects.toThrow('It is cut short.');
  await expect(remote.gone()).rejects.toBeInstanceOf(PictureGone);
  await expect(remote.fail(new RangeError('too far'))).rejects.toMatchObject({
    name: 'RangeError',
    message: 'too far',
  });
});

interface LaterCounter {
  reset(): Promise<void>;
}

test('a verb that nobody implements is refused by name', async () => {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  answerCalls<Counter>(new Counter(), port1);
  await expect(callsTo<LaterCounter>(port2).reset()).rejects.toThrow('answerCalls: got the verb reset');
});
