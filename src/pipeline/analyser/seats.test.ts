import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Seats } from './seats.ts';

interface Chair {
  readonly number: number;
  hasNetwork: boolean;
  keeps?: string;
}

function chairs(size: number): Seats<Chair> {
  let made = 0;
  return new Seats<Chair>(size, () => ({ number: made++, hasNetwork: false }));
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Seats of which the one with the number has a network, all of them free. */
async function withNetworkIn(size: number, number: number): Promise<Seats<Chair>> {
  const seats = chairs(size);
  const taken = await Promise.all(Array.from({ length: size }, () => seats.take(false)));
  taken[number]!.hasNetwork = true;
  for (const seat of taken) seats.giveBack(seat);
  return seats;
}

test.each([0, 1, 2])(
  'a photo goes to the seat that has its network, and any other task leaves it free (seat %i)',
  async (number) => {
    const forPhoto = await withNetworkIn(3, number);
    expect((await forPhoto.take(true)).number).toBe(number);
    const forOthers = await withNetworkIn(3, number);
    const others = [await forOthers.take(false), await forOthers.take(false)];
    expect(others.map((seat) => seat.number)).not.toContain(number);
    expect((await forOthers.take(true)).number).toBe(number);
  },
);

test('a task goes where something of its picture is kept, if that seat is free', async () => {
  const seats = chairs(3);
  const taken = await Promise.all([0, 1, 2].map(() => seats.take(true)));
  taken[1]!.keeps = 'picture';
  for (const seat of taken) seats.giveBack(seat);
  const first = await seats.take(true, { keepAs: 'picture' });
  expect(first.number).toBe(1);
  expect((await seats.take(true, { keepAs: 'picture' })).number).not.toBe(1);
  seats.giveBack(first);
  expect((await seats.take(true, { keepAs: 'picture' })).number).toBe(1);
});

test('where there is no choice, any seat will do', async () => {
  const seats = await withNetworkIn(2, 0);
  await seats.take(true);
  expect((await seats.take(true)).number).toBe(1);
  const one = await withNetworkIn(1, 0);
  expect((await one.take(false)).number).toBe(0);
});

test('who waits gets what fits best of all that is free then', async () => {
  const seats = chairs(2);
  const [first, second] = [await seats.take(true), await seats.take(false)];
  const photo = seats.take(true);
  second.hasNetwork = true;
  seats.giveBack(second);
  expect(await photo).toBe(second);
  seats.giveBack(first);
  expect(await seats.take(false)).toBe(first);
});

test('urgent tasks go before all others that wait, in the order in which they came', async () => {
  const seats = chairs(1);
  const order: string[] = [];
  const first = await seats.take(false);
  const ask = (name: string, urgent: boolean) =>
    seats.take(false, { urgent }).then((seat) => {
      order.push(name);
      seats.giveBack(seat);
    });
  const all = [ask('a', false), ask('urgent a', true), ask('b', false), ask('urgent b', true)];
  seats.giveBack(first);
  await Promise.all(all);
  expect(order).toEqual(['urgent a', 'urgent b', 'a', 'b']);
});

test('a task that is cancelled while it waits leaves the queue, and the seat goes to the next', async () => {
  const seats = chairs(1);
  const taken = await seats.take(false);
  const stop = new AbortController();
  const [cancelled, next] = [seats.take(false, { signal: stop.signal }), seats.take(false)];
  stop.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'Cancelled' });
  seats.giveBack(taken);
  expect(await next).toBe(taken);
  await expect(seats.take(false, { signal: stop.signal })).rejects.toMatchObject({ name: 'Cancelled' });
});

test('no seat is made before it is needed, but for `fill`, and none twice', async () => {
  let made = 0;
  const seats = new Seats<Chair>(3, () => ({ number: made++, hasNetwork: false }));
  seats.giveBack(await seats.take(false));
  await seats.take(true);
  expect(made).toBe(1);
  seats.fill();
  seats.fill();
  expect(made).toBe(3);
});

test('a larger size serves those who wait, and a smaller one none until enough are back', async () => {
  const seats = chairs(1);
  const order: string[] = [];
  const ask = (name: string) =>
    seats.take(false).then((seat) => {
      order.push(name);
      return seat;
    });
  const [a, b, c] = [ask('a'), ask('b'), ask('c')];
  await settled();
  expect(order).toEqual(['a']);
  seats.size = 2;
  await settled();
  expect(order).toEqual(['a', 'b']);
  seats.size = 1;
  seats.giveBack(await a);
  await settled();
  expect(order).toEqual(['a', 'b']);
  seats.giveBack(await b);
  await settled();
  expect(order).toEqual(['a', 'b', 'c']);
  expect((await c).number).toBeLessThan(2);
});

test('whatever comes and goes, a seat has one task at a time, no more run than there are seats, and all are served in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.tuple(fc.boolean(), fc.nat(2)), { maxLength: 30 }),
      async (size, tasks) => {
        const seats = chairs(size);
        const inUse = new Set<Chair>();
        const served: number[] = [];
        await Promise.all(
          tasks.map(async ([forNetwork, turns], i) => {
            const seat = await seats.take(forNetwork);
            served.push(i);
            expect(inUse.has(seat)).toBe(false);
            inUse.add(seat);
            expect(inUse.size).toBeLessThanOrEqual(size);
            for (let turn = 0; turn < turns; turn++) await Promise.resolve();
            seat.hasNetwork ||= forNetwork;
            inUse.delete(seat);
            seats.giveBack(seat);
          }),
        );
        expect(served).toEqual(tasks.map((_, i) => i));
      },
    ),
  );
});
