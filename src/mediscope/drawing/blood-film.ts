/** @file A stained blood film under oil immersion. */
import type { Random } from '../../base/random.ts';
import { between, chance } from '../choose.ts';
import {
  boxAround,
  Canvas,
  ellipseDistance,
  mixColours,
  scaled,
  type Colour,
  type Point,
} from './canvas.ts';
import { bell, clamp01, cosine, radius, ramp, sine } from './fixed-math.ts';
import { fractal, noiseField, type Field } from './noise.ts';

const SIDE = 336;

export type BloodFilmFinding =
  | 'normal'
  | 'small-pale-cells'
  | 'large-oval-cells'
  | 'blasts'
  | 'sickles'
  | 'malaria-rings';

interface Film {
  readonly canvas: Canvas;
  readonly random: Random;
  readonly cloud: Field;
  readonly red: Colour;
  readonly paper: Colour;
}

/** How red cells look: their size in pixels, how much they vary, how pale the middle is. */
interface RedCells {
  readonly size: number;
  readonly spread: number;
  readonly pallor: number;
  readonly oval: number;
  readonly spacing: number;
}

const USUAL: RedCells = {
  size: 17,
  spread: 0.8,
  pallor: 0.42,
  oval: 0.06,
  spacing: 39,
};
const PURPLE: Colour = [92, 44, 124];

export function drawBloodFilm(finding: BloodFilmFinding, random: Random): Canvas {
  const canvas = new Canvas(SIDE, SIDE);
  const cloud = fractal(noiseField(random), 3);
  const paper = mixColours([246, 240, 238], [240, 234, 226], random.uniform());
  const red = mixColours([224, 150, 140], [206, 128, 132], random.uniform());
  canvas.fill((x, y) => scaled(paper, 1 + 0.012 * cloud(x / 50, y / 50)));
  const film: Film = { canvas, random, cloud, red, paper };
  const white = whitePlaces(finding, random);
  drawRedCells(film, finding, white);
  for (const at of white) drawWhiteCell(film, finding, at);
  drawPlatelets(film, finding === 'blasts' ? 1 : between(random, 5, 10));
  return canvas;
}

function whitePlaces(finding: BloodFilmFinding, random: Random): readonly Point[] {
  if (finding !== 'blasts') {
    return [[between(random, 70, 266), between(random, 70, 266)]];
  }
  const corners: Point[] = [
    [80, 84],
    [236, 70],
    [160, 168],
    [74, 252],
    [256, 246],
    [300, 158],
  ];
  return corners
    .slice(0, between(random, 4, 6))
    .map(([x, y]): Point => [
      x + between(random, -16, 16),
      y + between(random, -14, 14),
    ]);
}

function cellsOf(finding: BloodFilmFinding): RedCells {
  switch (finding) {
    case 'small-pale-cells':
      return { size: 13, spread: 2.4, pallor: 0.74, oval: 0.14, spacing: 35 };
    case 'large-oval-cells':
      return { size: 21.5, spread: 2.6, pallor: 0.08, oval: 0.34, spacing: 50 };
    case 'blasts':
      return { ...USUAL, spacing: 54 };
    case 'normal':
    case 'sickles':
    case 'malaria-rings':
      return USUAL;
  }
}

function drawRedCells(
  film: Film,
  finding: BloodFilmFinding,
  white: readonly Point[],
): void {
  const cells = cellsOf(finding);
  const { random } = film;
  for (let row = 0; row * cells.spacing < SIDE + cells.spacing; row++) {
    for (let column = 0; column * cells.spacing < SIDE + cells.spacing; column++) {
      const shift = row % 2 === 0 ? 0 : cells.spacing / 2;
      const at: Point = [
        column * cells.spacing + shift + random.normal() * 4.5,
        row * cells.spacing + random.normal() * 4.5,
      ];
      if (
        white.some(
          ([x, y]) => radius(at[0] - x, at[1] - y) < (finding === 'blasts' ? 50 : 48),
        )
      ) {
        continue;
      }
      if (chance(random, 0.07)) continue;
      drawOneCell(film, { finding, cells, at });
    }
  }
}

function drawOneCell(
  film: Film,
  { finding, cells, at }: { finding: BloodFilmFinding; cells: RedCells; at: Point },
): void {
  const { random } = film;
  const turns = random.uniform();
  const turn: Point = [cosine(turns), sine(turns)];
  const size = Math.max(7, cells.size + random.normal() * cells.spread);
  if (finding === 'sickles' && chance(random, 0.42)) {
    return drawSickle(film, at, turn, size);
  }
  const isPencil = finding === 'small-pale-cells' && chance(random, 0.13);
  const flat = isPencil ? 0.32 : 1 - cells.oval * random.uniform();
  const shape = {
    centre: at,
    radiusX: size * (isPencil ? 1.35 : 1),
    radiusY: size * flat,
    turn,
  };
  film.canvas.cover(
    (x, y) => clamp01(0.5 - ellipseDistance(shape, x, y)),
    scaled(film.red, 0.97 + 0.06 * random.uniform()),
    boxAround(at[0], at[1], size * 1.5),
  );
  if (!isPencil) {
    const pale = mixColours(film.red, film.paper, 0.9);
    const reach = size * (0.3 + cells.pallor * 0.6);
    film.canvas.cover(
      (x, y) =>
        Math.min(1, cells.pallor * 1.6) *
        bell(radius(x - at[0], (y - at[1]) / flat) / reach),
      pale,
      boxAround(at[0], at[1], size * 1.5),
    );
  }
  if (finding === 'malaria-rings' && chance(random, 0.32)) drawRing(film, at, size);
}

/** A thin blue ring with a dark dot, inside a red cell. */
function drawRing(film: Film, [cx, cy]: Point, size: number): void {
  const { random } = film;
  const x = cx + random.normal() * size * 0.18;
  const y = cy + random.normal() * size * 0.18;
  const r = size * (0.28 + random.uniform() * 0.1);
  film.canvas.cover(
    (px, py) => clamp01(1.1 - Math.abs(radius(px - x, py - y) - r) * 0.9),
    [84, 62, 160],
    boxAround(x, y, r + 3),
  );
  const turns = random.uniform();
  const dot: Point = [x + cosine(turns) * r, y + sine(turns) * r];
  film.canvas.ellipse({ centre: dot, radiusX: 2.5, radiusY: 2.5 }, [120, 20, 70]);
}

/** A crescent with two points: a long ellipse less a shifted one. */
function drawSickle(film: Film, at: Point, turn: Point, size: number): void {
  const outer = { centre: at, radiusX: size * 1.5, radiusY: size * 0.72, turn };
  const [cos, sin] = turn;
  const off = size * 0.62;
  const inner = {
    centre: [at[0] + sin * off, at[1] - cos * off] as Point,
    radiusX: size * 1.7,
    radiusY: size * 0.72,
    turn,
  };
  film.canvas.cover(
    (x, y) =>
      clamp01(0.5 - ellipseDistance(outer, x, y)) *
      clamp01(0.5 + ellipseDistance(inner, x, y)),
    scaled(film.red, 0.9),
    boxAround(at[0], at[1], size * 1.8),
  );
}

function drawWhiteCell(film: Film, finding: BloodFilmFinding, at: Point): void {
  if (finding === 'blasts') return drawBlast(film, at);
  const { canvas, random } = film;
  const size = 29;
  canvas.cover(
    (x, y) => {
      const edge = size - radius(x - at[0], y - at[1]);
      return clamp01(edge) * (0.85 + 0.12 * film.cloud(x / 2.2, y / 2.2));
    },
    [236, 206, 218],
    boxAround(at[0], at[1], size + 2),
  );
  const lobes =
    finding === 'large-oval-cells' ? between(random, 6, 7) : between(random, 3, 4);
  const first = random.uniform();
  const places = Array.from({ length: lobes }, (_, i): Point => {
    const turns = first + (i / lobes) * 0.86;
    return [at[0] + cosine(turns) * 14.5, at[1] + sine(turns) * 14.5];
  });
  canvas.stroke(places, 2.6, PURPLE);
  for (const centre of places) {
    const r = lobes > 5 ? 6 : 8.6;
    canvas.ellipse(
      { centre, radiusX: r + random.uniform(), radiusY: r, soft: 1.5 },
      PURPLE,
    );
  }
}

/** A large cell that its open nucleus nearly fills, with pale nucleoli. */
function drawBlast(film: Film, [x, y]: Point): void {
  const { canvas, random, cloud } = film;
  const size = between(random, 31, 37);
  canvas.ellipse(
    { centre: [x, y], radiusX: size, radiusY: size * 0.94, soft: 1.5 },
    [158, 158, 214],
  );
  const [nx, ny] = [x + random.normal() * 2, y + random.normal() * 2];
  const nucleus = {
    centre: [nx, ny] as Point,
    radiusX: size * 0.82,
    radiusY: size * 0.78,
  };
  const box = boxAround(nx, ny, size);
  canvas.cover(
    (px, py) => clamp01(0.5 - ellipseDistance(nucleus, px, py)),
    [132, 78, 160],
    box,
  );
  canvas.cover(
    (px, py) =>
      0.4 *
      ramp(1, -2, ellipseDistance(nucleus, px, py)) *
      ramp(-0.1, 0.4, cloud(px / 3, py / 3)),
    [96, 48, 130],
    box,
  );
  for (let i = 0; i < 2; i++) {
    const turns = random.uniform();
    const at: Point = [
      nx + cosine(turns) * size * 0.36,
      ny + sine(turns) * size * 0.36,
    ];
    canvas.ellipse({ centre: at, radiusX: 5, radiusY: 4.4, soft: 2 }, [186, 152, 212]);
  }
}

function drawPlatelets(film: Film, count: number): void {
  for (let i = 0; i < count; i++) {
    const at: Point = [film.random.uniform() * SIDE, film.random.uniform() * SIDE];
    film.canvas.ellipse(
      { centre: at, radiusX: 3.6, radiusY: 3, soft: 2 },
      [150, 104, 168],
      0.85,
    );
  }
}
