/**
 * Places in `SegmentSums.sums`. "Ring" is the superpixels around the segment, "outline" the borders between the two; the borders inside
 * the segment are counted from both sides. Strengths are of boundaries, 0..1.
 */
export const SUM = {
  /** Pixels of the segment, and sums over them of lightness, a, b, of lightness² and of a² + b². */
  area: 0,
  l: 1,
  a: 2,
  b: 3,
  squares: 4,
  chromaSquares: 5,
  /** The first five of the ring. */
  ringArea: 6,
  ringL: 7,
  ringA: 8,
  ringB: 9,
  ringSquares: 10,
  /** Length of the outline, sums of low quartile · length and median · length, and the length of its weak borders. */
  outline: 11,
  outlineLow: 12,
  outlineMedian: 13,
  weak: 14,
  /** Length of the borders inside, and their sum of median · length. */
  inner: 15,
  innerStrength: 16,
  /** Superpixels. */
  size: 17,
  /** Pixels of superpixels whose middle is in the band at that side of the box. */
  atLeft: 18,
  atRight: 19,
  atTop: 20,
  atBottom: 21,
  /** L1 distances between the histograms of segment and ring, as shares of their pixels, and the share in the two upper magnitude bins. */
  colour: 22,
  texture: 23,
  edgy: 24,
} as const;
export const SUMS = 25;

/** Width of the bands, as a share of the box: few pixels there are a sign of a leak. */
export const SIDE_BAND = 1 / 6;

/** A border whose median strength is below this is weak. */
export const WEAK = 0.2;
