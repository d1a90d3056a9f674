/** @file The page as a person uses it: by what it says, never by how it is built. */
import { expect, type Locator, type Page } from '@playwright/test';

export class Clinic {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get message(): Locator {
    return this.page.getByRole('textbox', { name: 'Message' });
  }

  get questions(): Locator {
    return this.page.getByRole('article', { name: 'You' });
  }

  get answers(): Locator {
    return this.page.getByRole('article', { name: 'AI draft' });
  }

  get model(): Locator {
    return this.page.getByRole('button', { name: 'Model and device' });
  }

  get stopButton(): Locator {
    return this.page.getByRole('button', { name: 'Stop' });
  }

  get list(): Locator {
    return this.page.getByRole('navigation', { name: 'Consultations' });
  }

  get imagesToSend(): Locator {
    return this.page.getByRole('list', { name: 'Images to send' });
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.isReady();
  }

  /** The model is loaded and says what it runs on. */
  async isReady(): Promise<void> {
    await expect(this.model).toContainText(/CPU|WebGPU/, { timeout: 90_000 });
  }

  async attach(...files: string[]): Promise<void> {
    const attached = this.imagesToSend.getByRole('button', { name: /^Remove / });
    const before = await attached.count();
    await this.page.locator('input[type=file][accept^="image/*"]').setInputFiles(files);
    await expect(attached).toHaveCount(before + files.length);
  }

  async ask(question: string): Promise<void> {
    await this.message.fill(question);
    await expect(this.imagesToSend.getByRole('progressbar')).toHaveCount(0);
    await this.message.press('Enter');
    await expect(this.questions.last()).toContainText(question);
  }

  /** Asks, waits for the whole answer, and gives its words. */
  async askAndWait(question: string): Promise<string> {
    const before = await this.answers.count();
    await this.ask(question);
    await expect(this.answers).toHaveCount(before + 1);
    await this.isFinished();
    return this.lastWords();
  }

  /** The last answer does not grow any more. */
  async isFinished(): Promise<void> {
    await expect(this.answers.last()).toHaveAttribute('aria-busy', 'false', {
      timeout: 90_000,
    });
  }

  /** What the last answer says, without what the page says about it. */
  async lastWords(): Promise<string> {
    const shown = await this.answers.last().innerText();
    return shown
      .replace(/^AI draft, not reviewed\s*/, '')
      .replace(
        /\s*(Writing…|You stopped this|Interrupted before|Tiny\s*·)[\s\S]*$/,
        '',
      );
  }

  /** Waits until the last answer has this many letters. */
  async hasGrown(letters: number): Promise<void> {
    await expect
      .poll(async () => (await this.lastWords()).length)
      .toBeGreaterThan(letters);
  }

  async openCheckpoints(): Promise<Locator> {
    await this.model.click();
    await this.page.getByRole('button', { name: 'Checkpoints…' }).click();
    return this.page.getByRole('dialog', { name: 'Checkpoints' });
  }

  /** Opens the menu of a consultation in the list and takes one of its entries. */
  async manage(
    title: string,
    entry: 'Details' | 'Delete' | 'Erase patient',
  ): Promise<Locator> {
    await expect(this.page.getByRole('dialog')).toHaveCount(0); // the one before has closed
    await this.list.getByRole('button', { name: `Actions for “${title}”` }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
    return this.page.getByRole('dialog', {
      name: entry === 'Erase patient' ? /^Erase / : new RegExp(entry, 'i'),
    });
  }
}
