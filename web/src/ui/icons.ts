// Small signs beside words: paths on a field of 24, drawn as lines. Never without a word for who cannot see them.
export const icons = {
  call: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2',
  hangUp: 'M3 14c5-5 13-5 18 0l-2 3-4-1.5V13a13 13 0 0 0-6 0v2.5L5 17z',
  calendar: 'M5 5h14v15H5zM5 10h14M9 3v4M15 3v4M9 14h2',
  watch: 'M12 8v5l3 2M9.5 2.5h5M12 5a8 8 0 1 0 0 16 8 8 0 0 0 0-16M19 5l1.5 1.5',
  again: 'M4 12a8 8 0 1 0 2.5-5.8M4 3.5V8h4.5',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4.5v15l12-7.5z',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  silent: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  type: 'M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8',
  hold: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3M6 11a6 6 0 0 0 12 0M12 17v4',
  free: 'M4 10v4M8 7v10M12 4v16M16 8v8M20 10v4',
  back: 'M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3',
  on: 'M9 5l7 7-7 7',
  book: 'M5 4h10a4 4 0 0 1 4 4v12H9a4 4 0 0 1-4-4zM5 16a4 4 0 0 1 4-4h10',
  tune: 'M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h13M19 12h1M18 10v4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0',
  down: 'M6 9l6 6 6-6',
} as const;
export type Sign = keyof typeof icons;
