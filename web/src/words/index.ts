// All the page says, in one catalogue. Another language is a folder beside en/ with the same shape.
import { appeals } from './en/appeals';
import { audit } from './en/audit';
import { calls } from './en/calls';
import { characters } from './en/characters';
import { company } from './en/company';
import { frame } from './en/frame';
import { making } from './en/making';
import { mine } from './en/mine';
import { people } from './en/people';
import { attempts, drill, home, library, practice, prepare } from './en/practice';
import { review } from './en/review';
import { room } from './en/room';
import { session } from './en/session';
import { strategy } from './en/strategy';
import { teams } from './en/teams';
import { tokens } from './en/tokens';
import { work } from './en/work';

const practising = { practice, home, drill, prepare, library, attempts, calls, room, review, strategy };
export const words = { frame, session, ...practising, people, teams, tokens, audit, company, mine, appeals, characters, making, work };

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false });
export const onDay = (ms: number): string => day.format(ms);
export const atTime = (ms: number): string => `${day.format(ms)}, ${time.format(ms)}`;
export const onDate = (ms: number): string => date.format(ms);
export const atDateTime = (ms: number): string => `${date.format(ms)}, ${time.format(ms)}`;
