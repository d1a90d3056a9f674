/** @file What the model points at, as a list: read out, and chosen to stand out on the image. */
import type { Attachment } from '../../clinic/conversation.ts';
import type { Place } from '../../clinic/grounding.ts';
import { SavePlaces } from '../grounding/save-places.tsx';
import { useStrings } from '../strings/use-strings.ts';
import { SightText } from './sight-bar.tsx';
import type { Pointing } from './open-viewer.ts';
import css from './places.module.css';
import type { ShownPlaces } from './use-places.ts';
import viewerCss from './viewer.module.css';

interface PlacesBarProps extends ShownPlaces {
  readonly pointing: Pointing | undefined;
  readonly image: Attachment;
}

export function PlacesBar(shown: PlacesBarProps) {
  const { isAsked, sight, places, outside, chosen, choose } = shown;
  const { pointing, image } = shown;
  const strings = useStrings().pictures;
  if (!isAsked) return null;
  return (
    <div className={viewerCss.bar}>
      {sight.kind === 'seen' ? (
        <>
          <ol className={css.list} aria-label={strings.places}>
            {places.map((place, at) => (
              <li key={at}>
                <PlaceButton
                  place={place}
                  at={at}
                  isChosen={chosen === at}
                  onChoose={() => choose(at)}
                />
              </li>
            ))}
          </ol>
          <p className={viewerCss.hint}>
            {places.length === 0 ? strings.noPlaces : strings.placesNote}
            {places.length > 0 && outside > 0 && ` ${strings.outside(outside)}`}
          </p>
          {places.length > 0 && pointing !== undefined && (
            <SavePlaces {...pointing} images={[image]} />
          )}
        </>
      ) : (
        <div role="status">
          <SightText sight={sight} />
        </div>
      )}
    </div>
  );
}

interface PlaceButtonProps {
  readonly place: Place;
  readonly at: number;
  readonly isChosen: boolean;
  onChoose(): void;
}

function PlaceButton({ place, at, isChosen, onChoose }: PlaceButtonProps) {
  const strings = useStrings().pictures;
  const { label, x, y } = place;
  const name = label === '' ? strings.unnamed(at + 1) : label;
  const where =
    place.kind === 'box'
      ? strings.boxAt(name, x, y, place.widthPx, place.heightPx)
      : strings.pointAt(name, x, y);
  return (
    <button
      type="button"
      className={css.choice}
      aria-pressed={isChosen}
      aria-label={where}
      title={where}
      onClick={onChoose}
    >
      <span className={css.number}>{at + 1}</span>
      <bdi className={css.name}>{name}</bdi>
    </button>
  );
}
