export const session = {
  logIn: 'Log in',
  welcome: 'Rehearse the conversation before you have it.',
  email: 'Mail address',
  password: 'Password',
  forgot: 'Forgotten it?',
  newPassword: 'New password',
  passwordRule: 'At least 12 characters. Four unrelated words are good.',
  company: 'Company',
  yourName: 'Your name',
  start: {
    title: 'Set up Praxis',
    lead: 'You are the first one here: this makes your company, and you its admin.',
    act: 'Make the company',
    noLink: 'This page needs the link that the server printed when it started.',
  },
  join: {
    title: (company: string) => `Come in to ${company}`,
    act: 'Come in',
    noLink: 'This page needs the link of an invitation.',
  },
  reset: {
    title: 'Choose a new password',
    act: 'Set the password',
    done: 'Your new password is set. Log in with it.',
    noLink: 'This page needs the link of the letter.',
  },
  ask: {
    title: 'A new password',
    lead: 'We write you a letter with a link, if there is an account of that address.',
    act: 'Send the letter',
    done: 'If there is such an account, a letter is on its way. It is good for an hour.',
  },
};
