/** @file Whose words about images mean nothing, of the answers on screen. */
import { currentSyntheticPatient } from '../../app/selectors.ts';
import type { Message } from '../../clinic/conversation.ts';
import { useSelected } from '../app-context.ts';
import { blindCheckpoint, drawnOnlyCheckpoint } from './blind-checkpoint.ts';

export interface ImageNotes {
  /** The checkpoint that answered, when it does not understand images. */
  readonly blindTo: string | undefined;
  /** The checkpoint that answered, when it knows drawn images alone, and these may be others. */
  readonly knowsDrawnOnly: string | undefined;
}

export const NO_IMAGE_NOTES: ImageNotes = {
  blindTo: undefined,
  knowsDrawnOnly: undefined,
};

/** For an answer that had images before it. While it grows, the loaded checkpoint answers. */
export function useImageNotes(): (answer: Message) => ImageNotes {
  const blind = useSelected(blindCheckpoint);
  const drawnOnly = useSelected(drawnOnlyCheckpoint);
  const isOnPerson = useSelected(
    (state) => currentSyntheticPatient(state) === undefined,
  );
  return ({ provenance }) => {
    if (provenance === undefined) return { blindTo: blind, knowsDrawnOnly: drawnOnly };
    const { checkpoint, understandsImages, isDemonstration } = provenance;
    const isDrawnOnly = understandsImages === true && isDemonstration === true;
    return {
      blindTo: understandsImages === false ? checkpoint : undefined,
      knowsDrawnOnly: isDrawnOnly && isOnPerson ? checkpoint : undefined,
    };
  };
}
