// The places of the page: address, title, and who is let in. Each is loaded when somebody first goes there.
import { words } from './words';

export interface Place {
  path: string;
  title: string;
  load: () => Promise<{ default: unknown }>;
  open?: boolean; // for whoever is not logged in
  bare?: boolean; // without the frame's margins: the room
}

const { places: named } = words.frame;

export const places: Place[] = [
  { path: '/', title: named.home, load: () => import('./home/Home.svelte') },
  { path: '/prepare', title: words.prepare.title, load: () => import('./home/Prepare.svelte') },
  { path: '/library', title: named.library, load: () => import('./library/Library.svelte') },
  { path: '/attempts', title: named.attempts, load: () => import('./library/Attempts.svelte') },
  { path: '/attempts/:attempt', title: words.room.transcript, bare: true, load: () => import('./room/Room.svelte') },
  { path: '/attempts/:attempt/review', title: words.review.title, load: () => import('./review/Review.svelte') },
  { path: '/drill/:attempt', title: words.drill.name, bare: true, load: () => import('./room/Room.svelte') },
  { path: '/drill/:attempt/review', title: words.drill.title, load: () => import('./drill/DrillReview.svelte') },
  { path: '/calls', title: named.calls, load: () => import('./calls/Calls.svelte') },
  { path: '/calls/:call', title: words.calls.review, load: () => import('./calls/CallReview.svelte') },
  { path: '/strategy', title: named.strategy, load: () => import('./strategy/Strategies.svelte') },
  { path: '/strategy/:strategy', title: named.strategy, load: () => import('./strategy/Strategy.svelte') },
  { path: '/strategy/:strategy/scenarios', title: named.strategy, load: () => import('./strategy/Scenarios.svelte') },
  { path: '/strategy/:strategy/text', title: named.strategy, load: () => import('./strategy/StrategyText.svelte') },
  { path: '/write', title: named.strategy, load: () => import('./strategy/StrategyText.svelte') },
  { path: '/characters', title: words.characters.title, load: () => import('./characters/Characters.svelte') },
  { path: '/characters/new', title: words.characters.newTitle, load: () => import('./characters/NewCharacter.svelte') },
  { path: '/characters/new/:from', title: words.characters.newTitle, load: () => import('./characters/NewCharacter.svelte') },
  { path: '/characters/:character', title: words.characters.oneTitle, load: () => import('./characters/OneCharacter.svelte') },
  { path: '/people', title: named.people, load: () => import('./people/People.svelte') },
  { path: '/teams', title: named.teams, load: () => import('./teams/Teams.svelte') },
  { path: '/teams/:team', title: named.team, load: () => import('./teams/Team.svelte') },
  { path: '/tokens', title: words.tokens.title, load: () => import('./tokens/Tokens.svelte') },
  { path: '/audit', title: named.audit, load: () => import('./audit/Audit.svelte') },
  { path: '/company', title: named.company, load: () => import('./company/Company.svelte') },
  { path: '/webhooks', title: words.work.webhooks.title, load: () => import('./work/Webhooks.svelte') },
  { path: '/webhooks/:webhook', title: words.work.webhook.title, load: () => import('./work/Webhook.svelte') },
  { path: '/jobs', title: words.work.jobs.title, load: () => import('./work/Jobs.svelte') },
  { path: '/appeals', title: named.appeals, load: () => import('./appeals/Appeals.svelte') },
  { path: '/mine', title: named.mine, load: () => import('./mine/Consent.svelte') },
  { path: '/mine/account', title: words.mine.tabs.account, load: () => import('./mine/Account.svelte') },
  { path: '/mine/attempts', title: named.attempts, load: () => import('./mine/Attempts.svelte') },
  { path: '/mine/sharing', title: words.mine.tabs.sharing, load: () => import('./mine/Sharing.svelte') },
  { path: '/mine/appeals', title: words.mine.tabs.appeals, load: () => import('./mine/Appeals.svelte') },
  { path: '/mine/record', title: words.mine.tabs.record, load: () => import('./mine/Record.svelte') },
  { path: '/sign-in', title: words.session.logIn, open: true, load: () => import('./session/SignIn.svelte') },
  { path: '/start', title: words.session.start.title, open: true, load: () => import('./session/Start.svelte') },
  { path: '/join', title: words.session.join.act, open: true, load: () => import('./session/Join.svelte') },
  { path: '/reset', title: words.session.reset.title, open: true, load: () => import('./session/Reset.svelte') },
  { path: '/forgotten', title: words.session.ask.title, open: true, load: () => import('./session/Forgotten.svelte') },
];
