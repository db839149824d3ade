import { assertDefined } from '../../text/assert-defined.ts';
import { isAcronym } from '../../text/fold.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { normalise, normaliseKeepingCase } from './normalise.ts';
import type { Text } from './word-index.ts';
import { isWholeAt, splitWords, type Word } from './words.ts';

/** Items that share a name, in their order. */
export interface NamedItems<Item> {
  readonly name: string;
  readonly items: readonly Item[];
}

/** Normalised name of some items, and its words. */
interface Needle<Item> {
  readonly named: NamedItems<Item>;
  readonly text: string;
  readonly steps: readonly Step[];
}

/** Word of a text, alone and with what separates it from the word before. */
interface Step {
  readonly word: string;
  readonly joined: string;
  readonly from: number;
}

function getStep(text: string, words: readonly Word[], at: number): Step {
  const { text: word, from, to } = assertDefined(words[at]);
  return { word, joined: text.slice(words[at - 1]?.to ?? from, to), from };
}

function listSteps(text: string): readonly Step[] {
  const words = splitWords(text);
  return words.map((_, at) => getStep(text, words, at));
}

/** Node of the tree of all names, in which each edge is a word (Aho and Corasick, 1975). */
interface Node<Item> {
  /** Number of words from the root. */
  readonly depth: number;
  /** Nodes with one more word; undefined if there are none, as for most of very many names. */
  next: Map<string, Node<Item>> | undefined;
  readonly needles: Needle<Item>[];
  /** Node of the longest end of these words with which a name begins too; undefined for the root. */
  shorter: Node<Item> | undefined;
  /** Nearest of the shorter nodes at which a name ends. */
  ending: Node<Item> | undefined;
}

const createNode = <Item>(depth: number): Node<Item> => {
  return { depth, next: undefined, needles: [], shorter: undefined, ending: undefined };
};

const getKey = <Item>({ depth }: Node<Item>, { word, joined }: Step) =>
  depth === 0 ? word : joined;

/** Follows a word from a node or, if no name goes on so, from the longest of the shorter ones from which one does. */
function advance<Item>(node: Node<Item> | undefined, step: Step): Node<Item> | undefined {
  let from = node;
  while (from && !from.next?.has(getKey(from, step))) from = from.shorter;
  return from?.next?.get(getKey(from, step));
}

function buildTree<Item>(needles: readonly Needle<Item>[]): Node<Item> {
  const root = createNode<Item>(0);
  let level = needles.map((needle) => ({ needle, node: root }));
  // Level by level, since a node is linked to one with fewer words.
  for (let at = 0; level.length > 0; at += 1) {
    level = level.flatMap(({ needle, node }) => {
      const step = needle.steps[at];
      if (!step) {
        node.needles.push(needle);
        return [];
      }
      const key = getKey(node, step);
      node.next ??= new Map();
      const known = node.next.get(key);
      if (known) return { needle, node: known };
      const child = createNode<Item>(node.depth + 1);
      child.shorter = advance(node.shorter, step) ?? root;
      node.next.set(key, child);
      return { needle, node: child };
    });
    for (const { node } of level) {
      const { shorter } = node;
      node.ending = shorter && shorter.needles.length > 0 ? shorter : shorter?.ending;
    }
  }
  return root;
}

/** Yields the nodes at which names end: a node, and those with fewer words. */
function* listEndings<Item>(node: Node<Item>): Generator<Node<Item>> {
  for (let end: Node<Item> | undefined = node; end; end = end.ending) yield end;
}

/** Indexes names, to find those that a normalised text has as whole words, each with the first of its offsets. */
function indexNeedles<Item>(needles: readonly Needle<Item>[]) {
  const root = buildTree(needles);
  return (text: string): ReadonlyMap<NamedItems<Item>, number> => {
    const found = new Map<NamedItems<Item>, number>();
    const words = splitWords(text);
    const check = (needle: Needle<Item>, at: number): void => {
      const from = assertDefined(words[at]).from - assertDefined(needle.steps[0]).from;
      const isNew = !found.has(needle.named);
      if (isNew && isWholeAt(text, needle.text, from)) found.set(needle.named, from);
    };
    let node = root;
    for (let at = 0; at < words.length; at += 1) {
      node = advance(node, getStep(text, words, at)) ?? root;
      for (const end of listEndings(node)) {
        for (const needle of end.needles) check(needle, at + 1 - end.depth);
      }
    }
    return found;
  };
}

/** Two capitals without a small letter between them, as every acronym has. */
const capitals = /\p{Lu}\P{Ll}*\p{Lu}/u;

/**
 * Creates a finder of the items that a text names, by their names, in the order of the text. All names are looked for
 * at once, because there may be many, of the same words. Acronyms must match in case.
 */
export function createNameFinder<Item>(
  items: readonly Item[],
  getNames: (item: Item) => readonly string[],
): (text: Text) => readonly NamedItems<Item>[] {
  const pairs = items.flatMap((item) => getNames(item).map((name) => ({ name, item })));
  const all = Array.from(
    groupBy(pairs, ({ name }) => name),
    ([name, same]): NamedItems<Item> => {
      return { name, items: [...new Set(same.map(({ item }) => item))] };
    },
  );
  const order = new Map(all.map((named, at) => [named, at]));
  const index = (areAcronyms: boolean, normaliseName: (name: string) => string) => {
    const needles = all
      .filter(({ name }) => isAcronym(name) === areAcronyms)
      .map((named) => {
        const text = normaliseName(named.name);
        return { named, text, steps: listSteps(text) };
      });
    // A name of signs alone names nothing.
    return indexNeedles(needles.filter(({ steps }) => steps.length > 0));
  };
  const [findNames, findAcronyms] = [index(false, normalise), index(true, normaliseKeepingCase)];
  return memoise(({ text, normalised }) =>
    [
      ...findNames(normalised),
      ...(capitals.test(text) ? findAcronyms(normaliseKeepingCase(text)) : []),
    ]
      .sort(
        ([one, at], [other, from]) =>
          at - from || Number(order.get(one)) - Number(order.get(other)),
      )
      .map(([named]) => named),
  );
}
