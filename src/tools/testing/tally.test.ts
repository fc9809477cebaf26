import { expect, test } from 'vitest';
import { addTallies, playwrightTally, tallyLine, vitestTally } from './tally.ts';

test('the two reports add up to one line', () => {
  const unit = vitestTally({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    success: false,
  });
  const browser = playwrightTally({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } });
  expect(tallyLine(addTallies(unit, browser))).toBe('9 passed, 2 failed, 3 skipped');
});

test('the line says nothing of skipped tests where there are none', () => {
  expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
});

test('a report without a count is refused by name', () => {
  expect(() => vitestTally({ numPassedTests: 5 })).toThrow(
    'vitestTally: got undefined for numFailedTests, wanted a number',
  );
  expect(() => playwrightTally({})).toThrow('playwrightTally: got undefined for expected, wanted a number');
});
