// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { type AppUnderTest, appUnderTest } from '../testing/app-under-test.ts';
import { currentDraft, whyCannotSend } from './selectors.ts';

async function started(): Promise<AppUnderTest> {
  const tested = appUnderTest();
  await tested.app.actions.start();
  tested.app.actions.setDraftText('What is this?');
  return tested;
}

/** Not awaited, so that the first is still being read. */
function reading(tested: AppUnderTest, ...names: readonly string[]) {
  const done = tested.app.actions.addImages(names.map((name) => new File([], name)));
  const { readingImages } = currentDraft(tested.now());
  const giveUp = (name: string) => {
    const image = readingImages.find((it) => it.name === name);
    tested.app.actions.stopReadingImage(image?.id ?? 'none');
  };
  return { tested, done, giveUp };
}

const namesIn = ({ tested }: ReturnType<typeof reading>) => {
  const { images, readingImages } = currentDraft(tested.now());
  return {
    reading: readingImages.map(({ name }) => name),
    read: images.map(({ attachment }) => attachment.sha256.slice(0, 1)),
  };
};

test('images on their way are named, and nothing is sent before they are there', async () => {
  const begun = reading(await started(), 'a', 'b');
  expect(namesIn(begun)).toEqual({ reading: ['a', 'b'], read: [] });
  expect(whyCannotSend(begun.tested.now())).toBe('reading-images');
  await begun.done;
  expect(namesIn(begun)).toEqual({ reading: [], read: ['a', 'b'] });
});

test('one that is given up does not arrive, whether its reading has begun or not', async () => {
  const begun = reading(await started(), 'a', 'b', 'c');
  begun.giveUp('a');
  begun.giveUp('c');
  expect(namesIn(begun).reading).toEqual(['b']);
  await begun.done;
  expect(namesIn(begun)).toEqual({ reading: [], read: ['b'] });
});

test('nothing is told of a broken one that was given up', async () => {
  const begun = reading(await started(), 'holiday.mp3', 'a');
  begun.giveUp('holiday.mp3');
  await begun.done;
  expect(namesIn(begun).read).toEqual(['a']);
  expect(begun.tested.now().notices).toEqual([]);
});
