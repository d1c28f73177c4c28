// The three libraries as multi-label classifiers, each by what its own interface offers: learn from labelled sentences,
// then give every act a score for a sentence. One with several acts teaches each of them, one without teaches NONE.
// Scores of different libraries do not compare; thresholds are found for each.
'use strict';

const NONE = 'none';
const labelsOf = (acts) => (acts.length ? acts : [NONE]);

// One multinomial naive Bayes over Porter stems, stop words kept (they hold the question words). Its values are
// relative to each other: a score is the logarithm of an act's share of their sum.
function natural() {
  const { BayesClassifier } = require('natural');
  const classifier = new BayesClassifier();
  classifier.setOptions({ keepStops: true });
  return {
    learn(examples) {
      for (const { text, acts } of examples) for (const label of labelsOf(acts)) classifier.addDocument(text, label);
      classifier.train();
    },
    scores(text) {
      const found = classifier.getClassifications(text);
      const sum = found.reduce((total, { value }) => total + value, 0);
      return new Map(found.map(({ label, value }) => [label, Math.log(value / sum || Number.MIN_VALUE)]));
    },
  };
}

// One naive Bayes whose score is the odds of an act against all others; texts prepared by wink-nlp-utils.
function wink() {
  const { string, tokens } = require('wink-nlp-utils');
  const classifier = require('wink-naive-bayes-text-classifier')();
  classifier.definePrepTasks([string.tokenize0, tokens.stem, tokens.propagateNegations]);
  classifier.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  return {
    learn(examples) {
      for (const { text, acts } of examples) for (const label of labelsOf(acts)) classifier.learn(text, label);
      classifier.consolidate();
    },
    scores: (text) => new Map(classifier.computeOdds(text)),
  };
}

// The library's neural network, one perceptron an act, over the stems of its English stemmer. More passes than this
// fit the training authors better and strangers worse.
function nodeNlp() {
  const { NeuralNetwork, NlpUtil } = require('node-nlp');
  const stemmer = NlpUtil.getStemmer('en');
  const network = new NeuralNetwork({ iterations: 20, log: false });
  const ones = (names) => Object.fromEntries(names.map((name) => [name, 1]));
  const stems = (text) => ones(stemmer.tokenizeAndStem(text));
  return {
    learn(examples) {
      network.train(examples.map(({ text, acts }) => ({ input: stems(text), output: ones(labelsOf(acts)) })));
    },
    scores: (text) => new Map(Object.entries(network.run(stems(text)))),
  };
}

module.exports = { NONE, makers: { 'node-nlp': nodeNlp, natural, wink } };
