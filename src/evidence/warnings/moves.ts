import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise, once } from '../../text/memoise.ts';
import type { LocatedAnchor } from '../locate.ts';

type FoundAnchor = Extract<LocatedAnchor, { state: 'found' }>;

/** Returns by how many paragraphs the article has moved a passage, as the anchor counts them. */
const getMove = ({ anchor, passage }: FoundAnchor): number => passage.paragraph - anchor.paragraph;

/** Returns the move of more than half of some anchors. */
function findCommonMove(anchors: readonly FoundAnchor[]): number | undefined {
  const groups = [...groupBy(anchors, getMove)];
  return groups.find(([, alike]) => 2 * alike.length > anchors.length)?.[0];
}

/**
 * Creates a finder of the move of the other anchors in the paragraph of an anchor. If there are none, it is the move
 * that the paragraphs before and after have in common.
 */
export function createMoveFinder(located: readonly (readonly LocatedAnchor[])[]) {
  const groupAnchors = once(() => {
    const found = located.flat().filter((one) => one.state === 'found');
    return groupBy(found, ({ passage }) => passage.paragraph);
  });
  const listParagraphs = once(() => [...groupAnchors().keys()].sort((one, other) => one - other));
  const getAnchors = (paragraph: number) => assertDefined(groupAnchors().get(paragraph));
  const findMove = memoise((paragraph: number) => findCommonMove(getAnchors(paragraph)));
  return ({ paragraph }: FoundAnchor['passage']): number | undefined => {
    if (getAnchors(paragraph).length > 1) return findMove(paragraph);
    const paragraphs = listParagraphs();
    const at = countLeading(paragraphs, (one) => one < paragraph);
    const [before, after] = [paragraphs[at - 1], paragraphs[at + 1]].map((one) =>
      one === undefined ? undefined : findMove(one),
    );
    return before === after ? before : undefined;
  };
}
