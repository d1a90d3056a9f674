/**
 * @file A disk that refuses at every single write of a visit, one run for each.
 *
 * A run goes through everything a person does. From write n on the disk refuses,
 * until the step in which that happened is over. Then the person must have been
 * told, everything must still read, and once there is space the same step must
 * work. At the end the profile is what it would have been without the fault.
 */
// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { type DiskFault, FullDisk } from '../testing/full-disk.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { ConversationStore } from '../store/conversations.ts';
import { openDatabase } from '../store/database.ts';
import { Vault } from '../store/vault.ts';
import { currentDraft, currentMessages } from './selectors.ts';
import type { AppState } from './state.ts';

const PASSPHRASE = 'correct horse battery';
const FILM = 'a'.repeat(64);

let disk: FullDisk;
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);

beforeEach(() => {
  disk = new FullDisk();
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(() => {
  disk.dispose();
  process.off('unhandledRejection', note);
});

/** Something a person does. Done again, it must not do twice what was done. */
interface Step {
  readonly name: string;
  act(tested: AppUnderTest): Promise<unknown>;
  isDone(state: AppState): boolean;
}

const texts = (state: AppState) => currentMessages(state).map(({ text }) => text);
const turnsOf = ({ current }: AppState) =>
  current.kind === 'open' ? current.conversation.messages : [];
const isIdle = ({ answer }: AppState) => answer.kind === 'idle';
const idOf = (state: AppState, title: string) =>
  state.conversations.find((kept) => kept.title === title)?.id;

/** Sends, and has a growing answer written on the way. */
async function send({ app, browser, now, until }: AppUnderTest): Promise<void> {
  const sending = app.actions.send();
  await until(
    ({ answer, notices }) =>
      notices.length > 0 ||
      answer.kind === 'idle' ||
      (answer.kind === 'running' && answer.newTokens > 0),
  ).catch(() => {});
  if (now().answer.kind === 'running') browser.leave();
  await sending;
}

async function ask(tested: AppUnderTest, text: string, image?: string): Promise<void> {
  const { actions } = tested.app;
  actions.setDraftText(text);
  if (image !== undefined && currentDraft(tested.now()).images.length === 0) {
    await actions.addImages([new File([], image)]);
  }
  await send(tested);
}

const STEPS: readonly Step[] = [
  {
    name: 'asks with an image',
    act: async (tested) => {
      if (texts(tested.now())[0] !== 'Second.') tested.app.actions.newConsultation();
      await ask(tested, 'Second.', 'b');
    },
    isDone: (state) =>
      texts(state)[0] === 'Second.' &&
      currentMessages(state)[1]?.state === 'complete' &&
      currentDraft(state).text === '' &&
      isIdle(state),
  },
  {
    name: 'has it answered again',
    act: ({ app }) => app.actions.regenerate(),
    isDone: (state) =>
      turnsOf(state).filter(({ state: so }) => so === 'complete').length === 3,
  },
  {
    name: 'edits the question',
    act: async (tested) => {
      const question = must(currentMessages(tested.now())[0], 'it was asked');
      await tested.app.actions.beginEdit(question.id);
      tested.app.actions.setDraftText('Second, better.');
      await send(tested);
    },
    isDone: (state) =>
      texts(state)[0] === 'Second, better.' &&
      currentMessages(state)[1]?.state === 'complete',
  },
  {
    name: 'describes it',
    act: ({ app, now }) => {
      const { conversations } = now();
      const id = must(
        conversations.find(({ title }) => title.startsWith('Second')),
        'it is kept',
      ).id;
      const description = { title: 'Second film', patientName: 'Li', tags: ['chest'] };
      return app.actions.describeConsultation(id, description);
    },
    isDone: (state) => idOf(state, 'Second film') !== undefined,
  },
  {
    name: 'looks at the other branch',
    act: ({ app, now }) => {
      const first = must(turnsOf(now())[0], 'it was asked');
      return app.actions.showBranch(first.id);
    },
    isDone: (state) => texts(state)[0] === 'Second.',
  },
  {
    name: 'types',
    act: async ({ app, browser }) => {
      app.actions.setDraftText('Typed, not sent.');
      browser.leave();
    },
    isDone: (state) => currentDraft(state).text === 'Typed, not sent.',
  },
  {
    name: 'changes a setting',
    act: ({ app }) => app.actions.changeSettings({ theme: 'dark' }),
    isDone: () => false,
  },
  {
    name: 'sets a passphrase',
    act: ({ app }) => app.actions.setPassphrase(PASSPHRASE),
    isDone: ({ isProtected }) => isProtected,
  },
  {
    name: 'locks and unlocks',
    act: async ({ app, browser }) => {
      app.actions.setDraftText('Typed, not sent, then locked.');
      browser.leave();
      await app.actions.lock();
      await app.actions.unlock('wrong');
      await app.actions.unlock(PASSPHRASE);
    },
    isDone: (state) =>
      state.start.kind === 'started' &&
      currentDraft(state).text === 'Typed, not sent, then locked.',
  },
  {
    name: 'erases',
    act: async ({ app, now }) => {
      const id = idOf(now(), 'To be erased.');
      if (id !== undefined) await app.actions.deleteConsultation(id);
    },
    isDone: (state) => idOf(state, 'To be erased.') === undefined,
  },
];

let runs = 0;

/** A profile with something in it. */
async function begin(): Promise<AppUnderTest> {
  const engine = new ScriptedEngine({ answers: ['Since when is it?'], wordMs: 2 });
  const tested = appUnderTest({ engine, databaseName: `quota-${++runs}` });
  await tested.app.actions.start();
  await ask(tested, 'To be erased.');
  tested.app.actions.newConsultation();
  await ask(tested, 'First.', 'a');
  await disk.quiet();
  expect(tested.now().notices).toEqual([]);
  return tested;
}

function wasTold({ start, notices }: AppState): boolean {
  const isOfDisk = (kind: string) =>
    kind === 'out-of-memory' || kind === 'storage-failed';
  if (start.kind === 'failed') return isOfDisk(start.problem.kind);
  return notices.some(
    (notice) => notice.kind === 'problem' && isOfDisk(notice.problem.kind),
  );
}

/** What was kept before reads while nothing can be written. */
async function stillReads({ app, now }: AppUnderTest): Promise<void> {
  if (now().start.kind !== 'started') return;
  const { current } = now();
  const turns = turnsOf(now());
  const first = must(idOf(now(), 'First.'), 'the list is not empty');
  await app.actions.openConsultation(first);
  expect(texts(now())).toEqual(['First.', 'Since when is it?']);
  expect(await app.readAttachment(first, FILM)).toBeDefined();
  if (current.kind !== 'open') return app.actions.newConsultation();
  await app.actions.openConsultation(current.conversation.id);
  expect(turnsOf(now())).toEqual(turns);
}

async function doStep(tested: AppUnderTest, step: Step): Promise<void> {
  const before = disk.refused;
  await step.act(tested);
  await disk.quiet();
  if (disk.refused === before) {
    expect(step.isDone(tested.now()) || step.name === 'changes a setting').toBe(true);
    return;
  }
  expect(wasTold(tested.now()), 'the person is told').toBe(true);
  await stillReads(tested);
  disk.free();
  await tested.app.actions.writeAgain();
  if (!step.isDone(tested.now())) await step.act(tested);
  await disk.quiet();
  expect(step.isDone(tested.now()) || step.name === 'changes a setting').toBe(true);
}

/** What the next visit finds, without what chance and clock put in. */
async function nextVisit(databaseName: string) {
  const tested = appUnderTest({ databaseName });
  await tested.app.actions.start();
  await tested.app.actions.unlock(PASSPHRASE);
  const { conversations, patients, settings, drafts, notices } = tested.now();
  const consultations = [];
  for (const { id, title, tags } of conversations) {
    await tested.app.actions.openConsultation(id);
    const turns = turnsOf(tested.now());
    const images = turns.flatMap(({ attachments }) => attachments);
    consultations.push({
      title,
      tags,
      shown: texts(tested.now()),
      turns: turns.map(({ text, state }) => `${text} ${state}`),
      images: await Promise.all(
        images.map(async ({ sha256 }) =>
          (await tested.app.readAttachment(id, sha256))?.text(),
        ),
      ),
    });
  }
  const { entries, faults } = must(await tested.app.actions.readAudit(), 'it reads');
  await disk.quiet();
  await tested.app.dispose();
  return {
    consultations: consultations.toSorted((a, b) => a.title.localeCompare(b.title)),
    patients: patients.map(({ name }) => name),
    theme: settings.theme,
    drafts: Object.values(drafts).map(({ text }) => text),
    notices,
    audit: entries
      .map(({ what }) => what)
      .filter((what) => what !== 'open')
      .toSorted(), // what waited comes later
    faults,
    left: await leftOfErased(databaseName, conversations.length),
  };
}

/** Turns of no consultation. */
async function leftOfErased(name: string, consultations: number): Promise<number> {
  const database = await openDatabase({ name });
  const of = (await database.getAll('messages')).map((turn) => turn.conversationId);
  database.close();
  return new Set(of).size - consultations;
}

interface Refusal {
  readonly fault: DiskFault;
  readonly step: string;
  /** The disk refuses from this write of the step on, counting from 1. */
  readonly write: number;
}

/** One visit; tells whether the disk refused anything, and what the next visit finds. */
async function run(refusal?: Refusal) {
  const tested = await begin();
  const before = disk.refused;
  for (const step of STEPS) {
    const isIt = step.name === refusal?.step;
    if (isIt) disk.failFrom(refusal.write, refusal.fault);
    await doStep(tested, step);
    if (isIt) disk.free();
  }
  await disk.quiet();
  const hasRefused = disk.refused > before;
  await tested.app.dispose();
  return { hasRefused, after: await nextVisit(tested.databaseName) };
}

describe.each<DiskFault>(['QuotaExceededError', 'UnknownError'])(
  '%s in a visit',
  (fault) => {
    test('at any write: told, nothing lost, the rest reads, and it works afterwards', async () => {
      const whole = (await run()).after;
      expect(whole).toMatchObject({ faults: [], notices: [], left: 0 });
      expect(whole.consultations).toHaveLength(2);
      for (const { name: step } of STEPS) {
        let refused = 0;
        for (let isOver = false; !isOver; refused++) {
          const write = refused + 1;
          const { hasRefused, after } = await run({ fault, step, write });
          expect(after, `write ${write}, as a person ${step}`).toEqual(whole);
          isOver = !hasRefused;
        }
        expect(refused, `a person ${step}, which writes`).toBeGreaterThan(1);
      }
      expect(unhandled).toEqual([]);
    }, 180_000);
  },
);

describe.each<DiskFault>(['QuotaExceededError', 'UnknownError'])(
  '%s at a start',
  (fault) => {
    test('at any write of a start: the list is there and opens, and the next start is whole', async () => {
      for (let n = 1; ; n++) {
        const { databaseName, app } = await begin();
        await app.dispose();
        await leaveGrowing(databaseName);
        disk.failFrom(n, fault);
        const before = disk.refused;
        const tested = appUnderTest({ databaseName });
        await tested.app.actions.start();
        await disk.quiet();
        const isOver = disk.refused === before;
        expect(isOver || wasTold(tested.now()), 'the person is told').toBe(true);
        expect(tested.now().start.kind).toBe('started');
        await stillReads(tested);
        disk.free();
        await tested.app.dispose();
        const { consultations, faults } = await nextVisit(databaseName);
        expect(consultations.map(({ turns }) => turns.at(-1))).toEqual([
          'Since when is it? stopped',
          'Since when is it? complete',
        ]);
        expect(faults).toEqual([]);
        if (isOver) break;
      }
      expect(unhandled).toEqual([]);
    }, 60_000);
  },
);

/** What a killed tab leaves: an answer that nobody makes any more. */
async function leaveGrowing(name: string): Promise<void> {
  const database = await openDatabase({ name });
  const vault = await Vault.open(database);
  const conversations = new ConversationStore(database, vault);
  const { records } = await conversations.list();
  const id = must(
    records.find(({ title }) => title === 'First.'),
    'it is kept',
  ).id;
  const { conversation } = must(await conversations.open(id), 'it is kept');
  const last = must(conversation.messages.at(-1), 'it was answered');
  await conversations.updateMessage({ ...last, state: 'growing' });
  database.close();
}
