/** A part of a whole in percent, to one decimal; null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** A percentage as `33.3%`; a dash where there is none. */
export function percentText(value: number | null): string {
  return value === null ? '—' : `${value.toFixed(1)}%`;
}

/** A part of a whole as `33.3%`; a dash of nothing. */
export function sharePercent(part: number, whole: number): string {
  return percentText(percent(part, whole));
}
