/** @file What the commands do that change where the image lies. */
import {
  MIRROR_ACROSS,
  MIRROR_OVER,
  QUARTER_LEFT,
  QUARTER_RIGHT,
} from './orientation.ts';
import {
  FITTED,
  panned,
  turned,
  zoomed,
  ZOOM_STEP,
  zoomedTo,
  type Frame,
  type View,
} from './view.ts';
import type { ViewerCommand } from './viewer-keys.ts';

type ViewEdit = (view: View, frame: Frame) => View;

/** Of an arrow key, in pixels of the screen. */
const PAN_PX = 60;

const EDITS: Readonly<Partial<Record<ViewerCommand, ViewEdit>>> = {
  'zoom-in': (view, frame) => zoomed(view, frame, ZOOM_STEP),
  'zoom-out': (view, frame) => zoomed(view, frame, 1 / ZOOM_STEP),
  fit: ({ orientation }) => ({ ...FITTED, orientation }),
  'actual-size': (view, frame) => zoomedTo(view, frame, 1 / devicePixelRatio),
  'turn-left': (view, frame) => turned(view, frame, QUARTER_LEFT),
  'turn-right': (view, frame) => turned(view, frame, QUARTER_RIGHT),
  'mirror-across': (view, frame) => turned(view, frame, MIRROR_ACROSS),
  'mirror-over': (view, frame) => turned(view, frame, MIRROR_OVER),
  left: (view, frame) => panned(view, frame, { x: PAN_PX, y: 0 }),
  right: (view, frame) => panned(view, frame, { x: -PAN_PX, y: 0 }),
  up: (view, frame) => panned(view, frame, { x: 0, y: PAN_PX }),
  down: (view, frame) => panned(view, frame, { x: 0, y: -PAN_PX }),
};

/** How a command changes the view; undefined for one that changes something else. */
export function viewEdit(command: ViewerCommand): ViewEdit | undefined {
  return EDITS[command];
}
