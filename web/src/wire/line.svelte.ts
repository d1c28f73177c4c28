// Whether the server can be reached, for the whole page. Whoever asks it says how that went; while it is away it is
// asked again by and by, and everybody who waits is told when it is back.
export type State = 'here' | 'away' | 'offline';

const kWaits_ms = [1000, 2000, 4000, 8000, 15_000];

class Line {
  state = $state<State>('here');
  /** When it is tried again, on the page's clock; 0: it is being tried. */
  next = $state(0);
  /** Grows whenever the server came back. */
  returns = $state(0);

  private tries = 0;
  private timer = 0;

  /** Once, by the page. */
  watch(): void {
    addEventListener('offline', () => this.lost());
    addEventListener('online', () => this.state !== 'here' && this.tryNow());
    document.addEventListener('visibilitychange', () => !document.hidden && this.state !== 'here' && this.tryNow());
  }

  heard(): void {
    clearTimeout(this.timer);
    this.tries = 0;
    if (this.state === 'here') return;
    this.state = 'here';
    this.returns++;
  }

  lost(): void {
    const was = this.state;
    this.state = navigator.onLine ? 'away' : 'offline';
    if (was === 'here') this.wait();
  }

  async tryNow(): Promise<void> {
    clearTimeout(this.timer);
    this.next = 0;
    try {
      const told = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5000) });
      if (told.ok) return this.heard();
    } catch {
      // still away
    }
    this.state = navigator.onLine ? 'away' : 'offline';
    this.wait();
  }

  private wait(): void {
    const wait = kWaits_ms[Math.min(this.tries++, kWaits_ms.length - 1)] ?? 15_000;
    this.next = performance.now() + wait;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tryNow(), wait);
  }
}

export const line = new Line();
