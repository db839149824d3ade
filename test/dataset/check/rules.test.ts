import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../../src/dataset/check/check-rules.ts';
import { project } from '../../run.ts';

const code = (field: string) => (field.startsWith('any ') ? field : `\`${field}\``);

it('every rule stands in the guide with what it asks and why, and no other one does', () => {
  const guide = readFileSync(project('data', 'README.md'), 'utf8');
  const [, table = ''] = guide.split('| of | it asks |\n| --- | --- |\n');
  const written = table.split('\n\n')[0]?.split('\n') ?? [];
  const rows = rules.map(
    ({ field, asks, why }) => `| ${field.split(', ').map(code).join(', ')} | ${asks} ${why} |`,
  );
  expect(written).toEqual(rows);
});
