// Something with a version: read with its ETag, changed only if nobody was there in between.
import { askWhole, Problem } from '../wire/http';

export class Held<T> {
  value = $state<T>();
  stale = $state(false); // somebody else was first: what is here was read again
  #etag = '';

  constructor(readonly path: string) {}

  async read(): Promise<T> {
    const told = await askWhole<T>('GET', this.path);
    this.#etag = told.etag;
    this.value = told.body;
    return told.body;
  }

  /** True when it was changed; false when it had to be read again instead. Throws whatever else goes wrong. */
  async change(body: unknown, method: 'PATCH' | 'PUT' = 'PATCH'): Promise<boolean> {
    this.stale = false;
    try {
      const told = await askWhole<T>(method, this.path, { body, ifMatch: this.#etag });
      this.#etag = told.etag;
      this.value = told.body;
      return true;
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      await this.read();
      this.stale = true;
      return false;
    }
  }
}
