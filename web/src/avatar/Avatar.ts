// A living character drawn on a canvas of the page. Owns what is on the canvas, not the element: give each Avatar its
// own canvas and size it by the page's style sheet (the canvas's own width and height are set here, to as many pixels as
// can be drawn in time). Several may live side by side. Runs on the page's one thread; apart/ draws on another.
import type { AvatarOptions } from './Living';
import { Painted, type Surface } from './Painted';
import type { Person } from './person/person';

function onPage(canvas: HTMLCanvasElement): Surface {
  return {
    canvas,
    screen: devicePixelRatio || 1,
    size: () => [canvas.clientWidth, canvas.clientHeight],
    settled: (width) => {
      // A canvas that no style sheet sizes would grow with its pixels.
      if (canvas.clientWidth !== width) canvas.style.width = `${width}px`;
    },
  };
}

export class Avatar extends Painted {
  private readonly watcher = new ResizeObserver(() => this.refit());

  constructor(canvas: HTMLCanvasElement, person: Person, options: AvatarOptions = {}) {
    super(onPage(canvas), person, options);
    this.watcher.observe(canvas);
  }

  override destroy(): void {
    super.destroy();
    this.watcher.disconnect();
  }
}
