import { mount } from 'svelte';
import App from './App.svelte';
import './ui/tokens.css';

const place = document.getElementById('app');
if (place) mount(App, { target: place });
