/** @file A doctor's own templates: read when the page opens, kept as a whole. */
import type { OwnTemplate } from '../clinic/own-template.ts';
import type { Actions } from './actions.ts';
import type { AppCore } from './core.ts';

export function templateActions(core: AppCore): Pick<Actions, 'changeTemplates'> {
  return {
    changeTemplates: (change) =>
      core.attempt(async () => {
        const { templates } = core.kept;
        const changed = change(await templates.read()); // another tab may have changed them
        await templates.write(changed);
        core.set({ templates: changed });
      }),
  };
}

/** Shows what is kept; a record that cannot be read is told, and left. */
export function showTemplates(core: AppCore): Promise<void> {
  return core.attempt(async () => {
    const templates: readonly OwnTemplate[] = await core.kept.templates.read();
    if (core.now.start.kind === 'started') core.set({ templates });
  });
}
