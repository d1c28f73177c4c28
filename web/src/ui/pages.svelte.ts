// A list that is read page by page, as far as somebody wants.
import { read } from '../wire/http';

export class Pages<T> {
  items = $state<T[]>([]);
  next = $state<string | null>(null);

  constructor(
    readonly path: string,
    readonly limit = 50,
  ) {}

  async first(): Promise<this> {
    const page = await this.#page('');
    this.items = page.items;
    this.next = page.next;
    return this;
  }

  async more(): Promise<void> {
    const page = await this.#page(this.next ?? '');
    this.items.push(...page.items);
    this.next = page.next;
  }

  #page(after: string): Promise<{ items: T[]; next: string | null }> {
    const joint = this.path.includes('?') ? '&' : '?';
    return read(`${this.path}${joint}limit=${this.limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`);
  }
}
