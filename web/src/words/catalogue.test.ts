import { describe, expect, it } from 'vitest';

const files = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });

/** What stands between tags, and in attributes that are read out, without what comes from an expression. */
function said(source: string): string[] {
  let markup = source.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '');
  for (let before = ''; before !== markup; ) {
    before = markup;
    markup = markup.replace(/\{[^{}]*\}/g, '');
  }
  const texts = [...markup.matchAll(/>([^<>]+)</g)].map((one) => one[1] ?? '');
  const attributes = [...markup.matchAll(/\s(?:aria-label|title|placeholder|alt|label)="([^"]+)"/g)].map((one) => one[1] ?? '');
  return [...texts, ...attributes].map((text) => text.trim()).filter((text) => /\p{L}{2,}/u.test(text));
}

describe('the catalogue', () => {
  it('is read by every part of the page', () => expect(Object.keys(files).length).toBeGreaterThan(100));
  it.each(Object.entries(files))('holds all that %s says', (_path, source) => expect(said(source)).toEqual([]));
  it('would not be passed by', () => {
    expect(said('<p class="x">Hello {name}</p><a href="/x" title="Go on">{says.x}</a>')).toEqual(['Hello', 'Go on']);
  });
});
