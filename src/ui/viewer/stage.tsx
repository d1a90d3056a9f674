/** @file Where the image lies: moved by pointer and keys, with the patches and the region over it. */
import { ImageOff } from 'lucide-react';
import type { CSSProperties, MouseEvent, RefObject } from 'react';
import type { PixelRect } from '../../app/region-size.ts';
import type { Attachment } from '../../clinic/conversation.ts';
import { useStrings } from '../strings/use-strings.ts';
import { filterOf, type Look } from './look.ts';
import { PatchGrid } from './patch-grid.tsx';
import { PlaceMarks } from './place-marks.tsx';
import { rectBetween } from './region.ts';
import { RegionFrame } from './region-frame.tsx';
import { SeenPicture } from './seen-picture.tsx';
import { pointOn, useGestures, type Tool } from './use-gestures.ts';
import type { ImageBytes } from './use-image-blob.ts';
import type { ShownPlaces } from './use-places.ts';
import type { ShownSight } from './use-sight.ts';
import {
  cssTransform,
  FITTED,
  panned,
  scaleOf,
  zoomed,
  zoomedTo,
  type Frame,
  type View,
} from './view.ts';
import css from './viewer.module.css';

interface StageProps {
  readonly stageRef: RefObject<HTMLDivElement | null>;
  readonly attachment: Attachment;
  readonly bytes: ImageBytes;
  readonly sight: ShownSight;
  readonly look: Look;
  readonly frame: Frame;
  readonly tool: Tool;
  readonly rect: PixelRect | undefined;
  /** What an answer points at. */
  readonly shown: ShownPlaces;
  changeView(edit: (view: View) => View): void;
  onRect(rect: PixelRect | undefined): void;
}

/** From here on one wants to see pixels, not a blur between them. */
const PIXELATED_SCALE = 4;

export function Stage(props: StageProps) {
  const { stageRef, attachment, bytes, look, frame, tool, rect } = props;
  const { changeView, onRect, shown } = props;
  const { name } = attachment;
  const strings = useStrings().viewer;
  const gestures = useGestures({
    stageRef,
    tool,
    pan: (by) => changeView((view) => panned(view, frame, by)),
    zoom: (factor, anchor) => changeView((view) => zoomed(view, frame, factor, anchor)),
    draw: (from, to) => onRect(rectBetween(look.view, frame, from, to)),
  });
  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    if (tool !== 'pan') return;
    const anchor = pointOn(event.currentTarget, event);
    changeView((view) =>
      view.scale === 'fit'
        ? zoomedTo(view, frame, 1 / devicePixelRatio, anchor)
        : { ...FITTED, orientation: view.orientation },
    );
  };
  return (
    <div
      ref={stageRef}
      className={css.stage}
      data-tool={tool}
      tabIndex={0}
      role="group"
      aria-label={strings.stage(name)}
      onDoubleClick={onDoubleClick}
      {...gestures}
    >
      {bytes.kind === 'missing' && (
        <p className={css.missing}>
          <ImageOff size={18} aria-hidden /> {strings.missing(name)}
        </p>
      )}
      {bytes.kind === 'there' && frame.stage.widthPx > 0 && (
        <Plane {...props} url={bytes.url} />
      )}
      {shown.places.length > 0 && (
        <PlaceMarks {...shown} view={look.view} frame={frame} />
      )}
      {tool === 'region' && rect !== undefined && (
        <RegionFrame
          rect={rect}
          view={look.view}
          frame={frame}
          stageRef={stageRef}
          onRect={onRect}
        />
      )}
    </div>
  );
}

/** The image, what the model is given of it, and the lines over both. */
function Plane(props: StageProps & { readonly url: string }) {
  const { attachment, sight, look, frame, url } = props;
  const { widthPx, heightPx, name } = attachment;
  const scale = scaleOf(look.view, frame);
  const lying: CSSProperties = {
    width: widthPx,
    height: heightPx,
    transform: cssTransform(look.view, frame),
  };
  const picture: CSSProperties = {
    filter: filterOf(look),
    imageRendering: scale >= PIXELATED_SCALE ? 'pixelated' : 'auto',
  };
  return (
    <div className={css.plane} style={lying}>
      <img src={url} alt={name} draggable={false} style={picture} />
      {sight.kind === 'seen' && (
        <>
          <SeenPicture image={sight.image} name={name} style={picture} />
          <PatchGrid image={sight.image} original={attachment} scale={scale} />
        </>
      )}
    </div>
  );
}
