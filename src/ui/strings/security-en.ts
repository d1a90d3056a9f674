/** @file What the page says about passphrase and lock, in English. */

export const securityEn = {
  title: 'Security',
  open: 'Your consultations are encrypted on this device. Without a passphrase, whoever opens this browser profile can read them.',
  declined:
    'You can go on without one: nothing else changes. On a computer that others use too, set one.',
  protected:
    'Your consultations are encrypted, and only your passphrase or your recovery code opens them.',
  set: 'Set a passphrase',
  change: 'Change the passphrase',
  remove: 'Remove the passphrase',
  removeWhy:
    'Afterwards whoever opens this browser profile can read your consultations.',
  current: 'Current passphrase or recovery code',
  passphrase: 'New passphrase',
  repeat: 'The same once more',
  tooShort: 'A passphrase has at least 8 characters. Several words are better.',
  notSame: 'The two are not the same. Type the new passphrase twice.',
  wrong:
    'That is neither the passphrase nor the recovery code. Check it and try again.',
  working: 'One moment…',
  changed: 'The passphrase is changed. The recovery code stays the same.',
  code: 'Recovery code',
  codeWhy:
    'Write this code down and keep it in a safe place. It opens your consultations when you forget the passphrase, and it is shown only now. Without both, nobody can read them again.',
  codeKept: 'I have written it down',
  lockNow: 'Lock now',
  lockKeys:
    'Ctrl+Shift+L locks from anywhere. All tabs lock, and a running answer stops.',
  lockAfter: 'Lock after this time without input',
  minutes: (count: string) => (count === '1' ? '1 minute' : `${count} minutes`),
  locked: 'Locked',
  lockedWhy: 'Your consultations are encrypted. Type your passphrase to go on.',
  typed: 'Passphrase or recovery code',
  unlock: 'Unlock',
  passkeys: 'Passkeys',
  passkeysWhy:
    'A fingerprint, a face or a security key can unlock too. The passphrase and the recovery code go on working.',
  passkeyName: 'What you call it, such as “Laptop fingerprint”',
  addPasskey: 'Add a passkey',
  passkeyAdded: 'The passkey is added.',
  removePasskey: 'Remove',
  removePasskeyOf: (name: string) => `Remove the passkey “${name}”`,
  unlockWithPasskey: 'Unlock with a passkey',
  passkeyFailed: 'No passkey unlocked it. Try again, or type your passphrase.',
  audit: 'Record of use',
  auditWhole: (count: string) =>
    `${count} entries; none was removed, changed or moved.`,
  auditFault: {
    missing: (seq: string) => `Entry ${seq} was removed.`,
    changed: (seq: string) => `Entry ${seq} was changed or moved.`,
    'cut-off': (seq: string) => `What came after entry ${seq} does not fit its end.`,
  },
  auditSave: 'Save as a file',
  auditHow:
    'The file has one JSON line for each entry. Each line names the SHA-256 of the line before, so a line that was removed, changed or moved is found; its first line says how to check that.',
  auditErased: '(erased consultation)',
  auditWhat: {
    unlock: 'Unlocked',
    'failed-unlock': 'Wrong passphrase',
    lock: 'Locked',
    open: 'Opened',
    ask: 'Asked in',
    'red-flag': 'Red flags seen:',
    edit: 'Edited in',
    review: 'Answer reviewed in',
    answer: 'Answered in',
    export: 'Copied or exported from',
    erase: 'Erased',
    'model-change': 'Model loaded:',
    'passphrase-change': 'Passphrase set, changed or removed',
    'passkey-change': 'Passkey added or removed',
    backup: 'Backed up',
    restore: 'Restored from the backup of',
    'accept-use': 'Intended use accepted:',
  },
};

export type SecurityStrings = typeof securityEn;
