/** What passes from the dataset to the drawings of a graph. */

/** Somebody, a country, or something that joins countries. */
export interface GraphNode {
  readonly id: string;
  readonly kind: 'person' | 'country' | 'deal';
  readonly label: string;
  /** How far a deal has come, and what it is worth. */
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
