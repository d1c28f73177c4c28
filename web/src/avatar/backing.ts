// How many pixels a canvas gets: as sharp as the screen where drawing is quick, fewer where frames take too long.

const STEPS = [2, 1.5, 1, 0.75];
/** Slow frames in a row until the size drops: soon while it is more than the page's own pixels, late below. */
const PATIENCE = 12;
const LONG_PATIENCE = 60;
/** Frames further apart than this are late: 30 a second are 33 ms apart, 40 on some screens. */
const LATE_MS = 46;
const PAUSE_MS = 500;

/** Keeps count of how frames come; `step` tells the pixels per CSS pixel. */
export class Backing {
  private at: number;
  private slow = 0;

  constructor(screen: number, private readonly budgetMs: number) {
    const found = STEPS.findIndex((step) => step <= screen + 0.01);
    this.at = found < 0 ? STEPS.length - 1 : found;
  }

  get step(): number {
    return STEPS[this.at] as number;
  }

  /**
   * Takes what a frame cost and how long after the one before it came (painting itself happens later, unseen by the
   * page, and shows only so); true when the size has just dropped. A hiccup is forgiven, a pause is not counted.
   */
  took(costMs: number, sinceMs = 0): boolean {
    const late = sinceMs > LATE_MS && sinceMs < PAUSE_MS;
    this.slow = Math.max(0, this.slow + (costMs > this.budgetMs || late ? 1 : -0.5));
    if (this.slow < (this.step > 1 ? PATIENCE : LONG_PATIENCE) || this.at >= STEPS.length - 1) return false;
    this.at += 1;
    this.slow = 0;
    return true;
  }
}
