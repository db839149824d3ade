/** Shapes passed from the dataset to the drawings of a graph. */

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
  /** `open` is wanted or still to come; `mentioned` is only mentioned. */
  readonly certainty: 'done' | 'open' | 'mentioned';
}

/** Graph of who met whom, and of which deals join which countries. */
export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
