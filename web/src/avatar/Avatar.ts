// A living character drawn on a canvas of the page. Owns what is on the canvas, not the element: give each Avatar its
// own canvas and size it by the page's style sheet (the canvas's own width and height are set here, to as many pixels as
// can be drawn in time). Several may live side by side. Runs on the page's one thread.
import { Backing } from './backing';
import { type Figure, drawFigure, makeFigure } from './draw/figure';
import { type AvatarOptions, Living } from './Living';
import type { Pose } from './motion/pose';
import type { Person } from './person/person';

const BUDGET_MS = 15;

export class Avatar extends Living {
  private figure: Figure | null = null;
  private drawn = 0;
  private readonly backing = new Backing(Math.min(2, devicePixelRatio || 1), BUDGET_MS);
  private readonly watcher = new ResizeObserver(() => this.refit());
  private readonly context: CanvasRenderingContext2D | null;

  constructor(private readonly canvas: HTMLCanvasElement, private person: Person, options: AvatarOptions = {}) {
    super(options.seed ?? person.id, options);
    this.context = canvas.getContext('2d', { alpha: false });
    this.watcher.observe(canvas);
    this.wake();
  }

  setPerson(person: Person): void {
    this.person = person;
    this.figure = null;
  }

  override destroy(): void {
    super.destroy();
    this.watcher.disconnect();
    this.figure = null;
  }

  protected override draw(pose: Pose): boolean {
    const start = performance.now();
    const figure = this.fit();
    if (!this.context || !figure) return false;
    drawFigure(this.context, figure, pose);
    if (this.backing.took(performance.now() - start, start - this.drawn)) this.figure = null;
    this.drawn = start;
    return true;
  }

  private pixels(): [number, number] {
    const step = this.backing.step;
    return [Math.round(this.canvas.clientWidth * step), Math.round(this.canvas.clientHeight * step)];
  }

  /** The figure for the canvas's size; null while the canvas has none. */
  private fit(): Figure | null {
    if (this.figure) return this.figure;
    const [width, height] = this.pixels();
    if (width < 8 || height < 8) return null;
    const shown = this.canvas.clientWidth;
    this.canvas.width = width;
    this.canvas.height = height;
    // A canvas that no style sheet sizes would grow with its pixels.
    if (this.canvas.clientWidth !== shown) this.canvas.style.width = `${shown}px`;
    this.figure = makeFigure(this.person, width, height);
    return this.figure;
  }

  private refit(): void {
    const [width, height] = this.pixels();
    if (this.figure && Math.abs(this.figure.width - width) + Math.abs(this.figure.height - height) > 2) this.figure = null;
  }
}
