/** What passes from the dataset to the drawings of a graph. */

/** Somebody, a country, a talk of many, or a deal, which joins countries. */
export interface GraphNode {
  readonly id: string;
  readonly kind: 'person' | 'country' | 'talk' | 'deal';
  readonly label: string;
  /** When a talk is and how far it has come; what a deal is worth and how far it has come. */
  readonly detail: string | null;
}

/** A line between two nodes; with a label for a meeting, without one where it but says who belongs where. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'talk' | 'of' | 'deal';
  readonly label: string | null;
  /** Done, or only wanted or to come, or but mentioned. */
  readonly certainty: 'done' | 'open' | 'mentioned';
}

/** Who met whom, and which deals join which countries. */
export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
