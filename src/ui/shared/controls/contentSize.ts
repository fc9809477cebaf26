/** An element's inside without its padding, as a ResizeObserver measures it, CSS pixels; 0 where nothing is laid out. */
export function contentSize(element: HTMLElement): { readonly width: number; readonly height: number } {
  const style = getComputedStyle(element);
  const pixels = (length: string): number => Number.parseFloat(length) || 0;
  const around = (from: 'Left' | 'Top', to: 'Right' | 'Bottom'): number =>
    style.boxSizing === 'border-box'
      ? pixels(style[`padding${from}`]) +
        pixels(style[`padding${to}`]) +
        pixels(style[`border${from}Width`]) +
        pixels(style[`border${to}Width`])
      : 0;
  return {
    width: Math.max(0, pixels(style.width) - around('Left', 'Right')),
    height: Math.max(0, pixels(style.height) - around('Top', 'Bottom')),
  };
}
