// oxlint-disable-next-line import/no-unassigned-import -- it brings `indexedDB`
import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { must } from '../base/assert.ts';
import { AssistantError } from '../base/errors.ts';
import type { GenerateRequest } from '../engine/engine.ts';
import { openDatabase } from '../store/database.ts';
import { appUnderTest, type AppUnderTest } from '../testing/app-under-test.ts';
import { ScriptedEngine } from '../testing/scripted-engine.ts';
import { watchIdle } from './auto-lock.ts';
import { currentMessages } from './selectors.ts';

const PASSPHRASE = 'correct horse battery';

const FILM = 'a'.repeat(64);

/** Its first answer hears no stop: it ends with the engine. */
class DeafEngine extends ScriptedEngine {
  #end: () => void = () => {};
  #isDeaf = true;

  override async *generate(request: GenerateRequest, signal: AbortSignal) {
    if (!this.#isDeaf) return yield* super.generate(request, signal);
    this.#isDeaf = false;
    yield { kind: 'text', text: 'one two ', tokenId: 0 } as const;
    await new Promise<void>((resolve) => {
      this.#end = resolve;
    });
    throw new AssistantError('aborted', 'The engine was closed.', { by: 'page' });
  }

  override async dispose() {
    this.#end();
    await super.dispose();
  }
}

async function protectedApp(shared?: Parameters<typeof appUnderTest>[0]) {
  const tested = appUnderTest(shared);
  await tested.app.actions.start();
  const code = must(await tested.app.actions.setPassphrase(PASSPHRASE), 'it is set');
  return { tested, code };
}

async function ask({ app }: AppUnderTest, text: string): Promise<void> {
  app.actions.setDraftText(text);
  await app.actions.send();
}

async function secondVisit({ databaseName }: AppUnderTest) {
  const again = appUnderTest({ databaseName });
  await again.app.actions.start();
  return again;
}

/** Everything in memory that could hold a word of a consultation. */
function shown(tested: AppUnderTest): string {
  return JSON.stringify(tested.now());
}

describe('locking', () => {
  test('nothing of a consultation stays in the state, and the passphrase brings it back', async () => {
    const { tested } = await protectedApp();
    await ask(tested, 'secret question');
    tested.app.actions.setDraftText('secret draft');
    await tested.app.actions.addImages([new File([], 'a')]);
    await tested.app.actions.lock();
    expect(tested.now().start.kind).toBe('locked');
    expect(shown(tested)).not.toContain('secret');
    expect(tested.engine.requests).toEqual([]);
    const id = must(tested.browser.addressed, 'the consultation stays addressed');
    const kept = await openDatabase({ name: tested.databaseName });
    const [draft] = await kept.getAll('drafts');
    kept.close();
    const letters = new TextDecoder('latin1').decode(must(draft, 'it is kept').sealed);
    expect(letters).not.toContain('secret');
    expect(
      await tested.app.readAttachment(id, 'a'.repeat(64)).catch(() => 0),
    ).toBeFalsy();

    expect(await tested.app.actions.unlock('correct horse')).toBe(false);
    expect(tested.now().start.kind).toBe('locked');
    expect(await tested.app.actions.unlock(PASSPHRASE)).toBe(true);
    expect(tested.now().start.kind).toBe('started');
    expect(currentMessages(tested.now()).map(({ text }) => text)).toEqual([
      'secret question',
      'Since when?',
    ]);
    expect(tested.now().drafts[id]).toMatchObject({
      text: 'secret draft',
      images: [{ attachment: { sha256: 'a'.repeat(64) } }],
    });
    await ask(tested, 'and on');
    expect(currentMessages(tested.now())).toHaveLength(4);
  });

  test('a running answer is stopped, and what there was of it is kept', async () => {
    const engine = new ScriptedEngine({
      answers: ['one two three four '.repeat(50)],
      wordMs: 5,
    });
    const { tested } = await protectedApp({ engine });
    const asked = ask(tested, 'Tell me.');
    await tested.until(
      ({ answer }) => answer.kind === 'running' && answer.newTokens > 3,
    );
    await tested.app.actions.lock();
    await asked;
    expect(shown(tested)).not.toContain('one two');
    await tested.app.actions.unlock(PASSPHRASE);
    expect(currentMessages(tested.now())[1]).toMatchObject({
      state: 'stopped',
      text: expect.stringContaining('one two') as string,
    });
  });

  test('an answer that does not stop loses its engine after three seconds, and the page locks', async () => {
    const engine = new DeafEngine();
    const { tested } = await protectedApp({ engine });
    const asked = ask(tested, 'Tell me.');
    await tested.until(
      ({ answer }) => answer.kind === 'running' && answer.newTokens > 0,
    );
    const beganMs = performance.now();
    const locking = tested.app.actions.lock();
    expect(shown(tested)).not.toContain('one two');
    await locking;
    await asked;
    const tookMs = performance.now() - beganMs;
    expect(tookMs).toBeGreaterThan(2900);
    expect(tookMs).toBeLessThan(5000);
    expect(await tested.app.readAttachment('c', FILM).catch(() => 0)).toBeFalsy();
    expect(tested.now()).toMatchObject({
      start: { kind: 'locked' },
      engine: { kind: 'ready' },
    });
    expect(engine.sources, 'loaded again').toHaveLength(2);
    await tested.app.actions.unlock(PASSPHRASE);
    expect(currentMessages(tested.now())[1]).toMatchObject({
      state: 'stopped',
      text: 'one two ',
    });
    await ask(tested, 'Again.');
    expect(currentMessages(tested.now())[3]).toMatchObject({ state: 'complete' });
  });

  test('a turn that was being sent is not answered behind the lock', async () => {
    const { tested } = await protectedApp();
    const sending = ask(tested, 'Just sent.');
    await tested.app.actions.lock();
    await sending;
    expect(tested.now()).toMatchObject({
      start: { kind: 'locked' },
      current: { kind: 'new' },
    });
    expect(shown(tested)).not.toContain('Just sent');
    expect(tested.engine.requests).toEqual([]);
  });

  test('without a passphrase there is nothing to lock', async () => {
    const tested = appUnderTest();
    await tested.app.actions.start();
    await ask(tested, 'still here');
    await tested.app.actions.lock();
    expect(tested.now().start.kind).toBe('started');
    expect(shown(tested)).toContain('still here');
  });

  test('the other tabs lock too', async () => {
    const { tested } = await protectedApp();
    await ask(tested, 'secret');
    tested.browser.hear('lock');
    await tested.until(({ start }) => start.kind === 'locked');
    expect(shown(tested)).not.toContain('secret');
    await tested.app.actions.unlock(PASSPHRASE);
    await tested.app.actions.lock();
    expect(tested.browser.told).toContain('lock');
  });

  test('a passphrase that another tab set holds here too', async () => {
    const { tested } = await protectedApp();
    const other = appUnderTest({ databaseName: tested.databaseName });
    await other.app.actions.start();
    expect(other.now().start.kind).toBe('locked');
    await other.app.actions.unlock(PASSPHRASE);
    await other.app.actions.removePassphrase(PASSPHRASE);
    tested.browser.hear('changed');
    await tested.until(({ isProtected }) => !isProtected);
  });
});

describe('the passphrase', () => {
  test('is asked for at the next visit, and the recovery code opens too', async () => {
    const { tested, code } = await protectedApp();
    await ask(tested, 'secret');
    const again = await secondVisit(tested);
    expect(again.now().start.kind).toBe('locked');
    expect(shown(again)).not.toContain('secret');
    expect(again.now().engine.kind).toBe('ready'); // the model may load meanwhile
    expect(await again.app.actions.unlock('wrong')).toBe(false);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect(await again.app.actions.unlock(typed)).toBe(true);
    expect(again.now().conversations).toMatchObject([{ title: 'secret' }]);
  });

  test('can be changed, with the old one or the recovery code, and only then', async () => {
    const { tested, code } = await protectedApp();
    await ask(tested, 'kept');
    const { changePassphrase } = tested.app.actions;
    expect(await changePassphrase('wrong', 'another one')).toBe(false);
    expect(await changePassphrase(PASSPHRASE, 'another one')).toBe(true);
    expect(await changePassphrase(code, 'a third one')).toBe(true);
    const again = await secondVisit(tested);
    expect(await again.app.actions.unlock(PASSPHRASE)).toBe(false);
    expect(await again.app.actions.unlock('a third one')).toBe(true);
    expect(again.now().conversations).toHaveLength(1);
  });

  test('can be removed; then the page opens by itself', async () => {
    const { tested } = await protectedApp();
    await ask(tested, 'kept');
    expect(await tested.app.actions.removePassphrase('wrong')).toBe(false);
    expect(tested.now().isProtected).toBe(true);
    expect(await tested.app.actions.removePassphrase(PASSPHRASE)).toBe(true);
    const again = await secondVisit(tested);
    expect(again.now()).toMatchObject({
      start: { kind: 'started' },
      isProtected: false,
    });
    expect(again.now().conversations).toHaveLength(1);
  });
});

describe('a passkey', () => {
  async function withPasskey() {
    const { tested } = await protectedApp();
    await ask(tested, 'secret');
    expect(await tested.app.actions.addPasskey(PASSPHRASE, 'Finger')).toBe(true);
    return tested;
  }

  test('unlocks too, also at the next visit', async () => {
    const tested = await withPasskey();
    const { actions } = tested.app;
    expect(tested.now().passkeys).toMatchObject([{ name: 'Finger' }]);
    await actions.lock();
    expect(await actions.unlockByPasskey()).toBe(true);
    expect(shown(tested)).toContain('secret');
    await actions.changePassphrase(PASSPHRASE, 'another one');
    const { databaseName, browser } = tested;
    const again = appUnderTest({ databaseName, browser });
    await again.app.actions.start();
    expect(again.now()).toMatchObject({ start: { kind: 'locked' } });
    expect(await again.app.actions.unlockByPasskey()).toBe(true);
    expect(again.now().conversations).toHaveLength(1);
  });

  test('is made only for who knows the passphrase, and not when the person does not want', async () => {
    const { tested } = await protectedApp();
    const { actions } = tested.app;
    const { passkeys } = tested.browser;
    expect(await actions.addPasskey('wrong', 'Finger')).toBe(false);
    passkeys.isWilling = false;
    expect(await actions.addPasskey(PASSPHRASE, 'Finger')).toBeUndefined();
    expect(tested.now()).toMatchObject({ passkeys: [], notices: [] });
  });

  test('that was removed, or answers something else, opens nothing', async () => {
    const tested = await withPasskey();
    const { actions } = tested.app;
    tested.browser.passkeys.swapSecrets();
    await actions.lock();
    expect(await actions.unlockByPasskey()).toBe(false);
    expect(tested.now().start.kind).toBe('locked');
    await actions.unlock(PASSPHRASE);
    await actions.removePasskey(must(tested.now().passkeys[0], 'one').id);
    expect(tested.now().passkeys).toEqual([]);
    await actions.lock();
    expect(await actions.unlockByPasskey()).toBe(false);
    await actions.unlock(PASSPHRASE);
    const { entries } = must(await actions.readAudit(), 'it reads');
    const changes = entries.filter(({ what }) => what === 'passkey-change');
    expect(changes).toHaveLength(2);
    expect(entries.filter(({ what }) => what === 'failed-unlock')).toHaveLength(1);
  });

  test('goes with the passphrase', async () => {
    const tested = await withPasskey();
    await tested.app.actions.removePassphrase(PASSPHRASE);
    expect(tested.now()).toMatchObject({ isProtected: false, passkeys: [] });
  });
});

describe('another tab', () => {
  test('changed the passphrase unheard: the new one opens, the old one does not', async () => {
    const { tested } = await protectedApp();
    await ask(tested, 'kept');
    await tested.app.actions.lock();
    const other = await secondVisit(tested);
    await other.app.actions.unlock(PASSPHRASE);
    await other.app.actions.changePassphrase(PASSPHRASE, 'another one');
    expect(await tested.app.actions.unlock(PASSPHRASE)).toBe(false);
    expect(await tested.app.actions.unlock('another one')).toBe(true);
    expect(tested.now().conversations).toHaveLength(1);
  });
});

describe('the record of use', () => {
  test('tells what was done, also what failed behind the lock', async () => {
    const { tested } = await protectedApp();
    const { actions } = tested.app;
    await ask(tested, 'First.');
    const id = must(tested.browser.addressed, 'it is open');
    const turn = must(currentMessages(tested.now())[0], 'it was sent');
    await actions.beginEdit(turn.id);
    await ask(tested, 'First, better.');
    actions.noteCopied();
    await actions.lock();
    await actions.unlock('wrong');
    await actions.unlock(PASSPHRASE);
    await actions.deleteConsultation(id);
    const report = must(await actions.readAudit(), 'it can be read');
    expect(report.faults).toEqual([]);
    expect(report.entries.map(({ what }) => what)).toEqual([
      'model-change',
      'passphrase-change',
      'ask',
      'answer',
      'edit',
      'answer',
      'export',
      'lock',
      'failed-unlock',
      'open',
      'unlock',
      'erase',
    ]);
    expect(report.entries.at(-1)).toMatchObject({ conversationId: id });
  });
});

describe('auto-lock', () => {
  function idle(limitMs: number | undefined) {
    vi.useFakeTimers();
    const { browser } = appUnderTest();
    const lock = vi.fn<() => void>();
    const stop = watchIdle({ browser, limitMs: () => limitMs, lock });
    const end = () => {
      stop();
      vi.useRealTimers();
    };
    return { browser, lock, end };
  }

  test('locks after five minutes without input, and not before', () => {
    const { lock, end } = idle(300_000);
    vi.advanceTimersByTime(299_000);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(lock).toHaveBeenCalledTimes(1);
    end();
  });

  test('input here or in another tab begins the time anew', () => {
    const { browser, lock, end } = idle(300_000);
    vi.advanceTimersByTime(200_000);
    browser.touch();
    vi.advanceTimersByTime(200_000);
    browser.hear('active');
    vi.advanceTimersByTime(299_000);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(lock).toHaveBeenCalledTimes(1);
    expect(browser.told).toEqual(['active']);
    end();
  });

  test('after sleep the first touch finds it locked', () => {
    const { browser, lock, end } = idle(300_000);
    vi.setSystemTime(Date.now() + 3_600_000); // timers stood still
    browser.touch();
    expect(lock).toHaveBeenCalledTimes(1);
    end();
  });

  test('without a passphrase nothing happens', () => {
    const { lock, end } = idle(undefined);
    vi.advanceTimersByTime(3_600_000);
    expect(lock).not.toHaveBeenCalled();
    end();
  });
});
