import { describe, expect, it } from 'vitest';
import { leavingBy, ownPath, wantedPlace } from './ways';

describe('where one wanted to go', () => {
  it('is a path of this page and nothing else', () => {
    for (const good of ['/', '/attempts/7/review?turn=3', '/a#b']) expect(ownPath(good)).toBe(good);
    for (const bad of [null, '', 'evil', '//evil.example', '/\\evil', 'https://evil.example', 'javascript:alert(1)', '/a b', '/a\n'])
      expect(ownPath(bad)).toBe('/');
  });
  it('is where one is, or what the address says after a provider has sent one back', () => {
    expect(wantedPlace('/library', '?a=1')).toBe('/library?a=1');
    expect(wantedPlace('/sign-in', '?why=used_up&by=x&to=/attempts/7')).toBe('/attempts/7');
    expect(wantedPlace('/sign-in', '?to=//evil.example')).toBe('/');
    expect(wantedPlace('/sign-in', '?to=/sign-in%3Fto=/a')).toBe('/');
  });
  it('travels along', () => {
    const way = { id: 'entra', name: 'Hallam', ready: true, trouble: null };
    expect(leavingBy(way, '/attempts/7?a=1&b=2')).toBe('/api/v1/outside/entra/leave?return_to=%2Fattempts%2F7%3Fa%3D1%26b%3D2');
  });
});
