/** @file A handful of real pictures from a public Python package, fetched when they are wanted. */
import { openAsBlob } from 'node:fs';
import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssistantError } from '../base/errors.ts';
import { sha256OfBlob } from '../base/sha256.ts';
import { runProgram } from './program.ts';
import { unzip } from './unzip.ts';

const WHEEL = 'scikit-image==0.25.2';
/** One of its wheels, on every machine the same; no code of it is run. */
const PLATFORM = ['--python-version', '3.11', '--platform', 'manylinux2014_x86_64'];
const WHEEL_SHA256 = '24cc986e1f4187a12aa319f777b36008764e856e5013666a4a83f8df083c2641';
const DOWNLOAD_MS = 300_000;

export interface RealImage {
  /** Below `skimage/data/`. */
  readonly name: string;
  readonly question: string;
  /** What it is, and on what terms, by the package's own documentation. */
  readonly about: string;
}

export const REAL_IMAGES: readonly RealImage[] = [
  {
    name: 'retina.jpg',
    question: 'Which finding is on this fundus photo?',
    about: 'a normal left fundus (Häggström, WikiJournal of Medicine 2014; CC0)',
  },
  {
    name: 'microaneurysms.png',
    question: 'Which finding is on this fundus photo?',
    about: 'a piece of a fundus with microaneurysms (Maier; CC0)',
  },
  {
    name: 'ihc.png',
    question: 'What does this picture show?',
    about: 'a stained section of colonic glands (no known copyright restrictions)',
  },
  {
    name: 'cell.png',
    question: 'What does this picture show?',
    about: 'one cell in a microscope (CC0)',
  },
];

/** Puts them into `folder`, unless they are there. */
export async function realImageFiles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const isThere = await Promise.all(
    REAL_IMAGES.map(({ name }) =>
      access(join(folder, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (isThere.every(Boolean)) return;
  const archive = await openAsBlob(await fetchWheel(folder));
  const found = await sha256OfBlob(archive);
  if (found !== WHEEL_SHA256) {
    throw new AssistantError(
      'bad-data',
      `${WHEEL} has SHA-256 ${found}, not ${WHEEL_SHA256}. Empty ${folder} and try again.`,
      { path: folder },
    );
  }
  for (const { name } of REAL_IMAGES) {
    await writeFile(join(folder, name), await unzip(archive, `skimage/data/${name}`));
  }
}

async function fetchWheel(folder: string): Promise<string> {
  const options = [
    '--no-deps',
    '--only-binary',
    ':all:',
    ...PLATFORM,
    '--dest',
    folder,
  ];
  const args = ['-m', 'pip', 'download', ...options, WHEEL];
  const { status, output } = await runProgram('python3', args, {
    timeoutMs: DOWNLOAD_MS,
  });
  const name = (await readdir(folder)).find((it) => it.endsWith('.whl'));
  if (status === 0 && name !== undefined) return join(folder, name);
  throw new AssistantError(
    'network',
    `pip could not download ${WHEEL}. Try again, or leave out --real.\n${output}`,
    { url: WHEEL },
  );
}
