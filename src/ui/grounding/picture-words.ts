/**
 * @file What a saved picture says of the places on it: whose they are and whether a
 * doctor looked at the answer, in both languages, for whoever the picture reaches.
 */
import type { PointedImage } from '../../app/image-viewing.ts';
import type { Language } from '../../app/state.ts';
import { withoutBidiControls } from '../../base/bidi-controls.ts';
import type { Message } from '../../clinic/conversation.ts';
import type { Review } from '../../clinic/review.ts';
import { copyLabel, modelName } from '../chat/copied-answer.ts';
import { formatTime } from '../strings/format.ts';
import { LANGUAGES } from '../strings/use-strings.ts';

interface PlacesOfAnswer {
  readonly message: Message;
  /** The last one; undefined for an answer that nobody reviewed. */
  readonly review: Review | undefined;
  /** In which places without a label are numbered. */
  readonly language: Language;
}

export function pictureWords(
  answer: PlacesOfAnswer,
): Pick<PointedImage, 'label' | 'stripFor'> {
  const { message, language } = answer;
  const languages = ['en', 'zh'] as const;
  const labels = languages.map((one) => labelIn(one, answer));
  const notes = languages.map((one) => LANGUAGES[one].strings.pictures.onPicture);
  const { provenance, id: contentId } = message;
  const { app, checkpointSha256 } = provenance?.origin ?? {};
  const { unnamed } = LANGUAGES[language].strings.pictures;
  const name = (label: string, at: number) =>
    `${at + 1} ${label === '' ? unnamed(at + 1) : withoutBidiControls(label)}`;
  return {
    label: {
      words: labels.join(' '),
      contentId,
      ...(app !== undefined && { app }),
      ...(provenance !== undefined && { checkpoint: provenance.checkpoint }),
      ...(checkpointSha256 !== undefined && { checkpointSha256 }),
    },
    stripFor: (places) => [
      ...labels,
      ...notes,
      places.map(name).join(' · '),
      [LANGUAGES.en.strings.appName, contentId, checkpointSha256?.slice(0, 16)]
        .filter(Boolean)
        .join(' · '),
    ],
  };
}

function labelIn(language: Language, { message, review }: PlacesOfAnswer): string {
  const { strings } = LANGUAGES[language];
  const format = (timeMs: number) => formatTime(timeMs, language);
  if (review?.verdict === 'edited') {
    const model = modelName(message, strings);
    return strings.pictures.wordsCorrected(model, format(review.createdMs));
  }
  return copyLabel({ message, review, strings, formatTime: format });
}
