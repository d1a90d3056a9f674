import type { Page } from '@playwright/test';
import { slowTest } from './clinic-test.ts';
import { expect } from './test.ts';

/** Shorter than a frame of any screen. */
const A_FRAME_MS = 4;

slowTest.use({ contextOptions: { reducedMotion: 'reduce' } });

slowTest(
  'nothing moves for those who asked for it, from the first start to a growing answer',
  async ({ page, clinic }) => {
    await page.addInitScript(watchAnimations, A_FRAME_MS);
    await page.reload();
    await clinic.isReady();
    await clinic.ask('Tell me everything.');
    await clinic.hasGrown(60);
    for (const command of ['model', 'backup', 'security']) {
      await clinic.message.fill(`/${command}`);
      await clinic.message.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await clinic.stopButton.click();
    await clinic.isFinished();
    await page
      .getByRole('combobox', { name: 'Search consultations' })
      .fill('everything');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('listitem').filter({ has: clinic.questions }),
    ).toBeFocused();
    expect(await moved(page)).toEqual([]);
  },
);

slowTest.describe('for the others', () => {
  slowTest.use({ contextOptions: { reducedMotion: 'no-preference' } });

  slowTest('the watch sees what moves', async ({ page, clinic }) => {
    await page.addInitScript(watchAnimations, A_FRAME_MS);
    await page.reload();
    await clinic.isReady();
    await clinic.ask('Tell me everything.');
    await clinic.hasGrown(20);
    expect(await moved(page)).not.toEqual([]);
  });
});

/** Notes at every frame what is being animated; runs in the page. */
function watchAnimations(longestMs: number): void {
  const seen = new Set<string>();
  Reflect.set(window, 'movedSoFar', seen);
  const look = () => {
    for (const animation of document.getAnimations()) {
      const { activeDuration } = animation.effect?.getComputedTiming() ?? {};
      if (Number(activeDuration) > longestMs) {
        const { target } = animation.effect as KeyframeEffect;
        seen.add(
          `${target?.tagName} ${target?.className} for ${Number(activeDuration)} ms`,
        );
      }
    }
    requestAnimationFrame(look);
  };
  look();
}

function moved(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(Reflect.get(window, 'movedSoFar') as Set<string>)]);
}
