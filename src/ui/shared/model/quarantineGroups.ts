import type { QuarantinedFile } from '../../../pipeline/api/pipeline.ts';

export interface QuarantineGroup {
  readonly reason: string;
  readonly files: readonly QuarantinedFile[];
}

/** Quarantined files by their reason. Small groups come first: one damaged photo matters more than a hundred videos. */
export function byReason(files: readonly QuarantinedFile[]): QuarantineGroup[] {
  const groups = new Map<string, QuarantinedFile[]>();
  for (const file of files) {
    const group = groups.get(file.reason);
    if (group === undefined) groups.set(file.reason, [file]);
    else group.push(file);
  }
  return [...groups].map(([reason, of]) => ({ reason, files: of })).sort((a, b) => a.files.length - b.files.length);
}
