// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { appUnderTest } from '../testing/app-under-test.ts';
import {
  hasAcceptedUse,
  hasStatementChanged,
  INTENDED_USE_VERSION,
} from './intended-use.ts';
import { canRegenerate, currentMessages, whyCannotSend } from './selectors.ts';

test('nothing is asked of the model before the intended use is accepted', async () => {
  const { app, now, engine, until } = appUnderTest({ isUseUnaccepted: true });
  await app.actions.start();
  await until((state) => state.engine.kind === 'ready');
  app.actions.setDraftText('Chest pain');
  expect(whyCannotSend(now())).toBe('use-not-accepted');
  await app.actions.send();
  expect(engine.requests).toEqual([]);

  await app.actions.acceptUse();
  await app.actions.send();
  await until((state) => currentMessages(state)[1]?.state === 'complete');
  const { entries = [] } = (await app.actions.readAudit()) ?? {};
  expect(entries.filter(({ what }) => what === 'accept-use')).toMatchObject([
    { subject: `version ${INTENDED_USE_VERSION}` },
  ]);
  await app.dispose();
});

test('it is accepted once, and anew when the statement changed', async () => {
  const first = appUnderTest({ isUseUnaccepted: true });
  await first.app.actions.start();
  await first.app.actions.acceptUse();
  await first.app.actions.acceptUse();
  const { entries = [] } = (await first.app.actions.readAudit()) ?? {};
  expect(entries.filter(({ what }) => what === 'accept-use')).toHaveLength(1);
  await first.app.dispose();

  const { databaseName } = first;
  const second = appUnderTest({ databaseName, isUseUnaccepted: true });
  await second.app.actions.start();
  expect(hasAcceptedUse(second.now())).toBe(true);
  const acceptedUse = { version: INTENDED_USE_VERSION - 1, timeMs: 1 };
  await second.app.actions.changeSettings({ acceptedUse });
  expect(hasStatementChanged(second.now())).toBe(true);
  expect(canRegenerate(second.now())).toBe(false);
  await second.app.dispose();
});
