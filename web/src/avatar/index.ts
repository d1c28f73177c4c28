// The avatar as the pages use it: a living character, a still portrait, the people there are.
export { type Character, livingOn, portrayOn } from './apart/apart';
export { Avatar } from './Avatar';
export { type AvatarOptions, Living } from './Living';
export { type PortraitOptions, drawPortrait } from './Portrait';
export { type Shape, SHAPES } from './motion/pose';
export { mouthFromText } from './motion/spelling';
export type { Feeling, Mode } from './motion/state';
export type { MouthCue } from './motion/track';
export { type Wish, people, personFor } from './person/people';
export type { Person, Presents, Setting } from './person/person';
