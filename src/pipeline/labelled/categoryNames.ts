/** The 20 categories of PASCAL VOC, in its own order. */
export const VOC_CATEGORIES = [
  'aeroplane',
  'bicycle',
  'bird',
  'boat',
  'bottle',
  'bus',
  'car',
  'cat',
  'chair',
  'cow',
  'diningtable',
  'dog',
  'horse',
  'motorbike',
  'person',
  'pottedplant',
  'sheep',
  'sofa',
  'train',
  'tvmonitor',
] as const;

/** Other names of the same things, without separators: COCO's, and how people write them. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['airplane', 'aeroplane'],
  ['plane', 'aeroplane'],
  ['bike', 'bicycle'],
  ['table', 'diningtable'],
  ['motorcycle', 'motorbike'],
  ['people', 'person'],
  ['human', 'person'],
  ['pedestrian', 'person'],
  ['plant', 'pottedplant'],
  ['houseplant', 'pottedplant'],
  ['couch', 'sofa'],
  ['tv', 'tvmonitor'],
  ['television', 'tvmonitor'],
  ['monitor', 'tvmonitor'],
]);

/**
 * The VOC name of a category where it has one, in whichever case and with whichever separators it is written ("Potted_Plant",
 * "TV/monitor"), else the name itself, in lower case.
 */
export function canonicalCategory(name: string): string {
  const plain = name.trim().toLowerCase().replace(/\s+/g, ' ');
  const squeezed = plain.replace(/[\s_./-]+/g, '');
  const voc: string | undefined = VOC_CATEGORIES.find((category) => category === squeezed);
  return voc ?? OTHER_NAMES.get(squeezed) ?? plain;
}
