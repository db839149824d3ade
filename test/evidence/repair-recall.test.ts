import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/evidence/article/article.ts';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import { locateAlone } from '../../src/evidence/locate.ts';
import { type EvidenceDraft, repairEvidence } from '../../src/evidence/repair.ts';
import type { Anchor } from '../../src/model/record.ts';
import { articles, project } from '../run.ts';

interface Count {
  readonly all: number;
  readonly right: number;
  readonly wrong: number;
}

/** Exchanges two letters in the longest word of a text. */
function misspell(text: string): string {
  const [word = ''] = text.split(/[^\p{L}]+/u).toSorted((one, other) => other.length - one.length);
  const at = [...word].findIndex((letter, place) => letter !== word[place + 1]);
  const slip = word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  return text.replace(word, slip);
}

/**
 * Counts the anchors of the invented articles that are repaired after a change, and those that are repaired wrongly.
 */
async function countRepairs(
  change: (anchor: Anchor, text: string) => EvidenceDraft,
): Promise<Count> {
  let [all, right, wrong] = [0, 0, 0];
  for (const [dataset, path] of articles) {
    const index = indexArticle(await readArticle(readFileSync(path)));
    const records = Object.values(JSON.parse(readFileSync(dataset, 'utf8'))).flat();
    const anchors = records.flatMap(
      (one) => (one as { evidence?: readonly Anchor[] }).evidence ?? [],
    );
    const passages = anchors.map((anchor) => locateAlone(anchor, index)?.passage);
    // One at a time among valid ones, so that the article does not look like a different one.
    for (const [at, anchor] of anchors.entries()) {
      const changed = change(anchor, passages[at]?.text ?? '');
      const [repair] = repairEvidence([changed, ...anchors.slice(0, 5)], index) ?? [];
      all += 1;
      if (repair?.state !== 'repaired') continue;
      const found = locateAlone(repair.anchor, index)?.passage;
      const isSame = found?.from === passages[at]?.from && found?.to === passages[at]?.to;
      if (isSame && found?.paragraph === passages[at]?.paragraph) right += 1;
      else wrong += 1;
    }
  }
  return { all, right, wrong };
}

describe('anchors of the invented articles', () => {
  const readme = readFileSync(project('README.md'), 'utf8').replace(/\s+/g, ' ');
  const toPercent = ({ all, right }: Count) => Math.floor((100 * right) / all);

  it('are found for nearly all passages in plain text, and never for other words', async () => {
    const made = await countRepairs((_, text) => ({ start: text }));
    expect(made.wrong).toBe(0);
    expect(readme).toContain(`makes anchors of ${toPercent(made)} % of their passages`);
  });

  it('are corrected after a slip if one passage is clearly nearest', async () => {
    const corrected = await countRepairs((anchor) => ({
      ...anchor,
      start: misspell(anchor.start),
    }));
    expect(corrected.wrong).toBe(0);
    expect(readme).toContain(
      `corrects ${toPercent(corrected)} % of anchors with a slip, none wrongly`,
    );
  });
});
