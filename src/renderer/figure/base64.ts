/** The bytes in base 64. @throws {Error} where they cannot be read, with a sentence. */
export function base64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(new Error('A part of the figure could not be read.'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.readAsDataURL(blob);
  });
}
