import { expect, test } from 'vitest';
import { groupTable, readReport } from './report.ts';

const rows = [
  { name: 'SPP', medianMs: 4, spreadMs: [3.5, 5], runs: 10, note: 'one thread' },
  { name: 'SPP', peer: 'naive loop', medianMs: 120.4, spreadMs: [100, 140], runs: 3 },
] as const;

test('a table names peers under what they stand beside', () => {
  expect(groupTable(rows).split('\n')).toEqual([
    '                    median ms  p10 – p90  runs  note',
    'SPP                       4.0  3.5 – 5.0    10  one thread',
    '  peer: naive loop        120  100 – 140     3',
  ]);
});

test('beside a saved run each row says how many times as long it takes', () => {
  const table = groupTable(rows, [{ ...rows[0], medianMs: 8 }]);
  expect(table.split('\n')[1]).toContain('0.50');
  expect(table.split('\n')[2]).toContain('–');
});

test('a file that is no report is refused', () => {
  expect(() => readReport('{"rows": []}')).toThrow('readReport: got no groups or no machine');
  expect(readReport(JSON.stringify({ date: '', machine: 'm', adapter: '', groups: {} })).machine).toBe('m');
});
