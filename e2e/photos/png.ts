import { deflateSync } from 'node:zlib';

/** PNG files made by hand, for what no canvas writes. */

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

export function pngChunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const out = Buffer.alloc(8 + named.length);
  out.writeUInt32BE(body.length);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), 4 + named.length);
  return out;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function header(width: number, height: number): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width);
  body.writeUInt32BE(height, 4);
  body.set([8, 2], 8); // eight bits a channel, RGB
  return pngChunk('IHDR', body);
}

/** A picture whose every row is the same. @param colour of a column, red first, 0..255 */
export function stripedPng(width: number, height: number, colour: (x: number) => readonly number[]): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: width }, (_, x) => colour(x)).flat()]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    SIGNATURE,
    header(width, height),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The same PNG with a chunk behind its head. */
export function withChunk(png: Uint8Array, type: string, body: Uint8Array): Buffer {
  const afterHead = SIGNATURE.length + 25;
  return Buffer.concat([png.subarray(0, afterHead), pngChunk(type, body), png.subarray(afterHead)]);
}
