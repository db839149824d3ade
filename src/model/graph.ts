import type { Status } from './vocabulary.ts';

/** Person, country, talk of many parties, or deal, which joins countries. */
export interface GraphNode {
  readonly id: string;
  readonly kind: 'person' | 'country' | 'talk' | 'deal';
  readonly label: string;
  /** Date and status of a talk; amount and status of a deal. */
  readonly detail: string | null;
}

/** Line between two nodes. It has a label if it is a meeting of two. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'talk' | 'of' | 'deal';
  readonly label: string | null;
  readonly certainty: Status['certainty'];
}

/** Graph of who met whom, and of which deals join which countries. */
export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
