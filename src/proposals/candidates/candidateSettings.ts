/** How many candidates are made, and of what. */
export interface CandidateSettings {
  /** Superpixels of a photo; fewer where the image has fewer than sixteen pixels for each. */
  readonly superpixels: number;
  /** Where geodesic distances start from. */
  readonly seeds: number;
  /** Level sets taken of one signed distance transform. */
  readonly levels: number;
  /** Segments whose boxes overlap more than this count as one, and so do level sets of one transform. */
  readonly maxIou: number;
}

/** ABLATION.md has the figures behind each number. To change one is to change the boxes that the heads see. */
export const CANDIDATE_SETTINGS: CandidateSettings = {
  superpixels: 1200,
  seeds: 8,
  levels: 5,
  maxIou: 0.91,
};
