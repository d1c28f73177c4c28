import { mount } from 'svelte';
import App from './App.svelte';
import './ui/tokens.css';
import './ui/base.css';
import { followLinks } from './ui/place.svelte';

const spot = document.getElementById('app');
if (spot) {
  followLinks();
  mount(App, { target: spot });
}
