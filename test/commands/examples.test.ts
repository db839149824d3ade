import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/commands.ts';
import { articles, project, summit } from '../run.ts';

const listings = commands.filter(({ listRecords }) => listRecords);

const datasets = [project('data', 'xian-2023.json'), ...articles.map(([dataset]) => dataset)];

describe.each(datasets)('the help on %s', (dataset) => {
  it.each(listings.map(({ name }) => name))(
    'gives examples of %s that find records',
    async (name) => {
      const help = (await summit(`${name} --help --data ${dataset}`)).out;
      const examples = [...help.matchAll(/^ {2}\$ summit ([^>|\n]+)/gm)].map(
        ([, line = '']) => line,
      );
      expect(examples.length).toBeGreaterThan(1);
      for (const example of examples) {
        const { out } = await summit(
          `${example.replace(/ (?:-f|--fields|--evidence) \S*/g, '')} --count`,
        );
        expect(Number(out), example).toBeGreaterThan(0);
      }
    },
  );
});
