import { staffRoles } from '../core/staff-roles.ts';
import { shortestPassword } from '../use-cases/staff/staff-accounts.server.ts';

/** Why a command did nothing, in words, by the code of the use case. */
export const refusals = {
  'unknown-wave': 'there is no such wave',
  'no-wave': 'there is no wave yet',
  'wave-exists': 'this wave exists already',
  'wave-closed': 'the fieldwork of this wave is over',
  'fieldwork-over': 'the fieldwork of this wave has ended: nobody new can be let in',
  'unknown-questionnaire': 'there is no such questionnaire; bring it with "questionnaire import"',
  'questionnaire-frozen':
    'this version has been asked in a wave and cannot be changed; give it a new version',
  'questionnaire-planned':
    'a wave is planned with this version, and its rule tests other headline indicators; delete the wave or give the questionnaire a new version',
  'questionnaire-faulty': 'the questionnaire has faults',
  'file-unreadable': 'the file cannot be read: it is not there, is a folder, or may not be read',
  'file-exists': 'the file exists already and is not overwritten',
  'file-unwritable': 'the file cannot be written',
  'codes-unwritten':
    'the file could not be written to the end; it is kept, and "codes fetch" writes it again',
  'unknown-file': 'the wave has no such file of codes; "codes files" lists them',
  'file-destroyed': 'the content of this file is destroyed: it has arrived, or its codes are no longer valid',
  'file-differs': 'count or SHA-256 is not that of the file that was made; the kept copy stays',
  'remake-unconfirmed': 'letters with the earlier codes would become useless; --yes takes the wave again',
  'not-json': 'the file is not JSON',
  'bad-year': 'the year must lie between 2013 and 2100',
  'bad-window': 'first and last day must be days, YYYY-MM-DD, the last not before the first',
  'bad-sample-size': 'the sample size must be a whole number from 1 to 100000',
  'bad-response-rate': 'the expected response rate must be above 0 and at most 1',
  'bad-replicates': 'the number of reserve replicates must be a whole number from 0 to 50',
  'bad-grace': 'the grace period must be a whole number of minutes from 0 to 1440',
  'bad-threshold': 'the threshold of a partial response must be above 0 and at most 1',
  'bad-complete-threshold':
    'the threshold of a complete response must be at most 1 and not below that of a partial one',
  'bad-education-population': 'the four populations by education must be above 0',
  'rule-fixed': 'the wave has opened, and its rule stays as it was decided before',
  'senseless-threshold': 'a threshold of the rule makes no sense',
  'bad-seed': 'the seed must have 32 hexadecimal digits, lower case',
  'frame-refused': 'the frame has faults and nothing of it was kept',
  'frame-waiting':
    'another file of this wave is being checked or waits for a decision on its page; accept it or give it up first',
  'unknown-frame': 'this file is no longer among those of the wave',
  'not-staged': 'this file does not wait for a decision any more',
  'no-frame': 'the wave has no frame yet; bring it with "frame import"',
  'already-drawn': 'the sample of this wave is drawn already',
  'frame-checking': 'a file of this wave is being checked',
  'job-running': 'other work on this wave is under way',
  'frame-too-small':
    'a district has too few people in the frame; bring a larger one, or plan the wave anew ("wave delete", "wave create") with a smaller sample',
  'not-drawn': 'the sample of this wave is not drawn yet',
  'unknown-replicate': 'the wave has no such replicate',
  'already-released': 'this replicate is released already',
  'out-of-order': 'replicates are released in their order',
  'origin-missing':
    'letters would carry a wrong address; set POCZUCIE_ORIGIN to the one where residents reach the platform',
  'unknown-case': 'there is no such case',
  'not-released': 'this case is in a replicate that is not released',
  'case-finished': 'this person has answered already, or will not',
  'identity-destroyed': 'name and address of this case are destroyed',
  'nobody-without-code': 'everyone who was released has a code',
  'no-codes': 'no code has been issued yet',
  'already-open': 'the wave is open already',
  'not-open': 'the wave is not open',
  'not-closed': 'the wave is not closed; close it first',
  'no-key': 'the private key of this wave is gone',
  'wrong-secret': 'POCZUCIE_SECRET is not the one that this wave was made with',
  'not-frozen': 'the wave is not frozen, or is published already',
  'no-responses': 'the wave has no responses',
  'not-frozen-yet': 'the wave has no frozen responses; it must be drawn, answered, closed and frozen first',
  'close-early':
    'the fieldwork goes on until its planned end; this lets nobody new in from now on (a script adds --early and --yes with the wave)',
  'close-unconfirmed':
    'closing judges the questionnaires that were not sent and deletes those that say too little, and cannot be undone (a script adds --yes with the wave)',
  'freeze-unconfirmed':
    'freezing opens all responses and destroys seals, receipts, codes and the key, and cannot be undone (a script adds --yes with the wave)',
  'freeze-empty':
    'this wave has no response: after the freeze there is nothing to weight or to publish, and nobody can answer any more; it cannot be undone (a script adds --empty and --yes with the wave)',
  'publish-unconfirmed':
    'what is published never changes; a correction would be another publication beside it (a script adds --yes with the wave)',
  'destroy-unconfirmed':
    'names and addresses of everyone drawn will be gone, and that cannot be undone (a script adds --yes with the wave)',
  'delete-unconfirmed':
    'the plan, its files and the people in them will be gone, and that cannot be undone (a script adds --yes with the wave)',
  'another-wave-named': 'the wave that --yes names is not the one of this command; nothing was done',
  'not-weighted': 'the wave is not weighted; weight it first',
  'weights-not-reproduced': 'the same input gave other weights than those stored: weight again',
  'no-such-publication': 'the wave has no publication of this number',
  'unknown-indicator':
    'an absolute threshold is for a headline indicator of the rule, and there is no such one',
  'not-analysed': 'the newest weights have no analysis; weight again',
  'warnings-not-accepted':
    'the weights warn of what is not accepted by name; accept each with --accept CODE, or weight again',
  'correction-note-missing': 'the wave is published; a correction needs a note that says why (--correction)',
  'already-destroyed': 'the identities of this wave are destroyed already',
  'identities-elsewhere':
    'what is to be destroyed stands in another file of the data folder too; nothing was destroyed: delete that file, or move it where it is protected, and repeat',
  'identities-left':
    'the rows are deleted, but something of them was still found; the wave does not count as destroyed: see to the files named here, and repeat',
  'not-published': 'the wave has no publication',
  'not-a-publication': 'the file is not a publication',
  'repeated-key': 'the file says one thing twice: an object in it has the same key two times',
  'city-elsewhere':
    'the databases of city hall are not on this machine; carry the publication over with "publication export"',
  'nothing-published': 'the wave has no publication that city hall could receive',
  'already-received': 'this publication was received before',
  'replaces-unknown':
    'the publication replaces one that is not the newest of its wave here; receive the missing one first ("publication export --number" writes it)',
  'older-number': 'a newer publication of this wave is here already',
  altered: 'the publication is not what was signed, or its SHA-256 is not the one that was said',
  'newer-format': 'the publication is in a newer format; upgrade the platform here and receive it again',
  'not-signed': 'the publication is not signed; the firm exports it again with "publication export"',
  'unknown-signer':
    'nobody here trusts the key that signed the publication; compare its fingerprint with the firm and pin it with "publication trust"',
  'revoked-signer': 'the key that signed the publication is trusted no more',
  nonsense: 'figures of the publication cannot stand beside each other',
  'number-taken':
    'another publication of this number is here, and a published number never changes; a correction has a number of its own',
  'no-publication-key': 'there is no key yet; make one with "publication key create", or publish a wave',
  'key-unreadable': 'this is no public key of Ed25519: neither 43 letters of base64url nor a PEM file',
  'already-trusted': 'this key is trusted already',
  'unknown-key':
    'no trusted key has this fingerprint; give 8 digits or more of one that "publication trust list" shows',
  unreadable: 'the file is no CSV',
  'missing-column': 'the file lacks a column',
  'extra-column': 'the file has a column that means nothing here',
  'repeated-column': 'a column comes twice',
  'repeated-figure': 'a figure stands in the file twice',
  'changed-figure': 'a figure is published here with other content, and a published number never changes',
  'empty-file': 'the file is empty',
  'not-a-text-file': 'the file is no text',
  'unreadable-characters': 'the file is neither UTF-8 nor windows-1250',
  'bad-value': 'a value is not allowed',
  empty: 'the file has no rows',
  'bad-wave': 'a wave is written as 2019-1 (spring) or 2019-2 (autumn)',
  'microdata-refused': 'the file has faults and nothing of it was kept',
  'mapping-refused': 'the mapping has faults and nothing was imported',
  'synthetic-mixed': 'of the sample and its wave one is synthetic and the other is not',
  'same-mode': 'the sample was asked in the same mode as its wave: there is no mode effect to measure',
  'not-only-mode': 'questionnaire or method differ too: the difference would not be one of the mode alone',
  'no-shared-indicator': 'the sample and its wave asked no indicator in common',
  'district-without-respondents': 'the sample has nobody in a district and does not stand for the whole city',
  'no-folder': 'there is no such folder',
  'output-exists': 'the folder for the results is there already and not empty',
  'output-unwritable': 'the results cannot be written there',
  'folder-faulty': 'the files have faults; nothing was analysed',
  'window-over': "the wave's last day has passed",
  'name-missing': 'the name is missing or longer than 100 characters',
  'email-unreadable': 'the e-mail address is not one',
  'email-taken': 'there is an account with this e-mail address already',
  'user-unknown': 'there is no account with this e-mail address',
  'district-missing': 'a council member needs the number of a district: --district 12',
  'role-unknown': `the role must be one of ${staffRoles.join(', ')}`,
  'password-short': `the password must have at least ${shortestPassword} characters`,
  'password-long': 'the password is longer than 200 characters',
} as const;

/** A reason that has its words: a use case that refuses for another one does not compile here. */
export type Refusal = keyof typeof refusals;
