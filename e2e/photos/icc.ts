/** The columns of sRGB's matrix under D50, X Y Z each (ICC.1:2022, annex F). */
const SRGB_COLUMNS = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7141],
] as const;

function fixed(values: readonly number[]): Buffer {
  const out = Buffer.alloc(4 * values.length);
  values.forEach((value, n) => void out.writeInt32BE(Math.round(value * 65536), 4 * n));
  return out;
}

function tagged(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), Buffer.alloc(4), body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
}

function text(value: string): Buffer {
  const words = Buffer.from(value, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8);
  head.writeUInt32BE(words.length, 12);
  head.writeUInt32BE(28, 16);
  return tagged('mluc', Buffer.concat([head, words]));
}

/** A profile that is sRGB but for its channels: what is stored as red is seen as green, and the other way round. */
export function swappedProfile(): Buffer {
  const curve = tagged(
    'para',
    Buffer.concat([Buffer.from([0, 3, 0, 0]), fixed([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])]),
  );
  const [red, green, blue] = SRGB_COLUMNS;
  const tags: readonly (readonly [name: string, data: Buffer])[] = [
    ['desc', text('swapped')],
    ['cprt', text('none')],
    ['wtpt', tagged('XYZ ', fixed([0.9642, 1, 0.8249]))],
    ['rXYZ', tagged('XYZ ', fixed(green))],
    ['gXYZ', tagged('XYZ ', fixed(red))],
    ['bXYZ', tagged('XYZ ', fixed(blue))],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length);
  let at = 128 + table.length;
  tags.forEach(([name, data], n) => {
    table.write(name, 4 + 12 * n);
    table.writeUInt32BE(at, 8 + 12 * n);
    table.writeUInt32BE(data.length, 12 + 12 * n);
    at += data.length;
  });
  const head = Buffer.alloc(128);
  head.writeUInt32BE(at);
  head.writeUInt32BE(0x04300000, 8);
  head.write('mntrRGB XYZ ', 12);
  head.writeUInt16BE(2026, 24);
  head.writeUInt16BE(1, 26);
  head.writeUInt16BE(1, 28);
  head.write('acsp', 36);
  fixed([0.9642, 1, 0.8249]).copy(head, 68);
  return Buffer.concat([head, table, ...tags.map(([, data]) => data)]);
}
