// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { appUnderTest } from '../testing/app-under-test.ts';
import { currentDraft, currentMessages } from './selectors.ts';
import { regionName } from './viewer-actions.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));

test('an image of the draft takes another place, and the model reads them in that order', async () => {
  const tested = appUnderTest();
  const { actions } = tested.app;
  await actions.start();
  await actions.addImages(['a', 'b', 'c'].map((name) => new File([], name)));
  const order = () =>
    currentDraft(tested.now()).images.map(({ attachment }) => attachment.sha256);

  actions.moveDraftImage(C ?? '', 0);
  expect(order()).toEqual([C, A, B]);
  actions.moveDraftImage(C ?? '', 1);
  expect(order()).toEqual([A, C, B]);
  actions.moveDraftImage('d'.repeat(64), 0);
  expect(order()).toEqual([A, C, B]);

  await actions.send();
  const [turn] = currentMessages(tested.now());
  expect(turn?.attachments.map(({ sha256 }) => sha256)).toEqual([A, C, B]);
});

test('nobody knows what a model sees before it is loaded', async () => {
  const tested = appUnderTest();
  const { actions } = tested.app;
  const before = await actions.seeImage(A ?? '', new Blob());
  expect(before).toMatchObject({ kind: 'failed', problem: { kind: 'device-lost' } });
  await actions.start();
  await tested.until(({ engine }) => engine.kind === 'ready');
  const after = await actions.seeImage(A ?? '', new Blob());
  expect(after).toMatchObject({ kind: 'seen', image: { patchPx: 14, tokenPx: 28 } });
});

test('a region is named after its image, and two of them apart', () => {
  expect(regionName('hand.left.jpeg', 'region', [])).toBe('hand.left region.png');
  expect(regionName('hand', 'region', ['hand region.png'])).toBe('hand region 2.png');
});
