import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCell } from '../../src/output/cell.ts';
import { drawGrid } from '../../src/output/grid.ts';
import { createStyle } from '../../src/output/render-options.ts';
import { measureWidth } from '../../src/output/text.ts';
import { numRuns } from '../seed.mts';

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '日本', '👩‍👩‍👧', 'é', '¶12', '  a', 'a  '),
);

describe('a table of more lines than cli-table3 draws', () => {
  it('looks the same in the lines drawn without the library', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (texts, isColoured) => {
          const style = createStyle(isColoured);
          const lines = texts.map((cells) =>
            cells.map((text) => renderCell({ text, missing: text === '' }, style)),
          );
          const columns = (['left', 'right', 'left'] as const).map((align, at) => ({
            align,
            width: Math.max(1, ...lines.map((cells) => measureWidth(cells[at] ?? ''))),
          }));
          const blank = Array.from({ length: 1_000 }, () => ['', '', '']);
          const byLibrary = [...drawGrid(lines, columns)].join('');
          const afterBlankLines = [...drawGrid([...blank, ...lines], columns)].join('');
          expect(afterBlankLines).toBe(`${'\n'.repeat(1_000)}${byLibrary}`);
        },
      ),
      { numRuns: numRuns / 10 },
    );
  });
});
