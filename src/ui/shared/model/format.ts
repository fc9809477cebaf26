import { say } from '../language/say.ts';
/** Numbers and times as a person reads them. */

/** 0..1 → '97 %'. Never '100 %' for less than certain, nor '0 %' for more than impossible. */
export function percent(share: number): string {
  if (share >= 1) return '100 %';
  if (share <= 0) return '0 %';
  const rounded = Math.round(share * 100);
  if (rounded >= 100) return '> 99 %';
  if (rounded <= 0) return '< 1 %';
  return `${rounded} %`;
}

/** Bytes → '6.4 MB', in powers of a thousand as browsers and file managers count. */
export function fileSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1;
  return `${say.decimal(value, digits)} ${units[unit]}`;
}

/** Seconds → 'a few seconds', 'about 40 s', 'about 3 min', 'about 2 h'. Coarse, since an estimate is no promise. */
export function timeLeft(seconds: number): string {
  if (seconds < 8) return say.counts.fewSeconds;
  if (seconds < 55) return say.counts.aboutSeconds(Math.round(seconds / 5) * 5);
  if (seconds < 55 * 60) return say.counts.aboutMinutes(Math.max(1, Math.round(seconds / 60)));
  return say.counts.aboutHours(Math.max(1, Math.round(seconds / 3600)));
}
