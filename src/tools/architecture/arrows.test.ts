import { expect, test } from 'vitest';
import { allowedArrows, brokenArrows, circlesAmong, type SourceFile } from './arrows.ts';

function file(path: string, ...targets: string[]): SourceFile {
  return { path, imports: targets, targets };
}

const TABLES = `
### Rooms

| room | what happens there | imports |
| --- | --- | --- |
| \`base\` | pictures | |
| \`network\` | codes | \`base\` |

### Inside \`network\`

| folder | what it holds | imports |
| --- | --- | --- |
| \`spp\` | pooling | |
| \`.\` | all of it | \`spp\` |
`;

test('the tables are read with their rows in order, and what each row may import', () => {
  const tables = allowedArrows(TABLES);
  expect([...tables.keys()]).toEqual(['', 'network']);
  expect([...tables.get('')!]).toEqual([
    ['base', new Set()],
    ['network', new Set(['base'])],
  ]);
  expect(tables.get('network')!.get('.')).toEqual(new Set(['spp']));
  expect(() => allowedArrows('# nothing')).toThrow('allowedArrows');
});

test('an arrow that no row allows is named by its file', () => {
  const tables = allowedArrows(TABLES);
  const files = [
    file('base/image.ts', 'network/network.ts'),
    file('network/network.ts', 'base/image.ts', 'network/spp/pool.ts'),
    file('network/spp/pool.ts', 'network/network.ts'),
  ];
  expect(brokenArrows(files, '', tables.get('')!)).toEqual(['base/image.ts imports network/network.ts']);
  expect(brokenArrows(files, 'network', tables.get('network')!)).toEqual([
    'network/spp/pool.ts imports network/network.ts',
  ]);
});

test('a circle is found however long it is, and nothing else is called one', () => {
  const chain = [file('a.ts', 'b.ts'), file('b.ts', 'c.ts'), file('c.ts')];
  expect(circlesAmong(chain)).toEqual([]);
  expect(circlesAmong([...chain.slice(0, 2), file('c.ts', 'a.ts')])).toEqual(['circle: a.ts, b.ts, c.ts']);
  expect(circlesAmong([file('a.ts', 'a.ts')])).toEqual(['circle: a.ts']);
});
