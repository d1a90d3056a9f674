import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { appUnderTest } from '../../testing/app-under-test.ts';
import { MemoryLibrary } from '../../testing/memory-library.ts';
import { ScriptedEngine } from '../../testing/scripted-engine.ts';
import { AppContext } from '../app-context.ts';
import { LanguageContext } from '../strings/use-strings.ts';
import { Announcer } from './announcer.tsx';

const SENTENCES = [
  'Rest the leg.',
  'Give 0.5 mg twice a day.',
  'Is there a fever?',
  'Come back on Friday.',
  'Then we look again.',
];

let root: Root | undefined;
let place: HTMLElement | undefined;

afterEach(() => {
  root?.unmount();
  place?.remove();
});

test('each finished sentence is announced once and in order, never half of one', async () => {
  const { app, said } = await announced(SENTENCES.join(' '));
  await app.actions.send();
  await expect.poll(() => said.at(-1)).toContain('The answer is finished.');
  expect(said[0]).toBe('The answer begins.');
  const words = said.slice(1).join(' ');
  expect(words).toBe(`${SENTENCES.join(' ')} The answer is finished.`);
  for (const one of said.slice(1)) expect(one).toMatch(/[.?]$/);
});

test('a stopped answer is said to be stopped, after what there is of it', async () => {
  const { app, said } = await announced(SENTENCES.join(' '));
  const sending = app.actions.send();
  await expect.poll(() => said).toContain('Rest the leg.');
  app.actions.stop();
  await sending;
  await expect.poll(() => said.at(-1)).toMatch(/Stopped\.$/);
  const words = said
    .slice(1)
    .join(' ')
    .replace(/ ?Stopped\.$/, '');
  expect(SENTENCES.join(' ').startsWith(words)).toBe(true);
  expect(words).not.toBe(SENTENCES.join(' '));
  for (const one of said.slice(1, -1)) expect(one).toMatch(/[.?]$/);
});

/** A page that can only be heard, and what it said so far. */
async function announced(answer: string) {
  const library = new MemoryLibrary();
  library.add('Mini', true);
  const engine = new ScriptedEngine({ answers: [answer], wordMs: 40 });
  const { app } = appUnderTest({ library, engine });
  await app.actions.start();
  app.actions.setDraftText('What is this?');
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  root.render(
    <AppContext value={app}>
      <LanguageContext value="en">
        <Announcer />
      </LanguageContext>
    </AppContext>,
  );
  const region = await expect
    .poll(() => place?.querySelector('[role=status][aria-live=polite]'))
    .not.toBeNull()
    .then(() => place?.querySelector('[role=status]'));
  const said: string[] = [];
  if (region === null || region === undefined) throw new Error('nothing is said');
  new MutationObserver(() => said.push(region.textContent)).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return { app, said };
}
