export const characters = {
  title: 'Characters',
  lead: 'What the customers on the screen are made of. Try out moods and mouths; take a character along as a file.',
  group: 'Several at one table',
  groupLead: 'How a buying group is shown: who speaks is lit, the others listen.',
};
