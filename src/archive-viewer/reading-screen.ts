/** @file An open archive: its list beside the consultation that is read. */
import type { OpenArchive } from '../store/archive/read-archive.ts';
import type { ConversationHeader } from '../store/records.ts';
import type { ArchiveIndex } from './archive-index.ts';
import { type ConsultationView, consultationView } from './consultation-view.ts';
import { button, element } from './element.ts';
import { formatTime } from './language.ts';
import { listView } from './list-view.ts';
import { openConsultation } from './open-consultation.ts';
import { problemOf } from './problem-of.ts';
import type { ViewerStrings } from './strings.ts';

export interface Reading {
  readonly archive: OpenArchive;
  readonly index: ArchiveIndex;
  /** The consultation that is open. */
  shown: ConversationHeader | undefined;
}

export interface ReadingScreen {
  readonly screen: HTMLElement;
  /** Forgets the images on screen. */
  readonly dispose: () => void;
}

export function readingScreen(
  strings: ViewerStrings,
  reading: Reading,
  close: () => void,
): ReadingScreen {
  const { index, archive } = reading;
  let view: ConsultationView | undefined;
  const middle = element('main', { className: 'middle' });
  const page = element('div', { className: 'reading' });

  const pick = async (header: ConversationHeader | undefined): Promise<void> => {
    reading.shown = header;
    view?.dispose();
    view = undefined;
    list.mark(header?.id);
    page.classList.toggle('has-shown', header !== undefined);
    if (header === undefined) {
      return middle.replaceChildren(element('p', { className: 'soft' }, strings.pick));
    }
    const places = index.places.get(header.id) ?? [];
    try {
      const consultation = await openConsultation(archive, header, places);
      if (reading.shown !== header) return; // another was picked meanwhile
      const patient = index.patients.get(header.patientId ?? '');
      view = consultationView(strings, consultation, patient);
      middle.replaceChildren(backButton(), view.view);
      middle.scrollTop = 0;
      view.view.querySelector('h2')?.focus();
    } catch (error) {
      const says = strings.problems[problemOf(error)];
      const notice = { className: 'notice wrong', role: 'alert' };
      middle.replaceChildren(backButton(), element('p', notice, says));
    }
  };
  /** For narrow screens, where the list makes way. */
  const backButton = (): HTMLElement =>
    button(strings.back, () => void pick(undefined), { className: 'back' });
  const list = listView(strings, index, (header) => void pick(header));
  page.append(topBar(strings, reading, close), list.view, middle);
  void pick(reading.shown);
  return { screen: page, dispose: () => view?.dispose() };
}

function topBar(
  strings: ViewerStrings,
  { archive, index }: Reading,
  close: () => void,
): HTMLElement {
  const { madeMs, app } = archive.header;
  const isWhole = index.error === undefined;
  const made = strings.madeAt(formatTime(strings, madeMs), app);
  return element(
    'div',
    { className: 'top' },
    element('h1', {}, strings.title),
    isWhole
      ? element('span', { className: 'soft' }, `${made} · ${strings.whole}`)
      : element(
          'span',
          { className: 'label wrong', role: 'alert' },
          strings.incomplete,
        ),
    button(strings.close, close),
  );
}
