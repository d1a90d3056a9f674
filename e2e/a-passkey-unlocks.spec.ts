import type { CDPSession, Page } from '@playwright/test';
import { Clinic } from './clinic.ts';
import { expect, test } from './clinic-test.ts';

const PASSPHRASE = 'correct horse battery';

/** A passkey belongs to a name, not to an address of numbers. */
const byName = (url: string): string => url.replace('127.0.0.1', 'localhost');

/** An authenticator in software that always sees its person; gives its id. */
async function plugIn(session: CDPSession, hasPrf = true): Promise<string> {
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return authenticatorId;
}

async function withAuthenticators(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  return session;
}

async function protect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Security' }).click();
  const dialog = page.getByRole('dialog', { name: 'Security' });
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE);
  await dialog.getByLabel('The same once more').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
  await dialog.getByRole('button', { name: 'I have written it down' }).click();
}

async function openPasskeys(page: Page) {
  await page.getByRole('button', { name: 'Security' }).click();
  const dialog = page.getByRole('dialog', { name: 'Security' });
  await dialog.getByText('Passkeys', { exact: true }).click();
  return dialog.getByRole('group').filter({ hasText: 'fingerprint, a face' });
}

async function addPasskey(page: Page, typed: string): Promise<void> {
  const passkeys = await openPasskeys(page);
  await passkeys.getByLabel('What you call it').fill('Finger');
  await passkeys.getByLabel('Current passphrase or recovery code').fill(typed);
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
}

const lockField = (page: Page) => page.getByLabel('Passphrase or recovery code');
const withPasskey = (page: Page) =>
  page.getByRole('button', { name: 'Unlock with a passkey' });

test('a passkey unlocks, at a lock and at the next visit, until it is removed', async ({
  page,
  site,
}) => {
  const session = await withAuthenticators(page);
  await plugIn(session);
  const clinic = new Clinic(page);
  await clinic.open(byName(site.url));
  await clinic.askAndWait('What is it?');
  await protect(page);
  await addPasskey(page, 'wrong words');
  await expect(page.getByRole('alert').filter({ hasText: 'neither' })).toBeVisible();
  await page.keyboard.press('Escape');
  await addPasskey(page, PASSPHRASE);
  await expect(page.getByText('The passkey is added.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+L');
  await expect(lockField(page)).toBeVisible();
  await withPasskey(page).click();
  await expect(clinic.questions).toContainText(['What is it?']);

  await page.reload();
  await expect(lockField(page)).toBeVisible();
  await withPasskey(page).click();
  await expect(clinic.questions).toContainText(['What is it?']);

  const passkeys = await openPasskeys(page);
  await passkeys.getByRole('button', { name: 'Remove the passkey' }).click();
  await expect(passkeys.getByRole('list', { name: 'Passkeys' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+L');
  await expect(lockField(page)).toBeVisible();
  await expect(withPasskey(page)).toHaveCount(0);
  await lockField(page).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(clinic.questions).toContainText(['What is it?']);
});

test('another person’s authenticator unlocks nothing', async ({ page, site }) => {
  const session = await withAuthenticators(page);
  const authenticatorId = await plugIn(session);
  const clinic = new Clinic(page);
  await clinic.open(byName(site.url));
  await protect(page);
  await addPasskey(page, PASSPHRASE);
  await expect(page.getByText('The passkey is added.')).toBeVisible();
  await page.keyboard.press('Escape');
  await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  await plugIn(session);
  await page.keyboard.press('Control+Shift+L');
  await withPasskey(page).click();
  await expect(page.getByText('No passkey unlocked it.')).toBeVisible();
  await expect(lockField(page)).toBeVisible();
});

test('an authenticator without PRF is told, and no passkey is added', async ({
  page,
  site,
}) => {
  const session = await withAuthenticators(page);
  await plugIn(session, false);
  const clinic = new Clinic(page);
  await clinic.open(byName(site.url));
  await protect(page);
  await addPasskey(page, PASSPHRASE);
  await expect(page.getByText(/no passkey that can unlock/)).toBeAttached();
  await expect(page.getByText('The passkey is added.')).toHaveCount(0);
});
