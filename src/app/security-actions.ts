/** @file The passphrase and the lock, in this tab and in all others. */
import type { Actions, AuditReport } from './actions.ts';
import { watchIdle } from './auto-lock.ts';
import type { Desk } from './desk.ts';
import { lockPage, showKept } from './lock.ts';
import { noPasskeys, type Passkeys } from './passkeys.ts';
import { currentId } from './selectors.ts';
import { waysIn } from './ways-in.ts';

type SecurityActions = Pick<
  Actions,
  | 'noteCopied'
  | 'readAudit'
  | 'unlock'
  | 'lock'
  | 'setPassphrase'
  | 'changePassphrase'
  | 'removePassphrase'
  | 'addPasskey'
  | 'removePasskey'
  | 'unlockByPasskey'
>;

export class Security {
  readonly #desk: Desk;
  #locking: Promise<void> = Promise.resolve();
  #stops: (() => void)[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly actions: SecurityActions = {
    noteCopied: () => {
      const { core } = this.#desk;
      const conversationId = currentId(core.now);
      if (conversationId === undefined) return;
      core.audit.note({ what: 'export', conversationId });
    },
    readAudit: async () => {
      const { core } = this.#desk;
      let report: AuditReport | undefined;
      await core.attempt(async () => {
        await core.audit.flush();
        report = await core.kept.audit.read();
      });
      return report;
    },
    lock: () => {
      this.#tell('lock');
      return this.#lock();
    },
    unlock: async (typed) => {
      await this.#locking;
      const { core } = this.#desk;
      if (core.now.start.kind !== 'locked') return true;
      let isOpen: boolean | undefined;
      await core.attempt(async () => {
        isOpen = await core.kept.vault.unlock(typed);
      });
      if (isOpen === undefined) return true; // a notice says why it is still locked
      if (!isOpen) {
        await this.#noteFailure();
        return false;
      }
      await this.#show();
      return true;
    },
    addPasskey: (typed, name) =>
      this.#change(
        () =>
          this.#vault.addPasskey(typed, name, (salt) =>
            this.#passkeys.create(name, salt),
          ),
        'passkey-change',
      ),
    removePasskey: async (id) => {
      await this.#change(async () => {
        await this.#vault.removePasskey(id);
        return true;
      }, 'passkey-change');
    },
    unlockByPasskey: async () => {
      await this.#locking;
      const { core } = this.#desk;
      let isOpen = false;
      await core.attempt(async () => {
        await this.#vault.reread();
        const answer = await this.#passkeys.ask(this.#vault.passkeys);
        isOpen = await this.#vault.unlockByPasskey(answer);
        if (!isOpen) await this.#noteFailure();
      });
      if (!isOpen || core.now.start.kind !== 'locked') return isOpen;
      await this.#show();
      return true;
    },
    setPassphrase: (passphrase) => this.#change(() => this.#vault.protect(passphrase)),
    changePassphrase: async (typed, passphrase) =>
      (await this.#change(() => this.#vault.changePassphrase(typed, passphrase))) ??
      false,
    removePassphrase: async (typed) =>
      (await this.#change(() => this.#vault.unprotect(typed))) ?? false,
  };

  /** From here on the page locks by itself, and with the other tabs. */
  watch(): void {
    const { core } = this.#desk;
    const { browser } = core.parts;
    this.#stops = [
      browser.tabs.listen((message) => {
        if (message === 'lock') void this.#lock();
        if (message === 'changed') void core.attempt(() => this.#follow());
        if (message === 'erased') browser.reload();
      }),
      watchIdle({
        browser,
        limitMs: () =>
          core.now.isProtected && core.now.start.kind === 'started'
            ? core.now.settings.lockAfterMinutes * 60_000
            : undefined,
        lock: () => void this.actions.lock(),
      }),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  async #show(): Promise<void> {
    const { core } = this.#desk;
    await core.attempt(() => showKept(this.#desk));
    core.audit.note({ what: 'unlock' });
  }

  async #noteFailure(): Promise<void> {
    const { core } = this.#desk;
    const nowMs = Date.now();
    await core.unwritten.insist(`failed unlock ${nowMs}`, () =>
      core.kept.audit.addFailedUnlock(nowMs),
    );
  }

  get #passkeys(): Passkeys {
    const { passkeys } = this.#desk.core.parts.browser;
    if (passkeys !== undefined) return passkeys;
    throw noPasskeys();
  }

  get #vault() {
    return this.#desk.core.kept.vault;
  }

  #tell(message: 'lock' | 'changed'): void {
    this.#desk.core.parts.browser.tabs.tell(message);
  }

  #lock(): Promise<void> {
    const { core } = this.#desk;
    if (core.now.isProtected && core.now.start.kind === 'started') {
      this.#locking = core.attempt(() => lockPage(this.#desk));
    }
    return this.#locking;
  }

  /** Changes how the vault opens and tells the other tabs; undefined, and a notice, when it fails. */
  async #change<T extends string | boolean>(
    work: () => Promise<T>,
    what: 'passphrase-change' | 'passkey-change' = 'passphrase-change',
  ): Promise<T | undefined> {
    const { core } = this.#desk;
    let result: T | undefined;
    await core.attempt(async () => {
      result = await work();
      if (result === false) return;
      core.audit.note({ what });
      core.set(waysIn(this.#vault));
      this.#tell('changed');
    });
    return result;
  }

  /** Another tab set or removed the passphrase. */
  async #follow(): Promise<void> {
    const { core } = this.#desk;
    await this.#locking;
    await this.#vault.reread();
    core.set(waysIn(this.#vault));
    if (core.now.start.kind === 'locked' && !this.#vault.isLocked) {
      await showKept(this.#desk);
    }
  }
}
