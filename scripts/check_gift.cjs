// Holds questions in GIFT against a reader of another maker: every question is read, with its answers, and a copy in which
// one brace is missing is not.
const {readFileSync} = require('node:fs');
const gift = require('gift-pegjs');
const parse = gift.parse ?? gift;

let failed = false;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  const wanted = (text.match(/^::/gm) ?? []).length;
  const questions = parse(text).filter(own => own.type !== 'Category');
  const isWhole = own => own.stem.text.length > 0
    && (own.type === 'Matching' ? own.matchPairs.length >= 2
      : own.type === 'MC' && own.choices.length >= 2
        && own.choices.reduce((sum, choice) => sum + (choice.isCorrect ? 100 : Math.max(0, choice.weight ?? 0)), 0) > 99);
  const broken = questions.filter(own => !isWhole(own)).map(own => own.title);
  let forged = 'refused';
  try {
    if (parse(text.replace('\n}\n', '\n\n')).length > 0) forged = 'ACCEPTED';
  } catch { /* as it should be */ }
  const fine = questions.length === wanted && wanted > 0 && broken.length === 0;
  console.log(`${file}: ${questions.length} of ${wanted} questions ${fine ? 'accepted' : `REFUSED: ${broken}`}; without a brace: ${forged}`);
  failed ||= !fine || forged !== 'refused';
}
process.exit(failed ? 1 : 0);
