// What the audit log says, in sentences. A verb that is not here is told as it is.
export interface Deed {
  who: string; // a name to begin with
  whom: string; // the person it was done to
  other: string; // the person its detail names
  team: string;
  themselves: boolean;
  detail: string; // in words already
}
type Say = (deed: Deed) => string;

export const audit = {
  title: 'Audit log',
  lead: 'Who did what, newest first. Never what somebody said in a rehearsal.',
  none: 'Nothing has been written down yet.',
  what: 'What',
  program: 'The program',
  somebody: 'Somebody',
  aTeam: 'a team that is no longer here',
  days: (n: string) => `${n} days`,
  smallestGroup: (n: string) => `smallest group ${n}`,
  aName: 'the name',
  verbs: {
    log_in: ({ who, detail }) => `${who} logged in${detail === 'outside' ? ' by way of the identity provider' : ''}.`,
    'log_in.failed': ({ whom }) => `Somebody tried to log in as ${whom}, and was not let in.`,
    log_out: ({ who }) => `${who} logged out.`,
    'log_out.everywhere': ({ who }) => `${who} logged out everywhere.`,
    'log_out.outside': ({ whom, detail }) => `${whom} logged out at the identity provider ${detail}, and so here.`,
    'password.changed': ({ who }) => `${who} changed their password.`,
    'password.reset_asked': () => 'Somebody asked for a letter to set a new password.',
    'password.reset': ({ whom }) => `A new password was set for ${whom}, by the letter’s link.`,
    'person.invited': ({ who, whom, detail }) => `${who} invited ${whom} as ${detail}.`,
    'person.invited_again': ({ who, whom }) => `${who} invited ${whom} once more.`,
    'person.joined': ({ who, detail }) => `${who} came in for the first time${detail === 'outside' ? ', by way of the identity provider' : ''}.`,
    'person.connected': ({ who }) => `${who} connected their account at the identity provider.`,
    'person.provided': ({ whom, detail }) => `The identity provider brought ${whom} as ${detail}.`,
    'person.changed': ({ who, whom, themselves, detail }) => `${who} changed ${themselves ? 'themselves' : whom}: ${detail}.`,
    'person.erased': ({ who, whom, themselves }) => (themselves ? `${who} deleted themselves.` : `${who} deleted ${whom}.`),
    'person.exported': ({ who }) => `${who} read everything that is kept about them.`,
    'team.made': ({ who, team }) => `${who} made ${team}.`,
    'team.renamed': ({ who, team }) => `${who} renamed ${team}.`,
    'team.dissolved': ({ who, team }) => `${who} deleted ${team}.`,
    'team.member_placed': ({ who, team, other }) => `${who} placed ${other} in ${team}.`,
    'team.lead_placed': ({ who, team, other }) => `${who} let ${other} lead ${team}.`,
    'team.member_unplaced': ({ who, team, other }) => `${who} took ${other} out of ${team}.`,
    'token.made': ({ who, detail }) => `${who} made a token: ${detail}.`,
    'token.revoked': ({ who }) => `${who} revoked a token.`,
    'consent.given': ({ who, detail }) => `${who} agreed (${detail}).`,
    'consent.withdrawn': ({ who, detail }) => `${who} did not agree, or took it back (${detail}).`,
    'attempt.shared': ({ who, other }) => `${who} shared a conversation with ${other}.`,
    'attempt.unshared': ({ who, other }) => `${who} took a conversation back from ${other}.`,
    'attempt.erased': ({ who }) => `${who} deleted a conversation.`,
    'call.imported': ({ who }) => `${who} put in a real call.`,
    'call.shared': ({ who, other }) => `${who} shared a real call with ${other}.`,
    'call.unshared': ({ who, other }) => `${who} took a real call back from ${other}.`,
    'call.erased': ({ who }) => `${who} deleted a real call.`,
    'calls.erased': ({ who }) => `${who} took back their consent, and their real calls were deleted.`,
    'appeal.made': ({ who }) => `${who} appealed against a verdict.`,
    'appeal.withdrawn': ({ who }) => `${who} withdrew an appeal.`,
    'appeal.answered': ({ who, detail }) => `${who} answered an appeal: ${detail}.`,
    'strategy.published': ({ who, detail }) => `${who} published a strategy, version ${detail}.`,
    'strategy.withdrawn': ({ who }) => `${who} took a strategy back.`,
    'webhook.created': ({ who }) => `${who} added a webhook.`,
    'webhook.changed': ({ who, detail }) => `${who} changed a webhook: ${detail}.`,
    'webhook.secret_rotated': ({ who }) => `${who} made a new secret for a webhook.`,
    'webhook.pinged': ({ who }) => `${who} tried a webhook out.`,
    'webhook.redelivered': ({ who }) => `${who} had something sent to a webhook once more.`,
    'webhook.deleted': ({ who }) => `${who} deleted a webhook.`,
    'webhook.switched_off': ({ detail }) =>
      detail === 'gone' ? 'A webhook was switched off: the other system said that it is gone.' : 'A webhook was switched off: nothing was taken for days.',
    'job.retried': ({ who }) => `${who} had a job tried again.`,
    'settings.changed': ({ who, detail }) => `${who} changed the settings: ${detail}.`,
    'data.swept': ({ detail }) => `The sweep deleted what was too old: ${detail}.`,
    'tenant.founded': ({ who }) => `${who} founded the company.`,
    'tenant.demo_founded': () => 'The demo company was made.',
    'tenant.demo_erased': () => 'The demo company was deleted.',
  } as Record<string, Say>,
};
