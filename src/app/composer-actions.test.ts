// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { appUnderTest } from '../testing/app-under-test.ts';
import { currentDraft, currentMessages } from './selectors.ts';

test('a caption goes with its image, to the model and to the disk', async () => {
  const tested = appUnderTest();
  const { actions } = tested.app;
  await actions.start();
  await actions.addImages([new File([], 'a'), new File([], 'b')]);
  actions.captionDraftImage('a'.repeat(64), 'left wrist');
  actions.setDraftText('Broken?');
  await actions.send();

  expect(tested.engine.requests[0]?.messages[1]?.content).toMatchObject([
    { kind: 'image', image: { sha256: 'a'.repeat(64) } },
    { kind: 'text', text: '(left wrist)\n' },
    { kind: 'image', image: { sha256: 'b'.repeat(64) } },
    { kind: 'text', text: 'Broken?' },
  ]);
  const captions = currentMessages(tested.now())[0]?.attachments.map(
    ({ caption }) => caption,
  );
  expect(captions).toEqual(['left wrist', undefined]);
});

test('a caption that is emptied is none', async () => {
  const tested = appUnderTest();
  const { actions } = tested.app;
  await actions.start();
  await actions.addImages([new File([], 'a')]);
  actions.captionDraftImage('a'.repeat(64), 'left');
  actions.captionDraftImage('a'.repeat(64), '');
  expect(currentDraft(tested.now()).images[0]?.attachment).not.toHaveProperty(
    'caption',
  );
});
