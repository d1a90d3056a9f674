/** @file Where an answer points, on the image that is looked at. */
import { useMemo, useState } from 'react';
import { placesOn, type Place, type Pointed } from '../../clinic/grounding.ts';
import type { ImageBytes } from './use-image-blob.ts';
import { useSight, type ShownSight } from './use-sight.ts';

export interface ShownPlaces {
  /** An answer points at this image. */
  readonly isAsked: boolean;
  /** The picture that its places count in, or why it is not known. */
  readonly sight: ShownSight;
  readonly places: readonly Place[];
  /** How many lie outside the image. */
  readonly outside: number;
  /** The one that stands out, counting from 0. */
  readonly chosen: number | undefined;
  choose(at: number): void;
}

const NONE: readonly Pointed[] = [];

/** @param pointed - undefined for an image that no answer was shown on */
export function usePlaces(
  bytes: ImageBytes,
  pointed: readonly Pointed[] | undefined,
): ShownPlaces {
  const sight = useSight(bytes, pointed !== undefined);
  const [chosen, setChosen] = useState<number>();
  const places = useMemo(
    () => (sight.kind === 'seen' ? placesOn(pointed ?? NONE, sight.image) : []),
    [pointed, sight],
  );
  return {
    isAsked: pointed !== undefined,
    sight,
    places,
    outside: sight.kind === 'seen' ? (pointed?.length ?? 0) - places.length : 0,
    chosen,
    choose: (at) => setChosen((before) => (before === at ? undefined : at)),
  };
}
