/**
 * @file A profile as large as years of work leave it, written into the real
 * database in large transactions: consultations in English and in Chinese, each
 * of six turns of 300 letters and six small images, three to a patient.
 */
import { Random } from '../base/random.ts';
import type { Database } from '../store/database.ts';
import type { KeptMessage } from '../store/records.ts';
import type { RootKey } from '../store/root-key.ts';
import { sealPatient } from '../store/sealed-patients.ts';
import { sealAttachment, sealHeader, sealMessage } from '../store/sealed-records.ts';
import { sealSearchText, searchTextOf } from '../store/search-texts.ts';

const TURNS = 6;
const TURN_LETTERS = 300;
const IMAGE_BYTES = 256;
const CASES_A_PATIENT = 3;
/** Consultations in one transaction. */
const BATCH = 250;

const ENGLISH =
  'patient reports chest pain radiating to the left arm with shortness of breath and mild fever since yesterday no history of hypertension or diabetes treated with metformin and aspirin examination shows clear lungs heart sounds normal blood pressure recommended troponin electrocardiogram imaging follow-up within days pneumonia bacterial viral antibiotics nausea vomiting headache dizziness';
const CHINESE =
  '患者主诉胸痛三天伴有呼吸困难发热咳嗽无高血压病史查体双肺呼吸音清心率正常建议完善心电图肌钙蛋白胸部影像检查随访抗生素治疗细菌性肺炎病毒感染糖尿病服药史左上肢放射恶心呕吐头晕头痛';

/** Where a record goes and what it is. */
type Stored = readonly [store: StoreName, value: unknown];
type StoreName =
  | 'conversations'
  | 'messages'
  | 'attachments'
  | 'searchTexts'
  | 'patients';

/** @param doneMs - of the newest consultation; each other is an hour older than the next */
export async function writeRandomProfile(
  database: Database,
  root: RootKey,
  { cases, doneMs }: { readonly cases: number; readonly doneMs: number },
): Promise<void> {
  const random = new Random(1);
  for (let at = 0; at < cases; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, cases - at) }, (_, i) =>
      sealCase(root, random, at + i, doneMs - (at + i) * 3_600_000),
    );
    await write(database, (await Promise.all(batch)).flat());
  }
}

async function sealCase(
  root: RootKey,
  random: Random,
  number: number,
  updatedMs: number,
): Promise<readonly Stored[]> {
  const id = `case-${number}`;
  const patient = Math.floor(number / CASES_A_PATIENT);
  const isChinese = number % 2 === 1;
  const messages = Array.from({ length: TURNS }, (_, at) =>
    turn(id, at, isChinese ? chinese(random) : english(random), updatedMs),
  );
  const header = {
    id,
    title: messages[0]?.text.slice(0, 60) ?? '',
    tags: number % 5 === 0 ? ['follow-up', '复诊'] : [],
    patientId: `patient-${patient}`,
    createdMs: updatedMs - 60_000,
    updatedMs,
  };
  const { key, wrapped } = await root.newKey(id);
  const keys = { conversationId: id, key, root };
  const images = messages.map((_, at) => randomImage(random, `${number}-${at}`));
  const [conversation, text, turns, attachments] = await Promise.all([
    sealHeader(keys, wrapped, header),
    sealSearchText(keys, searchTextOf(header, messages, messages.length)),
    Promise.all(messages.map((message, order) => sealMessage(keys, message, order))),
    Promise.all(images.map((image) => sealAttachment(keys, image))),
  ]);
  const stored: Stored[] = [
    ['conversations', conversation],
    ['searchTexts', text],
    ...turns.map((value): Stored => ['messages', value]),
    ...attachments.map((value): Stored => ['attachments', value]),
  ];
  if (number % CASES_A_PATIENT === 0) {
    const name = isChinese ? `王${patient}` : `Patient ${patient}`;
    const made = { id: `patient-${patient}`, name, createdMs: 0, updatedMs };
    stored.push(['patients', await sealPatient(root, made)]);
  }
  return stored;
}

async function write(database: Database, records: readonly Stored[]): Promise<void> {
  const names: StoreName[] = [
    'conversations',
    'messages',
    'attachments',
    'searchTexts',
    'patients',
  ];
  const transaction = database.transaction(names, 'readwrite');
  for (const [store, value] of records) {
    void transaction.objectStore(store).put(value as never);
  }
  await transaction.done;
}

/** A turn of a consultation, alternately the doctor's and the model's. */
export function turn(
  conversationId: string,
  at: number,
  text: string,
  createdMs: number,
): KeptMessage & { readonly parentId: string | null } {
  return {
    id: `${conversationId}-${at}`,
    parentId: at === 0 ? null : `${conversationId}-${at - 1}`,
    role: at % 2 === 0 ? 'user' : 'assistant',
    text,
    attachments: [],
    state: 'complete',
    createdMs,
  };
}

function english(random: Random): string {
  const words = ENGLISH.split(' ');
  let text = '';
  while (text.length < TURN_LETTERS) {
    const word = words[random.below(words.length)] ?? '';
    text += random.uniform() < 0.1 ? `${random.below(10_000)} ` : `${word} `;
  }
  return text;
}

function chinese(random: Random): string {
  let text = '';
  while (text.length < TURN_LETTERS) {
    text += CHINESE[random.below(CHINESE.length)] ?? '';
    if (random.uniform() < 0.08) text += '，';
  }
  return text;
}

function randomImage(random: Random, name: string) {
  const bytes = Uint8Array.from({ length: IMAGE_BYTES }, () => random.below(256));
  const sha256 = Array.from(name, (letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0');
  return { sha256, mediaType: 'image/png', bytes: bytes.buffer };
}
