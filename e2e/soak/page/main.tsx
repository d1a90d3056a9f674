/**
 * @file The app with a consultation of 500 turns and 200 images, and an engine that
 * speaks at a given pace: so long a consultation is more than the small checkpoint
 * can read. Everything else is the app itself, built as it is built.
 */
import '../../../src/base/trusted-types.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { thisBrowser } from '../../../src/app/browser.ts';
import { createApp } from '../../../src/app/create-app.ts';
import { openKept } from '../../../src/app/open-kept.ts';
import { readImage } from '../../../src/app/read-image.ts';
import { must } from '../../../src/base/assert.ts';
import { acceptUseIn } from '../../../src/testing/accepted-use.ts';
import { MemoryLibrary } from '../../../src/testing/memory-library.ts';
import { ScriptedEngine } from '../../../src/testing/scripted-engine.ts';
import { Shell } from '../../../src/ui/shell/shell.tsx';
import { LONG } from '../../writer/long-consultation.ts';
import { beginToWrite, keepConsultation } from '../../writer/page/keep-consultation.ts';

/** As fast as a large model on a good GPU, a word a token. */
const WORD_MS = 20;
const PARAGRAPHS = 60;

const paragraph =
  'The **film** shows a *left lower lobe* infiltrate with `CRP 48`, and no effusion that one could see in it today.';
const list = '- fever and cough for two days\n- no rash, no allergy\n- saturation 97 %';
const answer = Array.from({ length: PARAGRAPHS }, () => `${paragraph}\n\n${list}`);

const kept = await openKept({
  onClosed: () => {},
  beforeHandOver: async () => {},
  onProblem: (problem) => console.error(problem),
});
await beginToWrite(kept);
await keepConsultation(kept, LONG);
await kept.close();

const library = new MemoryLibrary();
library.add('Paced', true);
const app = createApp({
  engine: new ScriptedEngine({ answers: [answer.join('\n\n')], wordMs: WORD_MS }),
  library,
  browser: thisBrowser(),
  openKept,
  readImage,
  bundledUrl: '/checkpoints/none/',
});
createRoot(must(document.getElementById('root'), 'the page has it')).render(
  <StrictMode>
    <Shell app={app} />
  </StrictMode>,
);
acceptUseIn(app);
void app.actions.start();
