/** @file A person who accepts the intended use whenever a page asks for it. */
import type { BrowserContext, Page } from '@playwright/test';

/** In every tab of the context, those that open later too. */
export function acceptUseIn(context: BrowserContext): void {
  for (const page of context.pages()) accept(page);
  context.on('page', accept);
}

function accept(page: Page): void {
  const button = page.getByRole('button', {
    name: /^(I have read this and accept it|我已阅读并接受)$/,
  });
  page.addLocatorHandler(button, () => button.click()).catch(() => {}); // the tab is gone
}
