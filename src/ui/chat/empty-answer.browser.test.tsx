import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { Language } from '../../app/state.ts';
import { must } from '../../base/assert.ts';
import { appUnderTest, type AppUnderTest } from '../../testing/app-under-test.ts';
import { MemoryLibrary } from '../../testing/memory-library.ts';
import { ScriptedEngine } from '../../testing/scripted-engine.ts';
import { AppContext } from '../app-context.ts';
import { LanguageContext } from '../strings/use-strings.ts';
import { Turns } from './turns.tsx';

/** A consultation whose only answer has these words, on a checkpoint without eyes or with. */
async function answered(answer: string, files: string[], understandsImages = false) {
  const library = new MemoryLibrary();
  library.add('Mini', true, { understandsImages });
  const engine = new ScriptedEngine({ answers: [answer] });
  const tested = appUnderTest({ library, engine });
  await tested.app.actions.start();
  await tested.app.actions.addImages(files.map((name) => new File([], name)));
  tested.app.actions.setDraftText('What is this?');
  await tested.app.actions.send();
  return tested;
}

async function shown({ app }: AppUnderTest, language: Language) {
  const page = globalThis as Record<string, unknown>;
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  page['IS_REACT_ACT_ENVIRONMENT'] = true;
  await act(async () =>
    root.render(
      <AppContext value={app}>
        <LanguageContext value={language}>
          <Turns scroller={{ current: null }} isFollowed={() => false} />
        </LanguageContext>
      </AppContext>,
    ),
  );
  page['IS_REACT_ACT_ENVIRONMENT'] = false; // from here on React works as in the page
  const article = must(place.querySelectorAll('article')[1], 'the answer is shown');
  const button = (name: string) =>
    [...article.querySelectorAll('button')].find((one) =>
      [one.textContent, one.getAttribute('aria-label')].includes(name),
    );
  return { text: article.textContent, button };
}

test('an answer without a word is said to be one, and can be made again', async () => {
  const tested = await answered('', []);
  const english = await shown(tested, 'en');
  expect(english.text).toContain('ended its answer at once, without a word');
  expect(english.text).not.toContain('image');
  expect(english.button('Ask without images')).toBeUndefined();
  expect((await shown(tested, 'zh')).text).toContain('一个字也没有写');

  const again = must(english.button('Regenerate'), 'it is offered');
  again.click();
  await tested.until(
    ({ answer }) => answer.kind === 'idle' && tested.engine.requests.length === 2,
  );
});

test('an image that the checkpoint does not understand is named as the likely cause', async () => {
  const tested = await answered(' \n', ['a', 'b']);
  const { text, button } = await shown(tested, 'en');
  expect(text).toContain('Mini does not understand images');
  expect((await shown(tested, 'zh')).text).toContain('Mini 看不懂图片。可以去掉图片');

  const without = must(button('Ask without images'), 'it is offered');
  without.click();
  await tested.until(({ drafts }) => Object.keys(drafts).length > 0);
  expect(Object.values(tested.now().drafts)).toMatchObject([
    { text: 'What is this?', images: [] },
  ]);
});

test('a checkpoint that understands images is not said to stumble over them', async () => {
  const { text, button } = await shown(await answered('', ['a'], true), 'en');
  expect(text).toContain('without a word');
  expect(text).not.toContain('does not understand');
  expect(button('Ask without images')).toBeUndefined();
});

test('an answer with words is no empty one', async () => {
  const { text, button } = await shown(await answered('Rest.', ['a']), 'en');
  expect(text).not.toContain('without a word');
  expect(button('Regenerate')).toBeDefined();
});
