// A living character painted on some surface: the page's canvas, or one that was handed to a worker.
import { Backing } from './backing';
import { type Canvas, penOf } from './draw/canvas';
import { type Figure, drawFigure, makeFigure } from './draw/figure';
import { type AvatarOptions, Living } from './Living';
import type { Pose } from './motion/pose';
import type { Person } from './person/person';

const BUDGET_MS = 15;

export interface Surface {
  canvas: Canvas;
  /** The screen's pixels by one of the page's. */
  screen: number;
  /** As it stands in the page, in the page's pixels. */
  size(): readonly [width: number, height: number];
  /** The canvas has just got its pixels; it stood so wide before. */
  settled?(width: number): void;
}

export class Painted extends Living {
  private figure: Figure | null = null;
  private drawn = 0;
  private readonly backing: Backing;
  private readonly context: CanvasRenderingContext2D | null;

  constructor(private readonly surface: Surface, private person: Person, options: AvatarOptions = {}) {
    super(options.seed ?? person.id, options);
    this.backing = new Backing(Math.min(2, surface.screen), BUDGET_MS);
    this.context = penOf(surface.canvas, { alpha: false });
    this.wake();
  }

  setPerson(person: Person): void {
    this.person = person;
    this.figure = null;
  }

  refit(): void {
    const [width, height] = this.pixels();
    if (this.figure && Math.abs(this.figure.width - width) + Math.abs(this.figure.height - height) > 2) this.figure = null;
  }

  override destroy(): void {
    super.destroy();
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
    const [width, height] = this.surface.size();
    return [Math.round(width * this.backing.step), Math.round(height * this.backing.step)];
  }

  /** The figure for the surface's size; null while it has none. */
  private fit(): Figure | null {
    if (this.figure) return this.figure;
    const [width, height] = this.pixels();
    if (width < 8 || height < 8) return null;
    const [shown] = this.surface.size();
    this.surface.canvas.width = width;
    this.surface.canvas.height = height;
    this.surface.settled?.(shown);
    this.figure = makeFigure(this.person, width, height);
    return this.figure;
  }
}
