/** @file Does what a person would, by the app's actions. */
import { encode } from 'fast-png';
import type { App } from '../../../src/app/actions.ts';
import { currentDraft } from '../../../src/app/selectors.ts';
import { Random } from '../../../src/base/random.ts';
import type { DrawnImage, Operation, ScriptedAnswer } from '../page-api.ts';
import { quiet } from './kill-point.ts';
import { until } from './start.ts';
import { toldAll } from './tell.ts';

export class Performer {
  readonly #app: App;
  /** What the engine reads its next answer from. */
  readonly #script: { answers: string[]; wordMs: number };
  #files: readonly File[] = [];

  constructor(app: App, script: { answers: string[]; wordMs: number }) {
    this.#app = app;
    this.#script = script;
  }

  async prepare(operation: Operation): Promise<void> {
    const { actions } = this.#app;
    if ('into' in operation && operation.into !== undefined) {
      await actions.openConsultation(operation.into);
    } else actions.newConsultation();
    this.#emptyComposer();
    if ('answer' in operation) this.#answerWith(operation.answer);
    if (operation.kind === 'send') {
      actions.setDraftText(operation.text);
      this.#files = operation.images.map(draw);
    }
    if (operation.kind === 'edit') {
      await actions.beginEdit(operation.turnId);
      actions.setDraftText(operation.text);
    }
    if (operation.kind === 'lock') actions.setDraftText(operation.draft);
    await quiet(); // what was opened is noted behind
  }

  /** Resolves once the driver knows what came of it. */
  async perform(operation: Operation): Promise<void> {
    await this.#perform(operation);
    await toldAll();
  }

  async #perform(operation: Operation): Promise<void> {
    const { actions } = this.#app;
    switch (operation.kind) {
      case 'send':
        if (this.#files.length > 0) await actions.addImages(this.#files);
        return this.#answered(actions.send(), operation.answer);
      case 'edit':
        return this.#answered(actions.send(), operation.answer);
      case 'regenerate':
        return this.#answered(actions.regenerate(), operation.answer);
      case 'describe':
        return actions.describeConsultation(operation.into, operation.description);
      case 'show-branch':
        return actions.showBranch(operation.turnId);
      case 'erase':
        return actions.deleteConsultation(operation.into);
      case 'erase-patient':
        return this.#erasePatient(operation.patientName);
      case 'erase-everything':
        return actions.eraseEverything();
      case 'protect':
        return this.#protect(operation.from, operation.to);
      case 'back-up':
        return this.#backUp(operation.passphrase);
      case 'lock':
        return actions.lock();
      case 'type':
        return this.#type(operation.draft, operation.wordMs);
    }
  }

  /** An earlier kill may have left a draft. */
  #emptyComposer(): void {
    const { actions, state } = this.#app;
    actions.cancelEdit();
    for (const { attachment } of currentDraft(state.getState()).images) {
      actions.removeDraftImage(attachment.sha256);
    }
    actions.setDraftText('');
  }

  #answerWith({ text, wordMs }: ScriptedAnswer): void {
    this.#script.answers = [text];
    this.#script.wordMs = wordMs;
  }

  async #answered(
    sending: Promise<void>,
    { stopAfterMs }: ScriptedAnswer,
  ): Promise<void> {
    if (stopAfterMs !== undefined) {
      setTimeout(() => this.#app.actions.stop(), stopAfterMs);
    }
    await sending;
    await until(this.#app, ({ answer }) => answer.kind === 'idle');
  }

  async #erasePatient(name: string): Promise<void> {
    const { patients } = this.#app.state.getState();
    const patient = patients.find((known) => known.name === name);
    if (patient !== undefined) await this.#app.actions.erasePatient(patient.id);
  }

  async #type(draft: string, wordMs: number): Promise<void> {
    for (let end = draft.indexOf(' '); end >= 0; end = draft.indexOf(' ', end + 1)) {
      this.#app.actions.setDraftText(draft.slice(0, end));
      await new Promise((resolve) => {
        setTimeout(resolve, wordMs);
      });
    }
    this.#app.actions.setDraftText(draft);
  }

  /** Goes on with the one that an earlier kill cut off. */
  async #backUp(passphrase: string): Promise<void> {
    const { actions, state } = this.#app;
    await actions.readBackups();
    const { needsPassphrase, canGoOn } = state.getState().archives;
    if (needsPassphrase) await actions.setBackupPassphrase(passphrase);
    await (canGoOn ? actions.goOnWithBackup() : actions.backUp());
    const { work } = state.getState().archives;
    if (work.kind === 'failed') throw new Error(JSON.stringify(work));
  }

  async #protect(from: string | undefined, to: string | undefined): Promise<void> {
    const { actions } = this.#app;
    if (from === undefined) await actions.setPassphrase(to ?? '');
    else if (to === undefined) await actions.removePassphrase(from);
    else await actions.changePassphrase(from, to);
  }
}

function draw({ seed, sizePx }: DrawnImage): File {
  const png = encode({
    width: sizePx,
    height: sizePx,
    channels: 3,
    data: noise(seed, sizePx * sizePx * 3),
  });
  return new File([png as Uint8Array<ArrayBuffer>], `${seed}.png`, {
    type: 'image/png',
  });
}

export function noise(seed: number, bytes: number): Uint8Array<ArrayBuffer> {
  const random = new Random(seed);
  const words = new Uint32Array(Math.ceil(bytes / 4)).map(() => random.uint32());
  return new Uint8Array(words.buffer, 0, bytes);
}
