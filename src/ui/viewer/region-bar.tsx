/** @file What is drawn, whether it is large enough, and the button that asks about it. */
import { useSelected } from '../app-context.ts';
import { Button, join } from '../controls/button.tsx';
import { LEAST_REGION_PX, type PixelRect } from '../../app/region-size.ts';
import { useStrings } from '../strings/use-strings.ts';
import type { Size } from './orientation.ts';
import { isLargeEnough } from './region.ts';
import { REGION_HINT_ID } from './region-frame.tsx';
import css from './viewer.module.css';

interface RegionBarProps {
  readonly rect: PixelRect | undefined;
  readonly image: Size;
  readonly canAsk: boolean;
  onAsk(): void;
  onCancel(): void;
}

export function RegionBar({ rect, image, canAsk, onAsk, onCancel }: RegionBarProps) {
  const { cancel, viewer: strings } = useStrings();
  const isWriter = useSelected((state) => state.writer === 'writing');
  const isEnough = rect !== undefined && isLargeEnough(rect);
  const why = !isWriter
    ? strings.anotherTabWrites
    : !isLargeEnough(image)
      ? strings.imageTooSmall(LEAST_REGION_PX)
      : isEnough
        ? strings.regionSize(rect.widthPx, rect.heightPx)
        : strings.regionTooSmall(LEAST_REGION_PX, rect);
  return (
    <div className={css.bar}>
      <div className={css.says}>
        <p role="status" className={join(!isEnough && css.warns)}>
          {why}
        </p>
        <p id={REGION_HINT_ID} className={css.hint}>
          {strings.regionHint}
        </p>
      </div>
      <div className={css.choices}>
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
        <Button
          look="primary"
          disabled={!isEnough || !canAsk || !isWriter}
          onClick={onAsk}
        >
          {strings.ask}
        </Button>
      </div>
    </div>
  );
}
