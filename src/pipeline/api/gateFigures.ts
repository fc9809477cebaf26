/** What a sureness costs in this gallery, as the calibrated probabilities of its photos say. */
export interface GateFigures {
  /** P_c from which a photo holds the category, 0..1; of all categories together, their mean. */
  readonly gate: number;
  /** Of the photos over the gate, the share that is expected to hold the category: "about 9 of 10 right". 0..1; null where there are too few to tell. */
  readonly precision: number | null;
  /** Of the photos that hold the category, the share expected to be over the gate: "finds 6 of 10". 0..1; null where there are too few to tell. */
  readonly found: number | null;
}
