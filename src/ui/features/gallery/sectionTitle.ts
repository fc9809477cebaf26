import { say } from '../../shared/language/say.ts';
import type { PhotoSection } from '../../shared/model/photoSections.ts';

/** 'May 2021', '2021', 'Less sure'. */
export function sectionTitle({ unit, time }: PhotoSection): string {
  if (unit === 'lessSure') return say.common.lessSure;
  return unit === 'month' ? say.month(time) : String(new Date(time).getFullYear());
}
