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

/** Other names of the same things: COCO's, and how people write them. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['airplane', 'aeroplane'],
  ['plane', 'aeroplane'],
  ['bike', 'bicycle'],
  ['dining table', 'diningtable'],
  ['table', 'diningtable'],
  ['motorcycle', 'motorbike'],
  ['potted plant', 'pottedplant'],
  ['plant', 'pottedplant'],
  ['couch', 'sofa'],
  ['tv', 'tvmonitor'],
  ['tv monitor', 'tvmonitor'],
]);

/** The VOC name of a category where it has one, else the name itself, in lower case. */
export function canonicalCategory(name: string): string {
  const plain = name.trim().toLowerCase();
  return OTHER_NAMES.get(plain) ?? plain;
}
