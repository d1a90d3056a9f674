import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { currentDraft } from '../../app/selectors.ts';
import { EMPTY_DRAFT } from '../../app/state.ts';
import { appUnderTest } from '../../testing/app-under-test.ts';
import { AppContext } from '../app-context.ts';
import { LanguageContext } from '../strings/use-strings.ts';
import { DraftImages } from './draft-images.tsx';

test('an image on its way shows its name, and can be given up', async () => {
  const { app, now } = appUnderTest();
  await app.actions.start();
  app.state.setState({
    drafts: {
      new: { ...EMPTY_DRAFT, readingImages: [{ id: '1', name: 'scan\u202Egpj.heic' }] },
    },
  });
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <AppContext value={app}>
        <LanguageContext value="en">
          <DraftImages />
        </LanguageContext>
      </AppContext>,
    ),
  );
  const label = place.querySelector('[role=progressbar]')?.getAttribute('aria-label');
  expect(label).toBe('Reading scangpj.heic');
  expect(place.textContent).toBe('scangpj.heic');

  const stop = place.querySelector<HTMLButtonElement>('button');
  expect(stop?.getAttribute('aria-label')).toBe('Stop reading scangpj.heic');
  await act(async () => stop?.click());
  expect(currentDraft(now()).readingImages).toEqual([]);
  expect(place.textContent).toBe('');

  await act(async () => root.unmount());
  place.remove();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  await app.dispose();
});
