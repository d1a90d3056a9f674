// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { must } from '../base/assert.ts';
import { sampleCase } from '../mediscope/sample-case.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import {
  canHearPatient,
  canOpenDemonstration,
  DEMONSTRATION_SEED,
  DEMONSTRATIONS,
} from './demonstrations.ts';
import { currentDraft, currentSyntheticPatient } from './selectors.ts';

const spot = must(
  DEMONSTRATIONS.find(({ presentation }) => presentation === 'skin-spot'),
  'it is one of them',
);

async function opened(shared?: Parameters<typeof appUnderTest>[0]) {
  const tested = appUnderTest(shared);
  await tested.app.actions.start();
  await tested.app.actions.openDemonstration(spot);
  return tested;
}

const draftOf = ({ now }: AppUnderTest) => currentDraft(now());

test('each demonstration is the first patient of its presentation', () => {
  const last = Math.max(...DEMONSTRATIONS.map(({ index }) => index));
  const presentations = Array.from({ length: last + 1 }, (_, index) => {
    const draw = { split: 'test', seed: DEMONSTRATION_SEED, index } as const;
    return sampleCase(draw).presentation;
  });
  expect(DEMONSTRATIONS.map(({ presentation }) => presentation)).toEqual(
    DEMONSTRATIONS.map(({ index }) => presentations[index]),
  );
  expect(DEMONSTRATIONS.map(({ index }) => index)).toEqual(
    DEMONSTRATIONS.map(({ presentation }) => presentations.indexOf(presentation)),
  );
});

describe('a demonstration', () => {
  test('puts the first words of its patient into the draft, and sends nothing', async () => {
    const tested = await opened();
    expect(draftOf(tested).text).toMatch(/woman of 83 years/);
    expect(currentSyntheticPatient(tested.now())).toMatchObject({
      seed: DEMONSTRATION_SEED,
      index: spot.index,
      language: 'en',
    });
    expect(tested.engine.requests).toEqual([]);
  });

  test('is marked in the list and after a reload, and its patient goes on', async () => {
    const first = await opened();
    await first.app.actions.send();
    const id = must(first.now().conversations[0], 'it was kept').id;
    await first.app.dispose();

    const { databaseName, browser } = first;
    const second = appUnderTest({ databaseName, browser });
    await second.app.actions.start();
    expect(second.now().conversations[0]?.syntheticPatient).toBeDefined();
    await second.app.actions.openConsultation(id);
    await second.app.actions.hearPatient();
    expect(draftOf(second).text).toMatch(/\d+ years/); // the answer to "Since when?"
  });

  test('its unsent words and its patient are there after a reload', async () => {
    const first = await opened();
    const { text } = draftOf(first);
    first.browser.leave();
    await first.app.dispose();
    const { databaseName, browser } = first;
    const second = appUnderTest({ databaseName, browser });
    await second.app.actions.start();
    expect(draftOf(second)).toMatchObject({
      text,
      syntheticPatient: { index: spot.index },
    });
  });

  test('never takes the place of what a doctor has written', async () => {
    const tested = appUnderTest();
    await tested.app.actions.start();
    tested.app.actions.setDraftText('My own case');
    expect(canOpenDemonstration(tested.now())).toBe(false);
    await tested.app.actions.openDemonstration(spot);
    expect(draftOf(tested)).toMatchObject({ text: 'My own case' });
    expect(currentSyntheticPatient(tested.now())).toBeUndefined();
  });

  test('can be left, and the words stay', async () => {
    const tested = await opened();
    const { text } = draftOf(tested);
    tested.app.actions.leaveDemonstration();
    expect(currentSyntheticPatient(tested.now())).toBeUndefined();
    expect(draftOf(tested).text).toBe(text);
  });

  test('speaks the language of the page where the checkpoint can', async () => {
    const tested = appUnderTest();
    await tested.app.actions.start();
    await tested.app.actions.changeSettings({ language: 'zh' });
    await tested.app.actions.openDemonstration(spot);
    expect(draftOf(tested).text).toMatch(/\p{Script=Han}/u);
  });

  test('in another language waits until it is known what the model speaks', async () => {
    const tested = appUnderTest();
    await tested.app.actions.start();
    await tested.app.actions.changeSettings({ language: 'zh' });
    const { engine: _ready, ...rest } = tested.now();
    const unknown = { ...rest, engine: { kind: 'empty' } as const };
    expect(canOpenDemonstration(tested.now())).toBe(true);
    expect(canOpenDemonstration(unknown)).toBe(false);
    const settings = { ...unknown.settings, language: 'en' } as const;
    expect(canOpenDemonstration({ ...unknown, settings })).toBe(true);
  });

  test('its patient waits for an answer, and for an empty composer', async () => {
    const tested = await opened();
    expect(canHearPatient(tested.now())).toBe(false);
    await tested.app.actions.send();
    expect(canHearPatient(tested.now())).toBe(true);
    tested.app.actions.setDraftText('wait');
    expect(canHearPatient(tested.now())).toBe(false);
  });

  test('a summary of it goes on being about no real person', async () => {
    const tested = await opened();
    await tested.app.actions.send();
    tested.app.actions.goOnWith('A spot on the skin.');
    expect(currentSyntheticPatient(tested.now())).toMatchObject({ index: spot.index });
  });

  test('what is true is told of the answers so far', async () => {
    const tested = await opened();
    await tested.app.actions.send();
    const truth = must(await tested.app.revealTruth(), 'there is a patient');
    expect(truth.diagnosis).toBe('seborrhoeic keratosis');
    expect(truth.named).toEqual([]);
    tested.app.actions.newConsultation();
    expect(await tested.app.revealTruth()).toBeUndefined();
  });
});
