/** The longest side that a canvas can have, and the most points, in Chromium. */
const LONGEST = 16_000;
const MOST_POINTS = 120_000_000;

/**
 * Draws an SVG figure as a PNG of twice its size; of a very long figure, of as much as a canvas holds.
 * @returns the file in base 64.
 * @throws {Error} where the figure cannot be drawn, with a sentence.
 */
export async function drawPng(svg: string, width: number, height: number): Promise<string> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(
      2,
      LONGEST / Math.max(width, height),
      Math.sqrt(MOST_POINTS / (width * height)),
    );
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!blob) throw new Error('The figure is too large for a PNG. SVG has no such limit.');
    return await base64(blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('The figure could not be read.'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.readAsDataURL(blob);
  });
}
