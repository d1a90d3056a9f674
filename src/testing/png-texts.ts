/** @file The words in a PNG file, by keyword, as any reader of PNG finds them. */

export function pngTexts(png: Uint8Array): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at + 12 <= png.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCodePoint(...png.subarray(at + 4, at + 8));
    if (type !== 'iTXt') continue;
    const data = png.subarray(at + 8, at + 8 + view.getUint32(at));
    const [keyword = '', , , , , ...text] = new TextDecoder().decode(data).split('\0');
    texts.set(keyword, text.join('\0'));
  }
  return texts;
}
