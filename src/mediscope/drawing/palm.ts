/** @file A palm held open to the camera, with small oval blisters. */
import { between } from '../choose.ts';
import {
  ellipseDistance,
  mixColours,
  scaled,
  type Colour,
  type Ellipse,
  type Point,
} from './canvas.ts';
import { cosine, ramp, sine } from './fixed-math.ts';
import { SKIN_SIDE_PX, type Skin } from './skin.ts';

const MIDDLE = SKIN_SIDE_PX / 2;
const HAND: Ellipse = { centre: [MIDDLE, 236], radiusX: 104, radiusY: 112 };

/** Where each finger stands and how far it reaches up. */
const FINGERS: readonly Point[] = [
  [92, 34],
  [142, 10],
  [192, 16],
  [238, 52],
];
const KNUCKLES: readonly Point[] = [
  [94, 112],
  [143, 96],
  [192, 100],
  [236, 124],
];
const CREASES: readonly (readonly Point[])[] = [
  [
    [92, 190],
    [150, 198],
    [204, 176],
    [232, 160],
  ],
  [
    [84, 218],
    [150, 224],
    [210, 250],
  ],
  [
    [228, 184],
    [186, 226],
    [176, 300],
  ],
];

export function drawPalm(skin: Skin): void {
  const palm = mixColours(skin.tone, [244, 186, 164], 0.6);
  drawHand(skin, palm);
  drawCreases(skin, palm);
  drawBlisters(skin);
}

function drawHand({ canvas, cloud, red }: Skin, palm: Colour): void {
  canvas.fill(() => [46, 62, 72]);
  canvas.cover((x, y) => ramp(1.5, -1.5, ellipseDistance(HAND, x, y)), palm);
  for (const [x, top] of FINGERS) {
    const root: Point = [MIDDLE + (x - MIDDLE) * 0.9, 210];
    canvas.stroke([[x, top + 24], root], 43, palm);
  }
  canvas.stroke(
    [
      [320, 190],
      [240, 274],
    ],
    46,
    palm,
  ); // the thumb
  const mottled = (x: number, y: number): number =>
    0.12 * ramp(0, 0.5, cloud(x / 30, y / 30));
  canvas.cover(
    (x, y) => mottled(x, y) * ramp(2, -20, ellipseDistance(HAND, x, y)),
    red,
  );
}

function drawCreases({ canvas }: Skin, palm: Colour): void {
  for (const crease of CREASES) canvas.stroke(crease, 2.2, scaled(palm, 0.72), 0.9);
  for (const [x, y] of KNUCKLES) {
    canvas.stroke(
      [
        [x - 15, y],
        [x + 15, y],
      ],
      1.8,
      scaled(palm, 0.74),
      0.8,
    );
  }
}

function drawBlisters({ canvas, random }: Skin): void {
  for (let i = between(random, 11, 17); i > 0; i--) {
    const centre: Point = [MIDDLE + random.normal() * 42, 214 + random.normal() * 58];
    if (ellipseDistance(HAND, ...centre) > -14) continue;
    const turns = random.uniform();
    const turn: Point = [cosine(turns), sine(turns)];
    canvas.ellipse(
      { centre, radiusX: 13, radiusY: 9, turn, soft: 6 },
      [206, 66, 62],
      0.85,
    );
    canvas.ellipse({ centre, radiusX: 7, radiusY: 4, turn, soft: 2 }, [216, 208, 198]);
  }
}
