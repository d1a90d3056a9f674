/** @file Boxes and points over the image, numbered as in the list below it. */
import type { Place } from '../../clinic/grounding.ts';
import { join } from '../controls/button.tsx';
import { rectOnStage } from './region.ts';
import type { ShownPlaces } from './use-places.ts';
import { toStage, type Frame, type View } from './view.ts';
import css from './places.module.css';

interface PlaceMarksProps extends Pick<ShownPlaces, 'places' | 'chosen'> {
  readonly view: View;
  readonly frame: Frame;
}

/** Not for screen readers, which have the list. */
export function PlaceMarks({ places, chosen, view, frame }: PlaceMarksProps) {
  return (
    <div aria-hidden className={css.marks} data-testid="places">
      {places.map((place, at) => (
        <div
          key={at}
          className={join(
            css.mark,
            place.kind === 'point' && css.point,
            chosen === at && css.chosen,
          )}
          style={positionOf(place, view, frame)}
        >
          <span className={css.tag}>
            {at + 1}
            {place.label !== '' && <bdi>{place.label}</bdi>}
          </span>
        </div>
      ))}
    </div>
  );
}

function positionOf(place: Place, view: View, frame: Frame) {
  if (place.kind === 'box') return rectOnStage(view, frame, place);
  const { x, y } = toStage(view, frame, place);
  return { left: x, top: y };
}
