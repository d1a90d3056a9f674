import { act, Profiler } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import ReactMarkdown from 'react-markdown';
import { appUnderTest } from '../../testing/app-under-test.ts';
import { MemoryLibrary } from '../../testing/memory-library.ts';
import { ScriptedEngine } from '../../testing/scripted-engine.ts';
import { AppContext } from '../app-context.ts';
import { LanguageContext } from '../strings/use-strings.ts';
import { Markdown } from './markdown.tsx';
import { Turns } from './turns.tsx';

vi.mock('react-markdown', { spy: true });

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

test('of a growing answer only the last block is parsed', async () => {
  const parse = vi.mocked(ReactMarkdown);
  const finished = Array.from({ length: 20 }, (_, at) => `Paragraph ${at}.\n\n`).join(
    '',
  );
  const shown = newRoot();
  const show = (text: string) =>
    act(async () => shown.render(<Markdown text={text} isGrowing />));
  await show(`${finished}Last`);
  parse.mockClear();
  for (const end of [' one', ' one two', ' one two three']) {
    await show(`${finished}Last${end}`);
  }
  expect(parse.mock.calls.map(([{ children }]) => children)).toEqual([
    'Last one',
    'Last one two',
    'Last one two three',
  ]);
});
