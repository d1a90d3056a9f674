/** @file What is said of the pages of a document, of the camera, and of what a model points at, in English. */
import { some } from './plural-en.ts';

export const picturesEn = {
  page: (name: string, page: number) => `${name}, page ${page}`,
  pagesOf: (name: string) => `Pages of ${name}`,
  choosePages: (count: number) =>
    `${some(String(count), 'page')}. Each chosen page is attached as an image.`,
  pageNumber: (page: number) => `Page ${page}`,
  all: 'Choose all',
  none: 'Choose none',
  attachPages: (count: number) =>
    count === 0 ? 'Attach' : `Attach ${some(String(count), 'page')}`,
  manyPages:
    'Many pages fill what the model can read at once. Choose those that the question is about.',

  takePicture: 'Take a picture',
  camera: 'Camera',
  cameraView: 'What the camera sees',
  starting: 'Starting the camera…',
  shoot: 'Take the picture',
  otherCamera: 'Other camera',
  cameraWhy: {
    denied:
      'This page may not use the camera. Allow it in the browser’s settings for this site, then try again.',
    none: 'No camera was found. Connect one, then try again, or attach a picture from a file.',
    busy: 'The camera is used by another program. Close that, then try again.',
    unsupported:
      'This browser gives no page a camera here. Attach a picture from a file.',
  },
  tryAgain: 'Try again',
  pictureName: (time: string) => `Picture ${time}.jpg`,

  showOnImage: 'Show on the image',
  pointsAt: (count: number) =>
    `The model points at ${some(String(count), 'place')} of an image.`,
  pointsAtAsSeenBy: (checkpoint: string) =>
    `This answer points at places of an image as ${checkpoint} was given it. Load ${checkpoint} to see them.`,
  whichImage: 'On which image?',
  places: 'What the model points at',
  placesNote: 'Drawn where the model says, which may be wrong.',
  outside: (count: number) =>
    `${some(String(count), 'place')} ${count === 1 ? 'lies' : 'lie'} outside this image.`,
  noPlaces: 'None of these places lies on this image.',
  savePlaces: 'Save as a picture',
  drawing: 'Drawing…',
  /** Stands behind the name of the image. */
  placesWord: 'with places',
  savedPlaces: (name: string) =>
    `Saved as ${name}. The picture says, below and inside the file, that the model drew on it.`,
  /** On a saved picture, of an answer whose words a clinician corrected. */
  wordsCorrected: (model: string, time: string) =>
    `[Places by AI: ${model}. A clinician corrected its words ${time}, not these places]`,
  onPicture: 'AI drew these places where it says; they may be wrong.',
  unnamed: (at: number) => `Place ${at}`,
  boxAt: (label: string, x: number, y: number, width: number, height: number) =>
    `${label}: ${width} × ${height} pixels, ${x} from the left and ${y} from the top`,
  pointAt: (label: string, x: number, y: number) =>
    `${label}: a point ${x} pixels from the left and ${y} from the top`,
};

export type PicturesStrings = typeof picturesEn;
