/** @file Opening a demonstration case, and letting its patient speak. */
import type { SyntheticPatient } from '../clinic/synthetic-patient.ts';
import type { NamedPng } from '../mediscope/demonstration.ts';
import type { Actions } from './actions.ts';
import type { AppCore } from './core.ts';
import {
  answersIn,
  canHearPatient,
  canOpenDemonstration,
  clinic,
  type Demonstration,
  DEMONSTRATION_SEED,
} from './demonstrations.ts';
import { draftKey, putDraft } from './draft-of.ts';
import { readIntoDraft } from './reading-images.ts';
import { currentDraft, currentSyntheticPatient } from './selectors.ts';
import { loadedCheckpoint, speaks } from './spoken-languages.ts';
import { type AppState, EMPTY_DRAFT, NEW_DRAFT } from './state.ts';

type DemonstrationActions = Pick<
  Actions,
  'openDemonstration' | 'hearPatient' | 'leaveDemonstration'
>;

export function demonstrationActions(core: AppCore): DemonstrationActions {
  return {
    openDemonstration: (chosen) => core.attempt(() => open(core, chosen)),
    hearPatient: () => core.attempt(() => hear(core)),
    leaveDemonstration() {
      const { syntheticPatient, ...draft } = core.now.drafts[NEW_DRAFT] ?? EMPTY_DRAFT;
      if (syntheticPatient !== undefined) putDraft(core, NEW_DRAFT, draft);
    },
  };
}

async function open(core: AppCore, { index }: Demonstration): Promise<void> {
  const { drawSyntheticPatient, patientSays } = await clinic();
  const syntheticPatient = await drawSyntheticPatient({
    seed: DEMONSTRATION_SEED,
    index,
    language: spokenLanguage(core.now),
  });
  const { text, images } = await patientSays(syntheticPatient, []);
  if (!canOpenDemonstration(core.now) || core.now.current.kind !== 'new') return;
  putDraft(core, NEW_DRAFT, { ...EMPTY_DRAFT, text, syntheticPatient });
  await attach(core, images);
}

/** The interface's language, where the checkpoint can. */
function spokenLanguage(state: AppState): SyntheticPatient['language'] {
  const { language } = state.settings;
  const checkpoint = loadedCheckpoint(state);
  return checkpoint === undefined || speaks(checkpoint, language) ? language : 'en';
}

async function hear(core: AppCore): Promise<void> {
  const patient = currentSyntheticPatient(core.now);
  if (patient === undefined || !canHearPatient(core.now)) return;
  const key = draftKey(core.now);
  const { patientSays } = await clinic();
  const { text, images } = await patientSays(patient, answersIn(core.now));
  if (draftKey(core.now) !== key || !canHearPatient(core.now)) return;
  putDraft(core, key, { ...currentDraft(core.now), text });
  await attach(core, images);
}

function attach(core: AppCore, images: readonly NamedPng[]): Promise<void> {
  return readIntoDraft(
    core,
    images.map(({ name, png }) => ({
      name,
      read: () =>
        core.parts.readImage(
          new File([Uint8Array.from(png)], name, { type: 'image/png' }),
        ),
    })),
  );
}
