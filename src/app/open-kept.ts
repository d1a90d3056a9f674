/** @file The database as the app uses it. */
import { AttachmentStore } from '../store/attachments.ts';
import { ConversationStore } from '../store/conversations.ts';
import { openDatabase } from '../store/database.ts';
import { encryptPlain } from '../store/encrypt-plain.ts';
import { SettingsStore } from '../store/settings.ts';
import { Vault } from '../store/vault.ts';
import type { Kept } from './core.ts';

/**
 * @param onClosed - the browser, or a newer tab, closed the database later
 * @param name - tests have their own
 */
export async function openKept(onClosed: () => void, name?: string): Promise<Kept> {
  const database = await openDatabase({
    onClosed,
    ...(name !== undefined && { name }),
  });
  const vault = await Vault.open(database);
  await encryptPlain(database, vault.root);
  const conversations = new ConversationStore(database, vault);
  await conversations.removeKeyless();
  return {
    conversations,
    attachments: new AttachmentStore(database, vault),
    settings: new SettingsStore(database),
    close: () => database.close(),
  };
}
