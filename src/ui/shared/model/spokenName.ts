/** Those of PASCAL VOC's category names that people spell differently. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['diningtable', 'dining table'],
  ['pottedplant', 'potted plant'],
  ['tvmonitor', 'TV or monitor'],
]);

/** A category's name as people write it. */
export function spokenName(name: string): string {
  return SPOKEN.get(name) ?? name.replaceAll('_', ' ');
}
