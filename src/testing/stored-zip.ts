/** @file Reading zips whose files are stored as they are. */

/** The files of a zip by name, as its central directory lists them. */
export function readStoredZip(zip: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22; // no comment
  if (view.getUint32(end, true) !== 0x0605_4b50) throw new Error('no end of a zip');
  const files = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameBytes));
    const sizeBytes = view.getUint32(at + 24, true);
    const local = view.getUint32(at + 42, true);
    const from =
      local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.set(name, zip.subarray(from, from + sizeBytes));
    at +=
      46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}
