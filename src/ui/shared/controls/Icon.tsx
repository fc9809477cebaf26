/** Line icons on a 20×20 grid, drawn for Facet. Decorative: the button around one carries the name. */
const PATHS = {
  add: 'M10 4v12M4 10h12',
  folder:
    'M2.8 6.2c0-.9.7-1.6 1.6-1.6h3.3l1.8 2h6.1c.9 0 1.6.7 1.6 1.6v5.6c0 .9-.7 1.6-1.6 1.6H4.4c-.9 0-1.6-.7-1.6-1.6z',
  photos:
    'M3 5.6c0-.9.7-1.6 1.6-1.6h10.8c.9 0 1.6.7 1.6 1.6v8.8c0 .9-.7 1.6-1.6 1.6H4.6c-.9 0-1.6-.7-1.6-1.6zM3.2 14.2l4-4.2 3.2 3.2 2.4-2.4 4 3.8M12.9 7.6h.01',
  search: 'M8.8 14.6a5.8 5.8 0 1 0 0-11.6 5.8 5.8 0 0 0 0 11.6zM13 13l4 4',
  settings: 'M3 6h7M14 6h3M12 4v4M3 14h3M10 14h7M8 12v4',
  close: 'M5 5l10 10M15 5L5 15',
  back: 'M12 4.5L6.5 10l5.5 5.5',
  next: 'M8 4.5l5.5 5.5L8 15.5',
  check: 'M4.5 10.5l3.6 3.6 7.4-8',
  minus: 'M5 10h10',
  trash:
    'M4 5.8h12M8 5.6V4.2c0-.5.4-.9.9-.9h2.2c.5 0 .9.4.9.9v1.4M5.4 5.8l.7 9.4c.1.9.8 1.5 1.6 1.5h4.6c.8 0 1.5-.6 1.6-1.5l.7-9.4M8.4 9v4.6M11.6 9v4.6',
  similar:
    'M4.4 3.6h6.8c.6 0 1 .4 1 1v6.8c0 .6-.4 1-1 1H4.4c-.6 0-1-.4-1-1V4.6c0-.6.4-1 1-1zM15 7.8h.6c.6 0 1 .4 1 1v6.8c0 .6-.4 1-1 1H8.8c-.6 0-1-.4-1-1V15',
  object:
    'M3.5 6.5v-2c0-.6.4-1 1-1h2M13.5 3.5h2c.6 0 1 .4 1 1v2M16.5 13.5v2c0 .6-.4 1-1 1h-2M6.5 16.5h-2c-.6 0-1-.4-1-1v-2M10 12.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  lock: 'M5.6 8.8h8.8c.7 0 1.2.5 1.2 1.2v5.4c0 .7-.5 1.2-1.2 1.2H5.6c-.7 0-1.2-.5-1.2-1.2V10c0-.7.5-1.2 1.2-1.2zM7 8.6V6.4a3 3 0 0 1 6 0v2.2',
  chip: 'M6.2 5h7.6c.7 0 1.2.5 1.2 1.2v7.6c0 .7-.5 1.2-1.2 1.2H6.2c-.7 0-1.2-.5-1.2-1.2V6.2c0-.7.5-1.2 1.2-1.2zM8 2.8V5M12 2.8V5M8 15v2.2M12 15v2.2M2.8 8H5M2.8 12H5M15 8h2.2M15 12h2.2',
  warning: 'M10 3.4l7 12.4H3zM10 8.2v3.4M10 13.7h.01',
  retry: 'M15.8 8.2A6 6 0 0 0 4.6 7.6M4.2 4v3.8H8M4.2 11.8a6 6 0 0 0 11.2.6M15.8 16v-3.8H12',
  layers: 'M10 3.2l7 3.8-7 3.8L3 7zM3.4 10.2L10 13.8l6.6-3.6M3.4 13.2L10 16.8l6.6-3.6',
  copies:
    'M7.6 3.6h7.2c.9 0 1.6.7 1.6 1.6v7.2c0 .9-.7 1.6-1.6 1.6H7.6c-.9 0-1.6-.7-1.6-1.6V5.2c0-.9.7-1.6 1.6-1.6zM3.6 7.6v7.2c0 .9.7 1.6 1.6 1.6h7.2',
  chevron: 'M5.5 8l4.5 4.5L14.5 8',
  info: 'M10 16.8a6.8 6.8 0 1 0 0-13.6 6.8 6.8 0 0 0 0 13.6zM10 9.2v4M10 6.8h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
