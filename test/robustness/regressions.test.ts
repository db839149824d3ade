import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeEmbedded } from '../read-dataset.ts';
import { example, run, summit } from '../run.ts';

describe('a hostile address', () => {
  it('is escaped in a BibTeX entry', async () => {
    const world = changeEmbedded(({ source }) => {
      source.url = 'https://news.example/\u001b[2J\u202e';
    });
    const { out } = await summit('cite xi-tokayev-17-may -f bibtex', world);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
  });
});

describe('a condition on evidence', () => {
  it('matches the printed form of the anchors', async () => {
    const { out } = await summit('deals --where evidence~¶12 --count');
    expect(out).toBe('2\n');
    expect((await summit('deals --where evidence~paragraph --count')).out).toBe('0\n');
  });
});

describe('a dataset with its keys in another order', () => {
  it('is printed in the order of the fields', async () => {
    const world = changeEmbedded((data) => {
      data.countries = data.countries.map((one: object) =>
        Object.fromEntries(Object.entries(one).reverse()),
      );
    });
    const [country] = JSON.parse((await summit('countries -f json', world)).out);
    expect(Object.keys(country)).toEqual(['id', 'name', 'aliases', 'iso', 'role', 'evidence']);
  });
});

describe('an unknown option before the command', () => {
  it.each(['--output json leaders', '-o json leaders'])(
    'is named in the message for `summit %s`',
    async (line) => {
      const { status, err } = await summit(line);
      expect(status).toBe(2);
      expect(err).toContain(`summit: unknown option '${line.split(' ')[0]}'\n`);
    },
  );
});

describe('an unexpected operand', () => {
  it('is repeated exactly as typed', async () => {
    expect((await run(['schema', '$&'])).err).toContain('summit: unexpected "$&"\n');
  });
});

describe('a speaker named null', () => {
  it('is looked up in the article like any other speaker', async () => {
    const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    lakes.quotes[0].speaker = 'null';
    const { out } = await summit(`verify ${example('lakes-summit.txt')} --data - -f json`, {
      stdin: JSON.stringify(lakes),
    });
    const { failures } = JSON.parse(out) as { failures: readonly { expected: string }[] };
    expect(failures.map(({ expected }) => expected)).toContain('null');
  });
});

describe('help', () => {
  it.each([[['help', 'help']], [['help']], [['--help']]])(
    'is printed for the arguments %j',
    async (argv) => {
      const { status, out, err } = await run(argv);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toMatch(/^Explore what one news article reports/);
    },
  );

  it('does not suggest a hidden command', async () => {
    expect((await summit('complete')).err).not.toContain('__complete');
  });
});
