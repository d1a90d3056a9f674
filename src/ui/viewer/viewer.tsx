/** @file One image as large as the page, with everything to look at it closely. */
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { must } from '../../base/assert.ts';
import type { PixelRect } from '../../app/region-size.ts';
import { useActions } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import { PLAIN_LOOK, type Look } from './look.ts';
import {
  MIRROR_ACROSS,
  MIRROR_OVER,
  QUARTER_LEFT,
  QUARTER_RIGHT,
} from './orientation.ts';
import { middleRect } from './region.ts';
import { RegionBar } from './region-bar.tsx';
import { SightBar } from './sight-bar.tsx';
import { Stage } from './stage.tsx';
import { Toolbar } from './toolbar.tsx';
import type { Tool } from './use-gestures.ts';
import { useImageBlob } from './use-image-blob.ts';
import { useLooks } from './use-looks.ts';
import { useSight } from './use-sight.ts';
import { useSize } from './use-size.ts';
import { ViewerHead } from './viewer-head.tsx';
import {
  FITTED,
  panned,
  showsWholeWidth,
  turned,
  zoomed,
  ZOOM_STEP,
  zoomedTo,
  type Frame,
  type View,
} from './view.ts';
import type { ViewedImage } from './viewed-images.ts';
import { commandOf, isTakenBy, type ViewerCommand } from './viewer-keys.ts';
import css from './viewer.module.css';

interface ViewerProps {
  readonly images: readonly ViewedImage[];
  readonly start: number;
  readonly stageRef: RefObject<HTMLDivElement | null>;
  readonly escapeRef: RefObject<(() => void) | undefined>;
  /** A region was attached to the draft. */
  onAsked(): void;
}

/** Of an arrow key, in pixels of the screen. */
const PAN_PX = 60;

export function Viewer({ images, start, stageRef, escapeRef, onAsked }: ViewerProps) {
  const strings = useStrings().viewer;
  const { attachRegion } = useActions();
  const [at, setAt] = useState(start);
  const image = must(images[at], 'it stays among the images');
  const { attachment } = image;
  const [look, changeLook] = useLooks(attachment.sha256);
  const [tool, setTool] = useState<Tool>('pan');
  const [rect, setRect] = useState<PixelRect>();
  const [isSightWanted, setIsSightWanted] = useState(false);
  const bytes = useImageBlob(image);
  const sight = useSight(bytes, isSightWanted);
  const frame: Frame = { image: attachment, stage: useSize(stageRef) };

  const changeView = (edit: (view: View) => View) =>
    changeLook((now) => ({ ...now, view: edit(now.view) }));
  const takeTool = (next: Tool) => {
    setTool(next);
    setRect(next === 'region' ? middleRect(look.view, frame) : undefined);
  };
  const go = (to: number) => {
    if (to < 0 || to >= images.length) return;
    setAt(to);
    leaveRegion();
  };
  /** A region belongs to its image; the other tools go on. */
  const leaveRegion = () => {
    setRect(undefined);
    if (tool === 'region') setTool('pan');
  };
  useEffect(() => {
    escapeRef.current = tool === 'pan' ? undefined : () => takeTool('pan');
    return () => {
      escapeRef.current = undefined;
    };
  });

  const run = (command: ViewerCommand) => {
    const move = (x: number, y: number) =>
      changeView((view) => panned(view, frame, { x: x * PAN_PX, y: y * PAN_PX }));
    const canPan = !showsWholeWidth(look.view, frame);
    switch (command) {
      case 'zoom-in':
        return changeView((view) => zoomed(view, frame, ZOOM_STEP));
      case 'zoom-out':
        return changeView((view) => zoomed(view, frame, 1 / ZOOM_STEP));
      case 'fit':
        return changeView(({ orientation }) => ({ ...FITTED, orientation }));
      case 'actual-size':
        return changeView((view) => zoomedTo(view, frame, 1 / devicePixelRatio));
      case 'zoom-tool':
        return takeTool(tool === 'zoom' ? 'pan' : 'zoom');
      case 'turn-left':
        return changeView((view) => turned(view, frame, QUARTER_LEFT));
      case 'turn-right':
        return changeView((view) => turned(view, frame, QUARTER_RIGHT));
      case 'mirror-across':
        return changeView((view) => turned(view, frame, MIRROR_ACROSS));
      case 'mirror-over':
        return changeView((view) => turned(view, frame, MIRROR_OVER));
      case 'invert':
        return changeLook((now) => ({ ...now, isInverted: !now.isInverted }));
      case 'reset':
        return changeLook(() => PLAIN_LOOK);
      case 'next':
        return go(at + 1);
      case 'previous':
        return go(at - 1);
      case 'first':
        return go(0);
      case 'last':
        return go(images.length - 1);
      case 'left':
        return canPan ? move(1, 0) : go(at - 1);
      case 'right':
        return canPan ? move(-1, 0) : go(at + 1);
      case 'up':
        return move(0, 1);
      case 'down':
        return move(0, -1);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTakenBy(event.target as Element, event)) return;
    const command = commandOf(event);
    if (command === undefined) return;
    event.preventDefault();
    run(command);
  };
  const ask = () => {
    if (bytes.kind !== 'there' || rect === undefined) return;
    const { blob } = bytes;
    void attachRegion({ of: attachment, blob, rect, word: strings.regionWord });
    onAsked();
  };

  return (
    <div className={css.viewer} onKeyDown={onKeyDown}>
      <ViewerHead attachment={attachment} at={at} count={images.length} run={run} />
      <Toolbar
        look={look}
        frame={frame}
        tool={tool}
        isSightWanted={isSightWanted}
        run={run}
        changeLook={(change: Partial<Look>) =>
          changeLook((now) => ({ ...now, ...change }))
        }
        onTool={takeTool}
        onSight={() => setIsSightWanted(!isSightWanted)}
      />
      <Stage
        stageRef={stageRef}
        attachment={attachment}
        bytes={bytes}
        sight={sight}
        look={look}
        frame={frame}
        tool={tool}
        rect={rect}
        changeView={changeView}
        onRect={setRect}
      />
      {tool === 'region' && (
        <RegionBar
          rect={rect}
          image={attachment}
          canAsk={bytes.kind === 'there'}
          onAsk={ask}
          onCancel={() => takeTool('pan')}
        />
      )}
      <SightBar sight={sight} />
    </div>
  );
}
