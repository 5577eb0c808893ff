// Holds statements of xAPI against the validator of a record store, and spoiled copies of each too.
const {readFileSync} = require('node:fs');
const validate = require('xapi-validation').default;

const statements = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const faults = own => validate(own);
const spoiled = [
  own => { own.actor.account.homePage = 'nowhere'; },
  own => { delete own.verb.id; },
  own => { own.object.id = 'no address'; },
  own => { own.id = 'no uuid'; },
  own => { own.timestamp = 'yesterday'; },
];
const refused = statements.filter(own => faults(own).length > 0);
let passed = 0;
for (const own of statements) {
  for (const spoil of spoiled) {
    const copy = structuredClone(own);
    spoil(copy);
    passed += faults(copy).length === 0 ? 1 : 0;
  }
}
if (refused.length > 0) console.log(JSON.stringify(refused[0], null, 1), JSON.stringify(faults(refused[0]), null, 1));
const fine = statements.length > 0 && refused.length === 0;
console.log(`xapi-validation: ${statements.length} statements ${fine ? 'accepted' : 'REFUSED'}; ${passed} of ${spoiled.length * statements.length} spoiled ones accepted`);
process.exit(fine && passed === 0 ? 0 : 1);
