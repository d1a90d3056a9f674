import { act, Profiler } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { appUnderTest } from '../../testing/app-under-test.ts';
import { MemoryLibrary } from '../../testing/memory-library.ts';
import { ScriptedEngine } from '../../testing/scripted-engine.ts';
import { AppContext } from '../app-context.ts';
import { LanguageContext, LANGUAGES } from '../strings/use-strings.ts';
import { Markdown } from './markdown.tsx';
import { Turns } from './turns.tsx';

const page = globalThis as Record<string, unknown>;
let root: Root | undefined;

afterEach(async () => {
  await act(async () => root?.unmount());
  page['IS_REACT_ACT_ENVIRONMENT'] = false;
});

function newRoot(): Root {
  page['IS_REACT_ACT_ENVIRONMENT'] = true;
  const place = document.createElement('div');
  document.body.append(place);
  return (root = createRoot(place));
}

test('typing in the composer renders no turn', async () => {
  const library = new MemoryLibrary();
  library.add('Mini', true);
  const { app, until } = appUnderTest({
    library,
    engine: new ScriptedEngine({ answers: ['Rest **well**.'] }),
  });
  await app.actions.start();
  app.actions.setDraftText('What is this?');
  await app.actions.send();
  await until(({ answer }) => answer.kind === 'idle');
  let renders = 0;
  const shown = newRoot();
  await act(async () =>
    shown.render(
      <AppContext value={app}>
        <LanguageContext value="en">
          <Profiler id="turns" onRender={() => renders++}>
            <Turns scroller={{ current: null }} isFollowed={() => false} />
          </Profiler>
        </LanguageContext>
      </AppContext>,
    ),
  );
  expect(renders).toBeGreaterThan(0);
  renders = 0;
  for (const text of ['c', 'ch', 'che', 'ches', 'chest']) {
    await act(async () => app.actions.setDraftText(text));
  }
  expect(renders).toBe(0);
});

test('of a growing answer only the last block is made again', async () => {
  // Each link asks for the sentence on unchecked links whenever it is made.
  const { strings } = LANGUAGES.en;
  const asked = vi.spyOn(LANGUAGES.en, 'strings', 'get').mockReturnValue(strings);
  const askedAfter = async (finished: string) => {
    const shown = newRoot();
    const show = (text: string) =>
      act(async () => shown.render(<Markdown text={text} isGrowing />));
    await show(`${finished}And [this](https://b.example)`);
    const first = asked.mock.calls.length;
    asked.mockClear();
    for (const end of [' one', ' one two', ' one two three']) {
      await show(`${finished}And [this](https://b.example)${end}`);
    }
    const growing = asked.mock.calls.length;
    asked.mockClear();
    await act(async () => shown.unmount());
    return { first, growing };
  };
  const alone = await askedAfter('');
  const behind = await askedAfter('See [it](https://a.example).\n\n'.repeat(20));
  expect(behind).toEqual({ first: alone.first + 20, growing: alone.growing });
  asked.mockRestore();
});
