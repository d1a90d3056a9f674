import { Profiler } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { currentMessages } from '../../app/selectors.ts';
import { appUnderTest } from '../../testing/app-under-test.ts';
import { MemoryLibrary } from '../../testing/memory-library.ts';
import { ScriptedEngine } from '../../testing/scripted-engine.ts';
import { AppContext } from '../app-context.ts';
import { LanguageContext } from '../strings/use-strings.ts';
import { Announcer } from './announcer.tsx';
import { Turns } from './turns.tsx';

const TOKENS = 400;

let root: Root | undefined;
let place: HTMLElement | undefined;

afterEach(() => {
  root?.unmount();
  place?.remove();
});

test('a burst of tokens changes the page once a frame', async () => {
  const library = new MemoryLibrary();
  library.add('Mini', true);
  const engine = new ScriptedEngine({ answers: ['word '.repeat(TOKENS)] });
  const { app } = appUnderTest({ library, engine });
  await app.actions.start();
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  const frames = watchFrames();
  const startedMs = performance.now();
  const texts = new Set<string>();
  let commits = 0;
  app.state.subscribe((state) => {
    if (state.answer.kind !== 'running') return;
    texts.add(currentMessages(state).at(-1)?.text ?? '');
  });
  root.render(
    <AppContext value={app}>
      <LanguageContext value="en">
        <Profiler
          id="turns"
          onRender={() => {
            if (app.state.getState().answer.kind === 'running') commits++;
          }}
        >
          <Turns scroller={{ current: null }} isFollowed={() => false} />
          <Announcer />
        </Profiler>
      </LanguageContext>
    </AppContext>,
  );
  app.actions.setDraftText('What is this?');
  await app.actions.send();
  const painted = frames.stop();

  // where a frame is late, a timer shows what waits
  const chances = painted + (performance.now() - startedMs) / 200 + 4;
  expect(texts.size).toBeGreaterThan(1);
  expect(texts.size).toBeLessThanOrEqual(chances);
  // The words and the rate are one commit. What the words look like as Markdown is
  // another, which typing may interrupt.
  expect(commits).toBeLessThanOrEqual(2 * chances);
  expect(place.textContent).toContain('word word word');
});

/** Counts the frames that the browser paints. */
function watchFrames() {
  let count = 0;
  let asked = 0;
  const next = () => {
    count++;
    asked = requestAnimationFrame(next);
  };
  asked = requestAnimationFrame(next);
  return {
    stop() {
      cancelAnimationFrame(asked);
      return count;
    },
  };
}
