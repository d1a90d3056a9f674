/** @file Tells the driver what is on screen, at every change of it. */
import type { App } from '../../../src/app/actions.ts';
import type { AppState } from '../../../src/app/state.ts';
import type { Conversation, Message } from '../../../src/clinic/conversation.ts';
import type { Consultation, Description, Told, Turn } from '../page-api.ts';

let lastTelling: Promise<void> | undefined;

export function tellChanges(app: App): void {
  let last = '';
  app.state.subscribe((state) => {
    const told = tell(state);
    const text = JSON.stringify(told);
    if (text === last) return;
    last = text;
    lastTelling = window.tellDriver?.({ atMs: Date.now(), ...told });
  });
}

/** Resolves once the driver has heard of everything that is on screen. */
export async function toldAll(): Promise<void> {
  await lastTelling;
}

/** What the page has said that went wrong. */
export function problemsOf({ start, notices, engine }: AppState): string[] {
  const problems = notices.flatMap((notice) => {
    if (notice.kind === 'problem') return [`It told: ${notice.problem.record.message}`];
    if (notice.kind === 'damaged-records') return [`${notice.count} damaged records.`];
    return [];
  });
  for (const [what, failed] of Object.entries({ start, engine })) {
    if (failed.kind !== 'failed') continue;
    problems.push(`No ${what}: ${failed.problem.record.message}`);
  }
  return problems;
}

export function consultationOf(
  state: AppState,
  { id, leafId, messages, ...header }: Conversation,
): Consultation {
  return { id, leafId, ...descriptionOf(state, header), turns: messages.map(turnOf) };
}

function tell(state: AppState): Omit<Told, 'atMs'> {
  const { start, conversations, current, answer, drafts } = state;
  return {
    listed:
      start.kind === 'started'
        ? conversations.map(({ id, ...header }) => ({
            id,
            ...descriptionOf(state, header),
          }))
        : undefined,
    shown:
      current.kind === 'open' ? consultationOf(state, current.conversation) : undefined,
    growingId: answer.kind === 'running' ? answer.messageId : undefined,
    typed: Object.values(drafts).map(({ text }) => text),
    isLocked: start.kind === 'locked',
    problems: problemsOf(state),
  };
}

function descriptionOf(
  { patients }: AppState,
  { title, tags, patientId }: Pick<Conversation, 'title' | 'tags' | 'patientId'>,
): Description {
  const patient = patients.find(({ id }) => id === patientId);
  return { title, tags, patientName: patient?.name ?? '' };
}

function turnOf({ id, parentId, role, text, state, attachments }: Message): Turn {
  const images = attachments.map(({ sha256 }) => sha256);
  return { id, parentId, role, text, state, images };
}
