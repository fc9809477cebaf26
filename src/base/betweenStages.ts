/** One turn of the event loop: messages that have arrived are handled before it resolves. Unlike a timer, it is never throttled. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * To be awaited between two stages of long synchronous work. The abort usually arrives as a message, which a busy thread cannot
 * hear, so the event loop gets a turn first. Without a signal nothing is awaited.
 * @throws the signal's reason once it is aborted.
 */
export async function betweenStages(signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  await turn();
  signal.throwIfAborted();
}
