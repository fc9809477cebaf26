/** What a noun is called for one of a thing and for several. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/** Numbers, plurals, lists and days as a language writes them, by the browser's own Intl. */
export interface Formats {
  /** 1234 → '1,234'. */
  readonly number: (value: number) => string;
  /** 6.4 → '6.4', with exactly so many digits after the point. */
  readonly decimal: (value: number, digits: number) => string;
  /** The form that goes with a count. */
  readonly form: (count: number, forms: Forms) => string;
  /** 1234 → '1,234 photos'. */
  readonly counted: (count: number, forms: Forms) => string;
  /** 'a, b and c'. */
  readonly list: (parts: readonly string[]) => string;
  /** Milliseconds since 1970 → 'May 3, 2021' in the reader's own time zone; so are the others. */
  readonly day: (time: number | Date) => string;
  /** 'May 2021'. */
  readonly month: (time: number | Date) => string;
  /** 'May'. */
  readonly monthName: (time: number | Date) => string;
}

/** @param dates where dates are written otherwise than lists: English days are American here, its lists have no comma before "and" */
export function formatsOf(locale: string, dates = locale): Formats {
  const whole = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const days = new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'long', year: 'numeric' });
  const months = new Intl.DateTimeFormat(dates, { month: 'long', year: 'numeric' });
  const monthNames = new Intl.DateTimeFormat(dates, { month: 'long' });
  const form = (count: number, { one, other }: Forms) => (plurals.select(count) === 'one' ? one : other);
  return {
    number: (value) => whole.format(value),
    decimal: (value, digits) =>
      value.toLocaleString(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: false,
      }),
    form,
    counted: (count, forms) => `${whole.format(count)} ${form(count, forms)}`,
    list: (parts) => lists.format(parts),
    day: (time) => days.format(time),
    month: (time) => months.format(time),
    monthName: (time) => monthNames.format(time),
  };
}
