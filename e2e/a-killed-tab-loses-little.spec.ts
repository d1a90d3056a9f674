import { Clinic } from './clinic.ts';
import { expect, slowTest } from './clinic-test.ts';

slowTest('a killed tab loses at most the last second', async ({ site, profile }) => {
  const first = new Clinic(await profile.open(site.url));
  await first.isReady();
  await first.ask('Tell me everything.');
  await first.hasGrown(400);
  const shown = await first.lastWords();
  await first.page.waitForTimeout(1500); // a second, and what a busy disk takes
  await profile.killTab(first.page);

  const again = new Clinic(await profile.open(site.url));
  await again.list
    .getByRole('button', { name: 'Tell me everything.', exact: true })
    .click();

  await expect(again.answers.last()).toContainText(
    'Interrupted before it was finished.',
  );
  const kept = await again.lastWords();
  expect(kept.slice(0, shown.length)).toBe(shown);

  await again.isReady();
  await again.ask('Go on.');
  await again.hasGrown(20);
});
