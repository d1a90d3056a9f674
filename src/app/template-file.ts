/** @file Own templates as a file, to be given to a colleague. */
import * as v from 'valibot';
import { MOST_TEMPLATES, type OwnTemplate } from '../clinic/own-template.ts';
import { templateList } from '../store/templates.ts';

const FORMAT = 'pulsemind-templates';

const templateFile = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  templates: templateList,
});

export function templatesFile(templates: readonly OwnTemplate[]): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, templates }, null, 2)}\n`;
}

/** Undefined for a file that holds none. */
export function readTemplatesFile(text: string): readonly OwnTemplate[] | undefined {
  try {
    const result = v.safeParse(templateFile, JSON.parse(text));
    return result.success ? result.output.templates : undefined;
  } catch {
    return undefined;
  }
}

/** Those of a file behind those that are here; one of the same id takes its place. */
export function joinTemplates(
  here: readonly OwnTemplate[],
  added: readonly OwnTemplate[],
): readonly OwnTemplate[] {
  const byId = new Map([...here, ...added].map((template) => [template.id, template]));
  return [...byId.values()].slice(0, MOST_TEMPLATES);
}
