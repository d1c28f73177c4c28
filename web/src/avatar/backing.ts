// How many pixels a canvas gets: as sharp as the screen where drawing is quick, fewer where frames take too long.

const STEPS = [2, 1.5, 1, 0.75];
const PATIENCE = 12;

/** Keeps count of how long frames take; `step` tells the pixels per CSS pixel. */
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

  /** Takes a frame's cost; true when the size has just dropped. Frames of one hiccup are forgiven. */
  took(ms: number): boolean {
    this.slow = Math.max(0, this.slow + (ms > this.budgetMs ? 1 : -0.5));
    if (this.slow < PATIENCE || this.at >= STEPS.length - 1) return false;
    this.at += 1;
    this.slow = 0;
    return true;
  }
}
