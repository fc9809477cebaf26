import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PhotoPlaces, type Place } from './photoPlaces.ts';
import { bytesOfId, ID_BYTES } from './records/photoId.ts';
import { testPhotoId } from './testPhotos.ts';

const step = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    photos: fc.uniqueArray(fc.nat(300), { maxLength: 120 }),
    gone: fc.array(fc.nat(119), { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('leave' as const), photo: fc.nat(300) }),
  fc.record({ kind: fc.constant('forget' as const), segment: fc.nat(8) }),
);

test('a photo lies where it was last put, whatever segments came, were forgotten, and whoever left', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const places = new PhotoPlaces();
      const wanted = new Map<number, Place>();
      let segment = 0;
      for (const one of steps) {
        if (one.kind === 'add') {
          segment++;
          const ids = new Uint8Array(one.photos.length * ID_BYTES);
          one.photos.forEach((photo, at) => bytesOfId(testPhotoId(photo), ids, at * ID_BYTES));
          places.addSegment(segment, ids, new Set(one.gone));
          one.photos.forEach((photo, at) => !one.gone.includes(at) && wanted.set(photo, { segment, at }));
        } else if (one.kind === 'leave') {
          places.leave(testPhotoId(one.photo));
          wanted.delete(one.photo);
        } else {
          places.removeSegments(new Set([one.segment]));
          for (const [photo, place] of wanted) if (place.segment === one.segment) wanted.delete(photo);
        }
      }
      for (let photo = 0; photo <= 300; photo++)
        expect(places.find(testPhotoId(photo))).toEqual(wanted.get(photo) ?? null);
    }),
  );
});
