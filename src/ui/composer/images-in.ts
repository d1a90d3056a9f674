/** @file The files of a drop or a paste. */

/** What was dropped or pasted as files. All of them: the app says of each which it cannot read. */
export function imagesIn(data: DataTransfer | null): readonly File[] {
  return data === null ? [] : [...data.files];
}

/** True while files, not text, are dragged. */
export function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
