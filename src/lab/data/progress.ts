import { timeLeft } from '../../terminal/timeLeft.ts';

/** A line of progress on a terminal's error stream, with the time left. */
export interface Progress {
  step(done: number): void;
  end(): void;
}

/** How often a line is written where it cannot be written over. */
const LOG_EVERY_MS = 15_000;

export function progressOn(
  stream: NodeJS.WriteStream,
  what: string,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let last = -Infinity;
  const write = (done: number) => {
    last = now();
    const line = `${what}: ${done} of ${total}${done > 0 && done < total ? `, ${timeLeft(((last - start) / done) * (total - done))} left` : ''}`;
    stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  return {
    step(done) {
      if (now() - last >= (stream.isTTY ? 200 : LOG_EVERY_MS) || done === total) write(done);
    },
    end() {
      if (stream.isTTY) stream.write('\n');
    },
  };
}
