import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { decodeImage } from './decode.ts';
import { decodePng } from './decode-png.ts';

test('what is transparent shows white, what is half transparent is blended', () => {
  const data = Uint8Array.of(10, 20, 30, 255, 10, 20, 30, 0, 10, 20, 30, 128);
  const { data: rgb } = decodePng(encode({ width: 3, height: 1, data, channels: 4 }));
  // 30 · 128/255 + 255 · 127/255 = 142.06
  expect([...rgb]).toEqual([10, 20, 30, 255, 255, 255, 132, 137, 142]);
});

test('grey becomes three equal channels', () => {
  const png = encode({ width: 2, height: 1, data: Uint8Array.of(7, 200), channels: 1 });
  expect([...decodePng(png).data]).toEqual([7, 7, 7, 200, 200, 200]);
});

test('of 16-bit channels the high byte is kept', () => {
  const data = Uint16Array.of(0x12ff, 0x3400, 0xffff);
  const png = encode({ width: 1, height: 1, data, channels: 3, depth: 16 });
  expect([...decodePng(png).data]).toEqual([0x12, 0x34, 0xff]);
});

test('samples of two bits are spread over the whole range, row by row', () => {
  const data = Uint8Array.of(
    0b00_01_10_11,
    0b11_00_00_00,
    0b01_00_00_00,
    0b10_00_00_00,
  );
  const png = encode({ width: 5, height: 2, data, channels: 1, depth: 2 });
  const { data: rgb } = decodePng(png);
  const grey = rgb.filter((_, i) => i % 3 === 0);
  expect([...grey]).toEqual([0, 85, 170, 255, 255, 85, 0, 0, 0, 170]);
});

test('palette indices become their colours', () => {
  const png = encode({
    width: 3,
    height: 1,
    data: Uint8Array.of(0b10_00_01_00),
    channels: 1,
    depth: 2,
    palette: [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
  });
  expect([...decodePng(png).data]).toEqual([7, 8, 9, 1, 2, 3, 4, 5, 6]);
});

test('a damaged PNG and an enormous one are bad input', async () => {
  const png = encode({ width: 1, height: 1, data: Uint8Array.of(1), channels: 1 });
  await expect(decodeImage(new Blob([png.slice(0, 40)]))).rejects.toMatchObject({
    kind: 'bad-input',
  });
  const huge = new Uint8Array(png);
  new DataView(huge.buffer).setUint32(16, 1_000_000);
  new DataView(huge.buffer).setUint32(20, 1_000_000);
  await expect(decodeImage(new Blob([huge]))).rejects.toThrow(/1000000×1000000/);
});
