/** @file What an answer points at, drawn on its image, to take out of the page. */
import { AssistantError } from '../base/errors.ts';
import { placesOn } from '../clinic/grounding.ts';
import type { AppCore } from './core.ts';
import { drawPlaces } from './draw-places.ts';
import type { DrawnImage, PointedImage } from './image-viewing.ts';
import { describeProblem } from './problem.ts';
import { currentId } from './selectors.ts';

export async function drawPointed(
  core: AppCore,
  image: PointedImage,
): Promise<DrawnImage> {
  try {
    return await draw(core, image);
  } catch (error) {
    return { kind: 'failed', problem: describeProblem(error) };
  }
}

async function draw(core: AppCore, image: PointedImage): Promise<DrawnImage> {
  const { of, pointed, label, stripFor } = image;
  const conversationId = currentId(core.now);
  const blob = image.blob ?? (await kept(core, conversationId, of.sha256));
  if (blob === undefined) throw gone(of.name);
  const seen = await core.parts.engine.see({ sha256: of.sha256, blob });
  const places = placesOn(pointed, seen);
  if (places.length === 0) return { kind: 'nowhere' };
  const lines = stripFor(places.map((place) => place.label));
  const png = await drawPlaces({ image: blob, places, lines, label });
  if (conversationId !== undefined) core.audit.note({ what: 'export', conversationId });
  return { kind: 'drawn', png };
}

async function kept(core: AppCore, conversationId: string | undefined, sha256: string) {
  return conversationId === undefined
    ? undefined
    : core.kept.attachments.read(conversationId, sha256);
}

function gone(name: string) {
  return new AssistantError('bad-data', `The image ${name} is gone.`, { path: name });
}
