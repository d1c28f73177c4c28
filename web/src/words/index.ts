// All the page says, in one catalogue. Another language is a folder beside en/ with the same shape.
import { frame } from './en/frame';
import { attempts, home, library, practice, prepare } from './en/practice';
import { review } from './en/review';
import { room } from './en/room';
import { session } from './en/session';
import { strategy } from './en/strategy';

export const words = { frame, session, practice, home, prepare, library, attempts, room, review, strategy };

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false });
export const onDay = (ms: number): string => day.format(ms);
export const atTime = (ms: number): string => `${day.format(ms)}, ${time.format(ms)}`;
