/** @file What the image viewer says, in English. */
import type { PixelRect } from '../../app/region-size.ts';
import type { SeenImage } from '../../app/image-viewing.ts';

export const viewerEn = {
  stage: (name: string) => `${name}: drag or use the arrow keys to move it`,
  pixels: (width: number, height: number) => `${width} × ${height} pixels`,
  cutOut: 'A region of another image',
  place: (at: number, count: number, name: string) =>
    `Image ${at} of ${count}: ${name}`,
  previous: 'Previous image',
  next: 'Next image',
  missing: (name: string) => `The image ${name} is gone.`,

  shortcuts: 'Looking at an image',
  moves: 'Move, or to the next image',
  closes: 'Leave the region or the zoom, then close',
  tools: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  size: 'Zoom',
  fit: 'Fit to the window',
  actualSize: 'Actual pixels',
  zoomTool: 'Zoom by dragging up and down',
  turnLeft: 'Rotate left',
  turnRight: 'Rotate right',
  mirrorAcross: 'Flip left and right',
  mirrorOver: 'Flip top and bottom',
  invert: 'Invert',
  light: 'Brightness and contrast',
  brightness: 'Brightness',
  contrast: 'Contrast',
  reset: 'Reset the view',

  region: 'Region',
  /** Stands behind the name of the image that it was cut from. */
  regionWord: 'region',
  ask: 'Ask about this region',
  regionAt: ({ x, y, widthPx, heightPx }: PixelRect) =>
    `Region of ${widthPx} × ${heightPx} pixels, ${x} from the left and ${y} from the top of the image`,
  regionSize: (width: number, height: number) =>
    `${width} × ${height} pixels, cut out at full resolution.`,
  regionTooSmall: (least: number, rect: PixelRect | undefined) =>
    rect === undefined
      ? 'Draw a rectangle on the image.'
      : `${rect.widthPx} × ${rect.heightPx} pixels are too few: a region has at least ${least} on each side.`,
  imageTooSmall: (least: number) =>
    `This image is too small to cut a region out of it: a region has at least ${least} pixels on each side.`,
  regionHint:
    'Drag on the image to draw. Arrow keys move the region, Shift and arrow keys size it, Ctrl goes by single pixels.',
  anotherTabWrites: 'Another tab writes. Choose “Write here” there or close it first.',

  sight: 'What the model sees',
  seenPicture: (name: string) => `${name} as the model sees it`,
  noModel: 'No model is loaded, so nobody knows what it would see. Load one first.',
  preparing: 'Preparing the image as for the model…',
  seen: (model: string, image: SeenImage) => {
    const { widthPx, heightPx, patchPx, tokenPx, tokens } = image;
    const patches = `${widthPx / patchPx} × ${heightPx / patchPx} patches of ${patchPx} × ${patchPx}`;
    const merged = `merged ${tokenPx / patchPx} × ${tokenPx / patchPx}`;
    return `${model} is given ${widthPx} × ${heightPx} pixels: ${patches}, ${merged} into ${tokens} ${tokens === 1 ? 'token' : 'tokens'}.`;
  },
  lost: (times: string) =>
    `Reduced ${times} times: details smaller than ${times} pixels of the original do not reach the model. Draw a region to ask about them at full resolution.`,

  moveLeft: (name: string) => `Move ${name} to the left`,
  moveRight: (name: string) => `Move ${name} to the right`,
};

export type ViewerStrings = typeof viewerEn;
