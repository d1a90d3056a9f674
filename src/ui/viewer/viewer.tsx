/** @file One image as large as the page, with everything to look at it closely. */
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { must } from '../../base/assert.ts';
import { useActions, useSelected } from '../app-context.ts';
import { useStrings } from '../strings/use-strings.ts';
import { PLAIN_LOOK } from './look.ts';
import type { Pointing } from './open-viewer.ts';
import { PlacesBar } from './places-bar.tsx';
import { RegionBar } from './region-bar.tsx';
import { SightBar } from './sight-bar.tsx';
import { Stage } from './stage.tsx';
import { Toolbar } from './toolbar.tsx';
import { useImageBlob } from './use-image-blob.ts';
import { useLooks } from './use-looks.ts';
import { usePlaces } from './use-places.ts';
import { useSight } from './use-sight.ts';
import { useSize } from './use-size.ts';
import { useTool } from './use-tool.ts';
import { viewEdit } from './view-command.ts';
import { ViewerHead } from './viewer-head.tsx';
import { showsWholeWidth, type Frame, type View } from './view.ts';
import type { ViewedImage } from './viewed-images.ts';
import { commandOf, isLetter, isTakenBy, type ViewerCommand } from './viewer-keys.ts';
import css from './viewer.module.css';

interface ViewerProps {
  readonly images: readonly ViewedImage[];
  readonly start: number;
  /** What an answer points at, on the image that is shown first. */
  readonly pointing?: Pointing;
  readonly stageRef: RefObject<HTMLDivElement | null>;
  readonly escapeRef: RefObject<(() => void) | undefined>;
  /** A region was attached to the draft. */
  onAsked(): void;
}

/** Which image is looked at, how, and what keys and buttons do with it. */
function useViewing({ images, start, stageRef, escapeRef }: ViewerProps) {
  const [at, setAt] = useState(start);
  const image = must(images[at], 'it stays among the images');
  const { attachment } = image;
  const [look, changeLook] = useLooks(attachment.sha256);
  const using = useTool(escapeRef);
  const { tool, leave, toggle } = using;
  const frame: Frame = { image: attachment, stage: useSize(stageRef) };
  const changeView = (edit: (view: View) => View) =>
    changeLook((now) => ({ ...now, view: edit(now.view) }));

  const go = (to: number) => {
    if (to < 0 || to >= images.length) return;
    setAt(to);
    if (tool === 'region') leave(); // a region belongs to its image
  };
  const run = (command: ViewerCommand) => {
    const to = { first: 0, last: images.length - 1, previous: at - 1, next: at + 1 };
    const turnsPage = showsWholeWidth(look.view, frame); // nothing to pan to
    if (command === 'left' && turnsPage) return go(to.previous);
    if (command === 'right' && turnsPage) return go(to.next);
    const edit = viewEdit(command);
    if (edit !== undefined) return changeView((view) => edit(view, frame));
    if (Object.hasOwn(to, command)) return go(to[command as keyof typeof to]);
    if (command === 'zoom-tool') return toggle('zoom', look.view, frame);
    if (command === 'reset') return changeLook(() => PLAIN_LOOK);
    if (command === 'invert') {
      changeLook((now) => ({ ...now, isInverted: !now.isInverted }));
    }
  };
  return { at, image, look, changeLook, changeView, frame, run, ...using };
}

export function Viewer(props: ViewerProps) {
  const { images, stageRef, onAsked } = props;
  const strings = useStrings().viewer;
  const { attachRegion } = useActions();
  const hasLetters = useSelected((state) => state.settings.letterShortcuts);
  const { at, image, look, changeLook, changeView, frame, run, ...using } =
    useViewing(props);
  const { tool, rect, leave, toggle } = using;
  const { attachment } = image;
  const [isSightWanted, setIsSightWanted] = useState(false);
  const bytes = useImageBlob(image);
  const sight = useSight(bytes, isSightWanted);
  const pointing = at === props.start ? props.pointing : undefined;
  const shown = usePlaces(bytes, pointing?.pointed);

  const ask = () => {
    if (bytes.kind !== 'there' || rect === undefined) return;
    const { blob } = bytes;
    void attachRegion({ of: attachment, blob, rect, word: strings.regionWord });
    onAsked();
  };

  return (
    <div className={css.viewer} onKeyDown={(event) => runByKey(event, hasLetters, run)}>
      <ViewerHead attachment={attachment} at={at} count={images.length} run={run} />
      <Toolbar
        look={look}
        frame={frame}
        tool={tool}
        isSightWanted={isSightWanted}
        run={run}
        changeLook={(change) => changeLook((now) => ({ ...now, ...change }))}
        onRegion={() => toggle('region', look.view, frame)}
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
        shown={shown}
        changeView={changeView}
        onRect={using.setRect}
      />
      {tool === 'region' && (
        <RegionBar
          rect={rect}
          image={attachment}
          canAsk={bytes.kind === 'there'}
          onAsk={ask}
          onCancel={leave}
        />
      )}
      <PlacesBar {...shown} pointing={pointing} image={attachment} />
      <SightBar sight={sight} />
    </div>
  );
}

/** Runs what the key stands for, unless something below it takes the key. */
function runByKey(
  event: KeyboardEvent,
  hasLetters: boolean,
  run: (command: ViewerCommand) => void,
): void {
  if (event.defaultPrevented || isTakenBy(event.target, event)) return;
  if (isLetter(event.key) && !hasLetters) return;
  const command = commandOf(event);
  if (command === undefined) return;
  event.preventDefault();
  run(command);
}
