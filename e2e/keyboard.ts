/**
 * @file The page as somebody uses it who has no mouse.
 *
 * Every stop of the Tab key is looked at: it is on the screen, it is not the
 * document itself, and one sees that the focus is there.
 */
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** Stops that a page may have before what is looked for. */
const MOST_STOPS = 90;

export class Keyboard {
  readonly page: Page;
  readonly #pointed: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  /** Before the page is opened. From here on a pointer that is used is remembered. */
  static async alone(page: Page): Promise<Keyboard> {
    const keyboard = new Keyboard(page);
    await page.exposeFunction('noteOfPointer', (what: string) => {
      keyboard.#pointed.push(what);
    });
    await page.addInitScript(watchPointer);
    return keyboard;
  }

  /** Fails when a mouse, a pen or a finger was used. */
  expectNoPointer(): void {
    expect(this.#pointed, 'a pointer was used').toEqual([]);
  }

  /** Presses a key where the focus is, and looks at where it is afterwards. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.hasVisibleFocus();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** From stop to stop until `target` has the focus. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible();
    const path: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        return;
      }
      await this.page.keyboard.press(key);
      const stop = await this.#stop();
      path.push(stop.name);
      if (!stop.isDocument) expect(stop.wrong, path.join(' → ')).toBe('');
    }
    throw new Error(`Tab does not lead to ${String(target)}: ${path.join(' → ')}`);
  }

  /** Where the focus is, once it has come to rest: the edge of a dialog passes it on. */
  async #stop() {
    let stop = await this.page.evaluate(describeFocus);
    await expect
      .poll(async () => {
        stop = await this.page.evaluate(describeFocus);
        return stop.isEdge;
      })
      .toBe(false);
    return stop;
  }

  /** Goes to a button or link and presses it. */
  async push(target: Locator, key: 'Enter' | ' ' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  /** The focus is somewhere, and one sees where. */
  async hasVisibleFocus(): Promise<void> {
    await expect
      .poll(async () => (await this.page.evaluate(describeFocus)).wrong)
      .toBe('');
  }

  /** As `hasVisibleFocus`, on this element. */
  async isOn(target: Locator): Promise<void> {
    await expect(target).toBeFocused();
    await this.hasVisibleFocus();
  }
}

/** Runs in the page, before its own scripts. */
function watchPointer(): void {
  const note = (what: string) => {
    const noteOfPointer: unknown = Reflect.get(window, 'noteOfPointer');
    if (typeof noteOfPointer === 'function') noteOfPointer(what);
  };
  for (const kind of ['pointerdown', 'pointermove', 'wheel', 'touchstart']) {
    addEventListener(kind, (event) => event.isTrusted && note(kind), {
      capture: true,
      passive: true,
    });
  }
}

/** Where the focus is; runs in the page. */
function describeFocus() {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) {
    const wrong = 'nothing has the focus';
    return { name: 'the document', isDocument: true, isEdge: false, wrong };
  }
  const active = focused.getAttribute('aria-activedescendant');
  const chosen = active === null ? null : document.getElementById(active);
  const words = focused.getAttribute('aria-label') ?? focused.textContent.slice(0, 40);
  const name = `${focused.tagName} ${words}`;
  const isSeen = [focused, chosen].every((it) => it === null || isOnScreen(it));
  // a dialog that opened just now is seen to be there, and so is its title
  const isNew = focused.role === 'dialog' || /^H\d$/.test(focused.tagName);
  const isTold = isNew || isMarked(focused);
  return {
    name,
    isDocument: false,
    isEdge: focused.hasAttribute('data-base-ui-focus-guard'),
    wrong: !isSeen
      ? `${name} has the focus and is not on the screen`
      : isTold
        ? ''
        : `${name} has the focus and looks as if it had not`,
  };

  function isOnScreen(element: Element): boolean {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) {
      return false;
    }
    const [uppermost] = document.elementsFromPoint(x, y);
    return (
      uppermost !== undefined &&
      (element.contains(uppermost) || uppermost.contains(element))
    );
  }

  /** True when it, or the box drawn around it, looks other than one without the focus. */
  function isMarked(element: HTMLElement): boolean {
    const around = [
      element,
      element.parentElement,
      element.parentElement?.parentElement,
    ];
    return around.some((box) => box instanceof HTMLElement && looksOther(box));
  }

  function looksOther(element: HTMLElement): boolean {
    const resting = element.cloneNode() as HTMLElement;
    element.after(resting);
    const [now, then] = [getComputedStyle(element), getComputedStyle(resting)];
    const isOutlined =
      now.outlineStyle !== 'none' &&
      Number.parseFloat(now.outlineWidth) >= 2 &&
      (now.outlineStyle !== then.outlineStyle ||
        now.outlineWidth !== then.outlineWidth ||
        now.outlineColor !== then.outlineColor);
    const isShadowed = now.boxShadow !== then.boxShadow && now.boxShadow !== 'none';
    resting.remove();
    return isOutlined || isShadowed;
  }
}
