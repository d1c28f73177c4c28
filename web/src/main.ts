import { mount } from 'svelte';
import App from './App.svelte';
import './ui/tokens.css';
import './ui/base.css';
import { followLinks } from './ui/place.svelte';
import { line } from './wire/line.svelte';

const spot = document.getElementById('app');
if (spot) {
  followLinks();
  line.watch();
  spot.replaceChildren();
  mount(App, { target: spot });
}

// Only so that the page opens without a network too (public/sw.js); whoever has no such thing misses nothing else.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', async () => {
    try {
      const { active } = await navigator.serviceWorker.register('/sw.js');
      active?.postMessage('keep');
    } catch {
      // a private window, or no https
    }
  });
