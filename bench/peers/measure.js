// node measure.js LIBRARY SENTENCES TURNS TEST PREDICTIONS: trains a library on labelled SENTENCES, finds its thresholds
// on the TURNS of two authors it was not trained on, predicts the acts of the turns of TEST, writes them one line a
// turn, and prints turns a second of processor time, training seconds and training sentences.
// docs/benchmarks.md tells why it is done like this.
'use strict';

const fs = require('fs');
const { string } = require('wink-nlp-utils');
const { NONE, makers } = require('./classifiers.js');

const TUNING_TURNS_MOST = 600;
const EVERY_SENTENCE = { natural: 2 }; // its training takes minutes on all of them

const linesOf = (file) => fs.readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

// What the libraries would drop or never see, as words: the question mark and the customer's last turn.
const asWords = (text, previous) => `after${previous} ${text.replace(/\?/g, ' questionmark')}`;

// Of every act the best score over the turn's sentences.
function scoresOf(classifier, turn) {
  const best = new Map();
  for (const sentence of string.sentences(turn.text))
    for (const [label, score] of classifier.scores(asWords(sentence, turn.previous)))
      if (!(best.get(label) >= score)) best.set(label, score);
  best.delete(NONE);
  return best;
}

const predicted = (scores, threshold) => [...scores].filter(([act, score]) => score >= threshold(act)).map(([act]) => act);

function microF1(scored, threshold) {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { acts, scores } of scored) {
    const found = predicted(scores, threshold);
    const hits = found.filter((act) => acts.includes(act)).length;
    right += hits;
    wrong += found.length - hits;
    missed += acts.length - hits;
  }
  return right ? (2 * right) / (2 * right + wrong + missed) : 0;
}

// The threshold of one act that gives it the best F1.
function thresholdOf(act, scored) {
  const ranked = scored
    .filter(({ scores }) => scores.has(act))
    .map(({ acts, scores }) => ({ score: scores.get(act), there: acts.includes(act) }))
    .sort((a, b) => b.score - a.score);
  const total = scored.filter(({ acts }) => acts.includes(act)).length;
  let best = { f1: 0, score: Infinity };
  let right = 0;
  ranked.forEach(({ score, there }, i) => {
    right += there;
    const f1 = (2 * right) / (total + i + 1);
    if (f1 > best.f1 && ranked[i + 1]?.score !== score) best = { f1, score };
  });
  return best.score;
}

// One threshold an act, or one for all: whichever serves the library better on turns it was not trained on.
function tuned(scored) {
  const acts = new Set(scored.flatMap((turn) => [...turn.scores.keys()]));
  const own = new Map([...acts].map((act) => [act, thresholdOf(act, scored)]));
  const candidates = [(act) => own.get(act) ?? Infinity];
  const all = scored.flatMap((turn) => [...turn.scores.values()]).sort((a, b) => a - b);
  for (let percent = 60; percent < 100; percent += 0.25) {
    const shared = all[Math.floor((all.length * percent) / 100)];
    candidates.push(() => shared);
  }
  const ranked = candidates.map((threshold) => ({ threshold, f1: microF1(scored, threshold) }));
  return ranked.reduce((best, next) => (next.f1 > best.f1 ? next : best)).threshold;
}

// Two authors are kept for tuning.
function parted(sentences, turns, every) {
  const authors = [...new Set(turns.map(({ author }) => author))].sort();
  const kept = new Set([authors[Math.floor(authors.length / 3)], authors[Math.floor((authors.length * 2) / 3)]]);
  const training = sentences.filter(({ author }, i) => !kept.has(author) && i % every === 0);
  const tuning = turns.filter(({ author }) => kept.has(author));
  const step = Math.ceil(tuning.length / TUNING_TURNS_MOST);
  return { training, tuning: tuning.filter((_, i) => i % step === 0) };
}

function main([library, sentencesFile, trainingTurnsFile, testFile, predictionsFile]) {
  const { training, tuning } = parted(linesOf(sentencesFile), linesOf(trainingTurnsFile), EVERY_SENTENCE[library] ?? 1);
  const classifier = makers[library]();
  const begun = process.cpuUsage();
  classifier.learn(training.map(({ text, previous, acts }) => ({ text: asWords(text, previous), acts })));
  const trained = process.cpuUsage(begun);
  // Tuning warms the just-in-time compiler up, too.
  const threshold = tuned(tuning.map((turn) => ({ acts: turn.acts, scores: scoresOf(classifier, turn) })));
  const test = linesOf(testFile);
  const start = process.cpuUsage();
  const predictions = test.map((turn) => predicted(scoresOf(classifier, turn), threshold));
  const used = process.cpuUsage(start);
  fs.writeFileSync(predictionsFile, predictions.map((acts) => `${JSON.stringify({ acts })}\n`).join(''));
  const seconds = ({ user, system }) => (user + system) / 1e6;
  console.log(Math.round(test.length / seconds(used)), seconds(trained).toFixed(0), training.length);
}

main(process.argv.slice(2));
