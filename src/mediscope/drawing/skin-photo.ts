/** @file A photograph of skin, of any tone, with or without a rash. */
import type { Random } from '../../base/random.ts';
import { between } from '../choose.ts';
import { Canvas, mixColours, scaled, type Point } from './canvas.ts';
import { bell, cosine, radius, ramp, sine } from './fixed-math.ts';
import { fractal, noiseField, type Field } from './noise.ts';
import { drawPalm } from './palm.ts';
import { anywhere, blob, raise, SKIN_SIDE_PX, TONES, type Skin } from './skin.ts';

const SIDE = SKIN_SIDE_PX;
const MIDDLE = SIDE / 2;

export type SkinPhotoFinding =
  | 'normal'
  | 'plaques'
  | 'ring'
  | 'crease-eczema'
  | 'weals'
  | 'blister-band'
  | 'target'
  | 'spreading-redness'
  | 'fine-red-spots'
  | 'blotchy-rash'
  | 'palm-blisters';

export function drawSkinPhoto(finding: SkinPhotoFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE, SIDE);
  const cloud = fractal(noiseField(random), 4);
  const picked = TONES[random.below(TONES.length)] ?? TONES[0];
  const [tone, red] = picked ?? [
    [240, 208, 186],
    [206, 84, 74],
  ];
  const lit = random.uniform() * 0.5 - 0.25;
  const pores = noiseField(random);
  canvas.fill((x, y) => {
    const curve = 1 - 0.22 * ((x - MIDDLE) / MIDDLE) * ((x - MIDDLE) / MIDDLE);
    const slope = 1 + (lit * (y - MIDDLE)) / SIDE;
    return scaled(
      tone,
      curve *
        slope *
        (1 + 0.03 * cloud(x / 40, y / 40) + 0.02 * pores(x / 2.2, y / 2.2)),
    );
  });
  RASHES[finding]({ canvas, random, cloud, tone, red });
  return canvas;
}

const RASHES: Readonly<Record<SkinPhotoFinding, (skin: Skin) => void>> = {
  normal: ({ canvas, random, tone }) => {
    for (let i = random.below(4); i > 0; i--) {
      canvas.ellipse(
        { centre: anywhere(random), radiusX: 3, radiusY: 2.6, soft: 2 },
        scaled(tone, 0.62),
        0.8,
      );
    }
  },
  plaques: drawPlaques,
  ring: drawRing,
  'crease-eczema': drawEczema,
  weals: drawWeals,
  'blister-band': drawBlisterBand,
  target: drawTarget,
  'spreading-redness': drawCellulitis,
  'fine-red-spots': drawFineSpots,
  'blotchy-rash': drawBlotches,
  'palm-blisters': drawPalm,
};

function drawPlaques(skin: Skin): void {
  const { canvas, random, cloud, red } = skin;
  const places: Point[] = [
    [118, 132],
    [222, 212],
    [236, 82],
    [92, 254],
    [290, 300],
  ];
  for (const [px, py] of places.slice(0, between(random, 3, 5))) {
    const centre: Point = [
      px + between(random, -16, 16),
      py + between(random, -16, 16),
    ];
    const edge = blob(skin, centre, between(random, 36, 62), 0.22);
    canvas.cover((x, y) => 0.92 * ramp(2.5, -2.5, edge(x, y)), red);
    raise(skin, edge, 0.4);
    // Silvery scale: bright flakes that cover most of the plaque.
    canvas.cover(
      (x, y) => 0.9 * ramp(-3, -12, edge(x, y)) * ramp(-0.1, 0.35, cloud(x / 7, y / 5)),
      [236, 232, 230],
    );
    canvas.cover(
      (x, y) =>
        0.5 * ramp(-3, -12, edge(x, y)) * ramp(0.3, 0.6, cloud(x / 3.6 + 9, y / 3)),
      [170, 150, 146],
    );
  }
}

function drawRing(skin: Skin): void {
  const { canvas, random, cloud, red, tone } = skin;
  const count = between(random, 1, 2);
  for (let i = 0; i < count; i++) {
    const centre: Point =
      i === 0
        ? [150 + between(random, -20, 20), 160 + between(random, -20, 20)]
        : [276, 268];
    const size = i === 0 ? between(random, 66, 92) : between(random, 28, 38);
    const edge = blob(skin, centre, size, 0.1);
    canvas.cover((x, y) => 0.35 * ramp(2, -6, edge(x, y)), mixColours(tone, red, 0.45));
    canvas.cover(
      (x, y) => 0.9 * bell((edge(x, y) + 8) / 12) * (0.85 + 0.3 * cloud(x / 9, y / 9)),
      red,
    );
    canvas.cover(
      (x, y) =>
        0.9 * bell((edge(x, y) + 4) / 8) * ramp(0.05, 0.4, cloud(x / 4.5, y / 4.5)),
      [244, 234, 222],
    );
    raise(skin, edge, 0.3);
  }
}

function drawEczema(skin: Skin): void {
  const { canvas, random, cloud, red, tone } = skin;
  const slope = random.uniform() * 0.3 - 0.15;
  const crease: Field = (x, y) =>
    y - MIDDLE - slope * (x - MIDDLE) - 12 * cloud(x / 90, 2);
  canvas.cover(
    (x, y) => {
      const near = bell(crease(x, y) / 118) * bell((x - MIDDLE) / 190);
      return 0.85 * near * ramp(-0.7, 0.5, cloud(x / 30, y / 30));
    },
    mixColours(tone, red, 0.85),
  );
  for (const shift of [-46, -4, 34]) {
    canvas.cover(
      (x, y) =>
        0.65 *
        bell((crease(x, y) - shift - 4 * cloud(x / 24, shift)) / 2.6) *
        bell((x - MIDDLE) / 170),
      scaled(red, 0.62),
    );
  }
  for (let i = between(random, 9, 14); i > 0; i--) {
    const at: Point = [between(random, 60, 270), between(random, 90, 240)];
    const turns = 0.2 + random.uniform() * 0.14;
    const long = between(random, 20, 46);
    canvas.stroke(
      [at, [at[0] + cosine(turns) * long, at[1] + sine(turns) * long]],
      1.8,
      scaled(red, 0.58),
      0.75,
    );
  }
  canvas.cover(
    (x, y) => 0.45 * bell(crease(x, y) / 96) * ramp(0.35, 0.7, cloud(x / 5, y / 5)),
    [244, 232, 220],
  );
}

function drawWeals(skin: Skin): void {
  const { canvas, random, red, tone } = skin;
  const places: Point[] = [
    [96, 96],
    [224, 74],
    [166, 188],
    [276, 196],
    [84, 268],
    [232, 288],
    [300, 108],
  ];
  const weals = places.slice(0, between(random, 5, 7)).map(([x, y]) => {
    const centre: Point = [x + between(random, -14, 14), y + between(random, -14, 14)];
    return blob(skin, centre, between(random, 20, 42), 0.3);
  });
  for (const edge of weals) canvas.cover((x, y) => 0.7 * bell(edge(x, y) / 30), red);
  for (const edge of weals) {
    canvas.cover(
      (x, y) => 0.85 * ramp(2, -6, edge(x, y)),
      mixColours(tone, [252, 226, 214], 0.65),
    );
    raise(skin, edge, 0.55);
  }
}

function drawBlisterBand(skin: Skin): void {
  const { canvas, random, cloud, red } = skin;
  const slope = 0.25 + random.uniform() * 0.3;
  const stop = between(random, 40, 70); // the midline it does not cross
  const band: Field = (x, y) => y - 150 - slope * (x - MIDDLE);
  canvas.cover(
    (x, y) =>
      0.85 *
      bell(band(x, y) / 62) *
      ramp(stop - 6, stop + 18, x) *
      ramp(-0.55, 0.35, cloud(x / 32, y / 32)),
    red,
  );
  for (let cluster = 0; cluster < 6; cluster++) {
    const cx = stop + 24 + cluster * 46;
    const cy = 150 + slope * (cx - MIDDLE) + between(random, -14, 14);
    for (let i = between(random, 7, 11); i > 0; i--) {
      drawBlister(
        skin,
        [cx + random.normal() * 14, cy + random.normal() * 12],
        3.5 + random.uniform() * 4,
      );
    }
  }
}

function drawBlister({ canvas, red }: Skin, at: Point, r: number): void {
  canvas.ellipse(
    { centre: at, radiusX: r + 1.6, radiusY: r + 1.4, soft: 2 },
    scaled(red, 0.72),
    0.9,
  );
  canvas.ellipse(
    { centre: at, radiusX: r, radiusY: r * 0.92, soft: 1.6 },
    [238, 212, 172],
  );
  canvas.ellipse(
    {
      centre: [at[0] - r * 0.3, at[1] - r * 0.35],
      radiusX: r * 0.3,
      radiusY: r * 0.24,
      soft: 1.2,
    },
    [255, 255, 250],
  );
}

function drawTarget(skin: Skin): void {
  const { canvas, random, cloud, red, tone } = skin;
  const centre: Point = [
    MIDDLE + between(random, -18, 18),
    MIDDLE + between(random, -18, 18),
  ];
  const size = between(random, 100, 122);
  const far: Field = (x, y) =>
    radius(x - centre[0], (y - centre[1]) * 1.12) + 6 * cloud(x / 50, y / 50);
  const pink = mixColours(tone, red, 0.75);
  canvas.cover((x, y) => 0.85 * bell((far(x, y) - size) / 26), pink);
  canvas.cover((x, y) => 0.25 * ramp(size, size - 20, far(x, y)), pink);
  canvas.cover((x, y) => 0.9 * bell(far(x, y) / 46), pink);
  canvas.ellipse({ centre, radiusX: 4, radiusY: 4, soft: 2 }, scaled(red, 0.5));
}

function drawCellulitis(skin: Skin): void {
  const { canvas, random, cloud, red } = skin;
  const from = between(random, 0, 30);
  const edge: Field = (x, y) => y - 92 - from - 0.18 * x + 22 * cloud(x / 70, y / 70);
  canvas.cover(
    (x, y) =>
      0.9 *
      ramp(-14, 22, edge(x, y)) *
      ramp(270, 200, edge(x, y) - 30 * cloud(x / 60 + 4, y / 60)),
    red,
  );
  canvas.cover(
    (x, y) => 0.3 * ramp(20, 90, edge(x, y)) * ramp(200, 150, edge(x, y)),
    scaled(red, 0.72),
  );
  // Tight, swollen skin shines.
  for (let i = 0; i < 4; i++) {
    const at: Point = [
      60 + i * 70 + between(random, -14, 14),
      206 + between(random, -34, 34),
    ];
    canvas.ellipse(
      { centre: at, radiusX: 30, radiusY: 9, turn: [0.97, 0.2], soft: 14 },
      [255, 226, 214],
      0.55,
    );
  }
}

function drawFineSpots(skin: Skin): void {
  const { canvas, random, red, tone } = skin;
  canvas.cover(() => 0.28, mixColours(tone, red, 0.8));
  for (let row = 0; row < 42; row++) {
    for (let column = 0; column < 42; column++) {
      const at: Point = [
        column * 8.1 + random.normal() * 1.8,
        row * 8.1 + random.normal() * 1.8,
      ];
      const r = 1.5 + random.uniform() * 1.1;
      canvas.ellipse({ centre: at, radiusX: r, radiusY: r, soft: 1.4 }, red, 0.8);
    }
  }
}

function drawBlotches(skin: Skin): void {
  const { canvas, cloud, red } = skin;
  canvas.cover((x, y) => 0.8 * ramp(0.02, 0.3, cloud(x / 58, y / 58)), red);
  canvas.cover((x, y) => 0.6 * ramp(0.2, 0.5, cloud(x / 24 + 20, y / 24)), red);
}
