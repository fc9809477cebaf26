import { type Endpoint, expose, wrap } from 'comlink';
import type { Ending } from './ending.ts';
import { Cancelled, cancelledBy, revivedError } from './errors.ts';

/** What can be called from another thread: every method that answers with a promise. */
export type VerbsOf<T> = {
  readonly [K in keyof T as T[K] extends (...args: never[]) => Promise<unknown> ? K : never]: T[K];
};

/** The other side of every call, whatever its interface. */
interface CallReceiver {
  call(number: number, verb: string, stoppable: boolean, ...args: readonly unknown[]): Promise<unknown>;
  cancel(number: number): void;
}

interface WithSignal {
  readonly signal: AbortSignal;
}

function hasSignal(value: unknown): value is WithSignal {
  return typeof value === 'object' && value !== null && 'signal' in value && value.signal instanceof AbortSignal;
}

/**
 * The verbs of an interface that another thread implements; which verbs there are is known to the type alone. A signal in a
 * call's last argument stops the work over there: signals cannot be posted, so a number stands for it. Arguments and
 * answers may be marked with comlink's `transfer` and `proxy`.
 * @param own what the result has besides the verbs
 * @param gone the other side, and with what error the calls end that wait for it then
 * @throws from each verb: what the implementation threw, its class revived; Cancelled when the signal was aborted before the call.
 */
export function callsTo<T, Own extends object = object>(
  endpoint: Endpoint,
  own?: Own,
  gone?: Ending<Error>,
): VerbsOf<T> & Own {
  const receiver = wrap<CallReceiver>(endpoint);
  let next = 0;

  async function call(verb: string, args: readonly unknown[]): Promise<unknown> {
    const last = args.at(-1);
    const signal = hasSignal(last) ? last.signal : undefined;
    if (signal?.aborted) throw cancelledBy(signal);
    const number = next++;
    const cancel = (): void => void receiver.cancel(number);
    signal?.addEventListener('abort', cancel);
    try {
      const posted = hasSignal(last) ? [...args.slice(0, -1), { ...last, signal: undefined }] : args;
      const answer = receiver.call(number, verb, signal !== undefined, ...posted);
      if (gone === undefined) return await answer;
      const outcome = await gone.or(answer.then((value) => ({ value })));
      if (outcome instanceof Error) throw outcome;
      return outcome.value;
    } catch (error) {
      throw revivedError(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  const verbs = new Map<string, (...args: readonly unknown[]) => Promise<unknown>>();
  // The proxy answers for every verb that the type names; the verbs exist in the type alone, so no value could be built that has them.
  return new Proxy({ ...own } as VerbsOf<T> & Own, {
    get(target, verb) {
      if (Object.hasOwn(target, verb)) return Reflect.get(target, verb);
      // Whoever awaits the proxy must not take it for a promise.
      if (typeof verb !== 'string' || verb === 'then') return undefined;
      const known = verbs.get(verb) ?? ((...args) => call(verb, args));
      verbs.set(verb, known);
      return known;
    },
  });
}

/** Answers the calls of `callsTo<T>` on the other side. */
export function answerCalls<T extends object>(implementation: VerbsOf<T>, endpoint?: Endpoint): void {
  const running = new Map<number, AbortController>();
  const receiver: CallReceiver = {
    async call(number, verb, stoppable, ...args) {
      const method: unknown = Reflect.get(implementation, verb);
      if (typeof method !== 'function')
        throw new TypeError(`answerCalls: got the verb ${verb}, wanted one that is implemented`);
      const controller = new AbortController();
      running.set(number, controller);
      try {
        const given = stoppable ? [...args.slice(0, -1), { ...Object(args.at(-1)), signal: controller.signal }] : args;
        const answer: unknown = await Reflect.apply(method, implementation, given);
        return answer;
      } finally {
        running.delete(number);
      }
    },
    cancel: (number) => running.get(number)?.abort(new Cancelled('The call was cancelled.')),
  };
  expose(receiver, endpoint);
}
