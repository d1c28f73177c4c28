export const characters = {
  title: 'Characters',
  lead: 'What the customers on the screen are made of. Try out moods and mouths; take a character along as a file.',
};
