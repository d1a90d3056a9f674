/** @file The database as the app uses it. */
import { AttachmentStore } from '../store/attachments.ts';
import { ConversationStore } from '../store/conversations.ts';
import { openDatabase } from '../store/database.ts';
import { SettingsStore } from '../store/settings.ts';
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
  return {
    conversations: new ConversationStore(database),
    attachments: new AttachmentStore(database),
    settings: new SettingsStore(database),
    close: () => database.close(),
  };
}
