// A form that is sent: whether it is under way, and what came back wrong.
import { Problem } from '../wire/http';

export class Asking {
  busy = $state(false);
  error = $state<unknown>(null);

  /** Runs it once at a time; true when it went well. */
  async run(what: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = null;
    try {
      await what();
      return true;
    } catch (error) {
      this.error = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  at(where: string): string {
    return this.error instanceof Problem ? this.error.at(where) : '';
  }
}
