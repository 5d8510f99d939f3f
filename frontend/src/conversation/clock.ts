/**
 * The server's time on this device. Pages state the server's instant; a device clock that is wrong is corrected by it,
 * so that what is sealed carries a true time, and its owner is told by how much the clock is off.
 */
let offset = 0;

/** Notes what the server's clock said while this page was made. Not a date: nothing changes. */
export function noteServerTime(instant: string | undefined, here: number = Date.now()): void {
  const there = Date.parse(instant ?? "");
  if (!Number.isNaN(there)) offset = there - here;
}

/** Now, by the server's clock. */
export function serverNow(here: number = Date.now()): Date {
  return new Date(here + offset);
}

/** An instant noted on this device, as the server's clock would have told it. */
export function asServerTime(noted: Date): Date {
  return serverNow(noted.getTime());
}

/** Whole minutes by which this device's clock is ahead (positive) or behind. */
export function minutesOff(): number {
  return Math.round(-offset / 60_000);
}
