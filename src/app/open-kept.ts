/** @file The database as the app uses it. */
import type { Stretch } from '../store/argon2.ts';
import { AttachmentStore } from '../store/attachments.ts';
import { AuditStore } from '../store/audit.ts';
import { ConversationStore } from '../store/conversations.ts';
import { openDatabase } from '../store/database.ts';
import { DraftStore } from '../store/drafts.ts';
import { encryptPlain } from '../store/encrypt-plain.ts';
import { SettingsStore } from '../store/settings.ts';
import { stretchInWorker } from '../store/stretch-in-worker.ts';
import { Vault } from '../store/vault.ts';
import type { Kept } from './core.ts';

interface OpenKeptOptions {
  /** Tests have their own. */
  readonly name?: string;
  readonly stretch?: Stretch;
}

/** @param onClosed - the browser, or a newer tab, closed the database later */
export async function openKept(
  onClosed: () => void,
  { name, stretch = stretchInWorker }: OpenKeptOptions = {},
): Promise<Kept> {
  const database = await openDatabase({
    onClosed,
    ...(name !== undefined && { name }),
  });
  const vault = await Vault.open(database, stretch);
  const conversations = new ConversationStore(database, vault);
  return {
    vault,
    conversations,
    attachments: new AttachmentStore(database, vault),
    audit: new AuditStore(database, vault),
    drafts: new DraftStore(database, vault),
    settings: new SettingsStore(database),
    async tidy() {
      await encryptPlain(database, vault.root);
      await conversations.removeKeyless();
    },
    close: () => database.close(),
  };
}
