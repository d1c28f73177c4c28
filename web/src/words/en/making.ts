// Making a character: what its traits and their choices are called, the editor's controls, and what is wrong with a file.
type Names = Record<string, string>;

export const making = {
  startFrom: 'Start from',
  saveFile: 'Save as file',
  openFile: 'Open a file',
  who: 'Who it is for',
  word: 'Word for it',
  inGeneral: 'In general',

  preview: 'Preview',
  looks: 'The character as it now looks',
  feels: { trust: 'Trust', interest: 'Interest', patience: 'Patience' } as Names,
  does: 'What the character does',
  modes: { idle: 'idle', listening: 'listening', thinking: 'thinking', speaking: 'speaking' } as Names,
  mouths: 'Mouth shapes',
  sentence: 'A sentence to say',
  sentenceFirst: 'What would that mean for my team in the first month?',
  say: 'Say it',

  // Parts of a person, and what is inside them.
  parts: {
    id: 'Word for it', presents: 'Presents as', suits: 'Suits', age: 'Age', lines: 'Lines', place: 'Place', skin: 'Skin', head: 'Head', eyes: 'Eyes',
    brows: 'Brows', nose: 'Nose', lips: 'Lips', hair: 'Hair', beard: 'Beard', glasses: 'Glasses', jewellery: 'Jewellery', headwear: 'Headwear',
    build: 'Build', dress: 'Dress',
  } as Names,
  traits: {
    tone: 'Tone', warmth: 'Warmth', freckles: 'Freckles', blush: 'Blush', width: 'Width', length: 'Length', jaw: 'Jaw', chin: 'Chin', cheeks: 'Cheeks',
    ears: 'Ears', colour: 'Colour', size: 'Size', spacing: 'Spacing', tilt: 'Tilt', hood: 'Hood', lashes: 'Lashes', bags: 'Bags', thickness: 'Thickness',
    arch: 'Arch', bridge: 'Bridge', tip: 'Tip', upper: 'Upper', lower: 'Lower', bow: 'Bow', tint: 'Tint', tintColour: 'Tint colour', style: 'Style',
    grey: 'Grey', earrings: 'Earrings', necklace: 'Necklace', metal: 'Metal', kind: 'Kind', shoulders: 'Shoulders', slope: 'Slope', neck: 'Neck',
    under: 'Under', accent: 'Accent', extra: 'Extra',
  } as Names,
  choices: {
    none: 'None', woman: 'Woman', man: 'Man', either: 'Either', plant: 'Plant', office: 'Office', clinic: 'Clinic', warehouse: 'Warehouse',
    board: 'Board', home: 'Home', side_part: 'Side part', crop: 'Crop', buzz: 'Buzz', fringe_of_age: 'Fringe of age', slick_back: 'Slick back',
    curls_short: 'Curls, short', afro: 'Afro', waves_medium: 'Waves, medium', long_straight: 'Long, straight', long_wavy: 'Long, wavy', bob: 'Bob',
    bob_fringe: 'Bob with a fringe', bun: 'Bun', ponytail: 'Ponytail', pixie: 'Pixie', locs: 'Locs', braids: 'Braids', cornrows_bun: 'Cornrows and bun',
    curls_long: 'Curls, long', stubble: 'Stubble', moustache: 'Moustache', goatee: 'Goatee', short: 'Short', full: 'Full', round: 'Round',
    square: 'Square', cat: 'Cat-eye', half: 'Half', stud: 'Stud', hoop: 'Hoop', drop: 'Drop', chain: 'Chain', beads: 'Beads', hijab: 'Hijab',
    turban: 'Turban', hard_hat: 'Hard hat', surgical_cap: 'Surgical cap', blazer: 'Blazer', suit_tie: 'Suit and tie', shirt: 'Shirt', blouse: 'Blouse',
    polo: 'Polo', crew_knit: 'Knitted, crew neck', roll_neck: 'Roll neck', cardigan: 'Cardigan', work_jacket: 'Work jacket', hi_vis: 'High visibility',
    overall: 'Overall', lab_coat: 'Lab coat', scrubs: 'Scrubs', hoodie: 'Hoodie', lanyard: 'Lanyard', stethoscope: 'Stethoscope', pens: 'Pens',
    brooch: 'Brooch',
  } as Names,

  // What is wrong with one that comes from a file: where, what, how to mend it.
  wrong: {
    json: (why: string) => `The file is not JSON: ${why}`,
    object: (where: string) => `${where}: is not an object; a person is an object with id, presents, age, suits and traits.`,
    id: (who: string) => `${who}, id: needs a lower-case word of at most 40 letters, such as "cedar".`,
    presents: (who: string, found: string, known: string) => `${who}, presents: ${found} is none of ${known}.`,
    suitsNone: (who: string, known: string) => `${who}, suits: needs a list with at least one of ${known}.`,
    suits: (who: string, found: string, known: string) => `${who}, suits: ${found} is none of ${known}.`,
    suitsTwice: (who: string) => `${who}, suits: names a setting twice; name each once.`,
    missing: (who: string, trait: string, wanted: string) => `${who}, ${trait}: is missing; ${wanted}.`,
    fits: (who: string, trait: string, found: string, wanted: string) => `${who}, ${trait}: ${found} does not fit; ${wanted}.`,
    unknown: (who: string, trait: string) => `${who}, ${trait}: is no trait of a person; remove it or mend its name.`,
    taken: (who: string) => `${who}, id: is taken already; ids must differ.`,
    list: (where: string) => `${where}: is not a list of people.`,
    nothing: 'nothing',
    oneOf: (known: string) => `one of ${known}`,
    colour: 'a colour such as "#4a3020"',
    number: (least: number, most: number) => `a number from ${least} to ${most}`,
    near: (wanted: string, close: string) => `${wanted} (did you mean "${close}"?)`,
    model: (why: string) => `The character could not be read as GLB or VRM: ${why}`,
    shapes:
      'The character has no face shapes we know: it needs the Oculus visemes (viseme_aa …), ARKit’s shapes (jawOpen, eyeBlinkLeft …) or VRM expressions.',
  },

  // Three people at one table, to try out.
  group: {
    who: 'Who speaks',
    speaks: (title: string) => `${title} speaks`,
    nobody: 'Nobody',
    guests: [
      { title: 'Purchasing', line: 'If the frame says forty-eight hours, what happens when a mill is late, and who pays for the lorry that stands in our yard with nothing on it until Thursday?' },
      { title: 'Production', line: 'We have had promises before. Show me a sheet that stays flat on our own bed, in eight millimetres, over night, with nobody standing beside it, and then we can talk.' },
      { title: 'Finance', line: 'I did the sum once. It was nineteen and a half thousand a month.' },
    ],
  },
};
