/** @file An image of any kind with a known finding, as a camera or scanner took it. */
import { assert } from '../../base/assert.ts';
import { Random } from '../../base/random.ts';
import type { RgbImage } from '../../image/rgb-image.ts';
import {
  findingWords,
  type Finding,
  type ImageKind,
  type Pictured,
} from '../findings.ts';
import { drawBloodFilm, type BloodFilmFinding } from './blood-film.ts';
import type { Canvas } from './canvas.ts';
import { drawChestFilm, type ChestFilmFinding } from './chest-film.ts';
import { drawDermoscopy, type DermoscopyFinding } from './dermoscopy.ts';
import { drawEcg, type EcgFinding } from './ecg.ts';
import { drawFundus, type FundusFinding } from './fundus.ts';
import { drawHeadCt, type HeadCtFinding } from './head-ct.ts';
import { drawLabReport, type LabReportFinding } from './lab-report.ts';
import { gentler, takePicture, type Nuisance } from './nuisance.ts';
import { drawOtoscopy, type OtoscopyFinding } from './otoscopy.ts';
import { drawSkinPhoto, type SkinPhotoFinding } from './skin-photo.ts';
import { drawUltrasound } from './ultrasound.ts';
import type { UltrasoundFinding } from './ultrasound-scenes.ts';

/** What is drawn: the same recipe gives the same bytes on every machine. */
export interface ImageRecipe extends Pictured {
  readonly seed: number;
  readonly nuisance: Nuisance;
}

/** The image; asserts that the kind can show the finding. */
export function drawImage(recipe: ImageRecipe): RgbImage {
  assert(
    findingWords(recipe) !== undefined,
    `${recipe.kind} can show ${recipe.finding}`,
  );
  const random = new Random(recipe.seed);
  const drawn = draw(recipe.kind, recipe.finding, random);
  const isPage = recipe.kind === 'ecg' || recipe.kind === 'lab-report';
  const nuisance = isPage ? gentler(recipe.nuisance) : recipe.nuisance;
  return takePicture(drawn, nuisance, random).toImage();
}

function draw(kind: ImageKind, finding: Finding, random: Random): Canvas {
  switch (kind) {
    case 'ecg':
      return drawEcg(finding as EcgFinding, random);
    case 'chest-film':
      return drawChestFilm(finding as ChestFilmFinding, random);
    case 'dermoscopy':
      return drawDermoscopy(finding as DermoscopyFinding, random);
    case 'skin-photo':
      return drawSkinPhoto(finding as SkinPhotoFinding, random);
    case 'fundus':
      return drawFundus(finding as FundusFinding, random);
    case 'blood-film':
      return drawBloodFilm(finding as BloodFilmFinding, random);
    case 'ultrasound':
      return drawUltrasound(finding as UltrasoundFinding, random);
    case 'otoscopy':
      return drawOtoscopy(finding as OtoscopyFinding, random);
    case 'head-ct':
      return drawHeadCt(finding as HeadCtFinding, random);
    case 'lab-report':
      return drawLabReport(finding as LabReportFinding, random);
  }
}
