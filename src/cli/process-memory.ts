/**
 * @file Memory of another process, as Linux counts it; nothing on other systems.
 *
 * Resident memory includes what is shared with other processes. The peak is the
 * kernel's own (VmHWM), so nothing between two looks is missed.
 */
import { readFile, writeFile } from 'node:fs/promises';

/** Bytes resident now, or undefined when the system does not tell. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  return readStatus(pid, 'VmRSS');
}

/** Most bytes resident since the start or the last `forgetPeak`. */
export async function peakResidentBytes(pid: number): Promise<number | undefined> {
  return readStatus(pid, 'VmHWM');
}

/** Lets the peak begin anew at what is resident now. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {});
}

async function readStatus(pid: number, field: string): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kib = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return kib === undefined ? undefined : Number(kib) * 1024;
}
