/** @file Laying a checkpoint's adapter over it before it is loaded. */
import { openAdapter } from '../checkpoint/adapter.ts';
import type { CheckpointSource, LoadOptions } from './engine.ts';

/**
 * The source with the adapter that `options` name, the first that it has when they
 * name none.
 *
 * @throws AssistantError 'bad-data' when the adapter is damaged or of another
 *   checkpoint, 'bad-input' when there is none of that name
 */
export async function layAdapter(
  source: CheckpointSource,
  { adapter: wanted = {} }: Pick<LoadOptions, 'adapter'>,
): Promise<CheckpointSource> {
  const { manifest, files } = source;
  if (wanted === 'none') return { manifest, files };
  const name = wanted.name ?? manifest.adapters[0]?.name;
  if (name === undefined) return source;
  const adapter = await openAdapter(source, name);
  return {
    manifest,
    files,
    adapter: { adapter, application: wanted.application ?? 'auto' },
  };
}
