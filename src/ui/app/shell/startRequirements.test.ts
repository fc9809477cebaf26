import { expect, test } from 'vitest';
import { reasonNotToStart, type StartScope } from './startRequirements.ts';

const complete: StartScope = {
  isSecureContext: true,
  navigator: { locks: {} },
  crypto: { subtle: {} },
  Worker: class {},
  WebAssembly: {},
  indexedDB: {},
  BroadcastChannel: class {},
  OffscreenCanvas: class {},
  createImageBitmap: () => {},
  ResizeObserver: class {},
};

test('a browser with all that is needed may start, whatever else it lacks', () => {
  expect(reasonNotToStart(complete)).toBeNull();
});

test('what is missing is named, and which browsers have it', () => {
  expect(reasonNotToStart({ ...complete, OffscreenCanvas: undefined, navigator: {} })).toMatch(
    /^This browser lacks Web Locks, OffscreenCanvas\. Facet runs in Chrome/,
  );
  expect(reasonNotToStart({ ...complete, crypto: {} })).toContain('lacks Web Crypto.');
});

test('what may not even be looked at is missing', () => {
  const forbidden = {
    ...complete,
    get indexedDB(): unknown {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  };
  expect(reasonNotToStart(forbidden)).toContain('lacks IndexedDB.');
});

test('an insecure address is the reason, not what browsers keep from it', () => {
  const reason = reasonNotToStart({ ...complete, isSecureContext: false, navigator: {}, crypto: {} });
  expect(reason).toContain('https or localhost');
  expect(reason).not.toContain('lacks');
});
