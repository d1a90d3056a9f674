/** @file Seeing an image as the model does, and cutting a part out of it to ask about. */
import { readIntoDraft } from './reading-images.ts';
import type { AppCore } from './core.ts';
import { cutRegion } from './cut-region.ts';
import { drawPointed } from './draw-pointed.ts';
import type { Region, ViewerActions } from './image-viewing.ts';
import { describeProblem } from './problem.ts';
import { currentDraft } from './selectors.ts';

export function viewerActions(core: AppCore): ViewerActions {
  return {
    async seeImage(sha256, blob) {
      try {
        const image = await core.parts.engine.see({ sha256, blob });
        return { kind: 'seen', image };
      } catch (error) {
        return { kind: 'failed', problem: describeProblem(error) };
      }
    },
    drawPointed: (image) => drawPointed(core, image),
    attachRegion: (region) => attachRegion(core, region),
  };
}

async function attachRegion(core: AppCore, { of, blob, rect, word }: Region) {
  const taken = currentDraft(core.now).images.map(({ attachment }) => attachment.name);
  const name = regionName(of.name, word, taken);
  const read = async () => {
    const file = new File([await cutRegion(blob, rect)], name, { type: 'image/png' });
    const image = await core.parts.readImage(file);
    return { ...image, attachment: { ...image.attachment, derivedFrom: of.sha256 } };
  };
  await readIntoDraft(core, [{ name, read }]);
}

/** "hand.jpg" becomes "hand region.png", then "hand region 2.png". */
export function regionName(
  name: string,
  word: string,
  taken: readonly string[],
): string {
  const stem = name.replace(/\.[^.]{1,5}$/, '');
  for (let number = 1; ; number++) {
    const numbered = `${stem} ${word}${number === 1 ? '' : ` ${number}`}.png`;
    if (!taken.includes(numbered)) return numbered;
  }
}
