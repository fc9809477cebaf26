/** Pictures made in the test page, so that the repository holds no photo. Functions are self-contained: they run in the page. */

/** A JPEG of a scene of soft shapes; the seed picks them, so two seeds are two pictures. Runs in the page. */
export async function sceneJpeg({
  seed,
  width,
  height,
}: {
  readonly seed: number;
  readonly width: number;
  readonly height: number;
}): Promise<number[]> {
  let state = seed * 2654435761 + 1;
  const random = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32;
  };
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('sceneJpeg: got no canvas');
  const ground = context.createLinearGradient(0, 0, 0, height);
  ground.addColorStop(0, `hsl(${random() * 360} 40% 75%)`);
  ground.addColorStop(1, `hsl(${random() * 360} 40% 35%)`);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (let i = 0; i < 6; i++) {
    context.fillStyle = `hsl(${random() * 360} 70% ${30 + random() * 40}%)`;
    context.beginPath();
    context.ellipse(
      random() * width,
      random() * height,
      (0.05 + random() * 0.2) * width,
      (0.05 + random() * 0.2) * height,
      random() * 3,
      0,
      7,
    );
    context.fill();
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return [...new Uint8Array(await blob.arrayBuffer())];
}
