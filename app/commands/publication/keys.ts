import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { fingerprintOf, publicKeyPem, readPublicKey } from '#core/publication/signed-file.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { closeDatabases, resultsDatabase, servesArea } from '../../db.server.ts';
import { trustOwnKey } from '../../use-cases/analysis/hand-over-publication.server.ts';
import {
  createPublicationKey,
  currentPublicationKey,
} from '../../use-cases/analysis/publication-keys.server.ts';
import { revokePublicationKey, trustPublicationKey } from '../../use-cases/results/trusted-keys.server.ts';
import { commandAct, refuse, report, say, withFieldwork } from '../ending.ts';

/** `publication key create|show`: the firm's own key. */
export function addKeyCommands(publication: Command): void {
  const key = publication.command('key').description('the key that signs publications (on the firm’s side)');
  key
    .command('create')
    .description('make a key pair; it signs from now on, and what earlier ones signed stays signed')
    .action(async () => {
      await withFieldwork((database) => {
        const act = commandAct();
        const { publicKey } = createPublicationKey(database, act);
        if (servesArea('results', 'public')) trustOwnKey(database, resultsDatabase(), publicKey, act);
        sayKey(publicKey);
      });
    });
  key
    .command('show')
    .description('the public key, to be given to city hall; compare its fingerprint by telephone')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const current = await withFieldwork(currentPublicationKey);
      if (!current) return refuse({ reason: 'no-publication-key' });
      const { publicKey } = current;
      const shown = { publicKey, fingerprint: fingerprintOf(publicKey), pem: publicKeyPem(publicKey) };
      report(json, shown, () => linesOf(publicKey));
    });
}

/** `publication trust KEY|FILE`, `trust list` and `trust revoke`: whose publications city hall takes in. */
export function addTrustCommands(publication: Command): void {
  publication
    .command('trust')
    // One key in 64 begins with "-", and is no option.
    .allowUnknownOption()
    .helpOption('--help', 'display help for command')
    .description('firms whose publications are taken in (on the city’s side)')
    .argument('<key>', 'the public key to pin, in base64url or a PEM file; or "list"; or "revoke"')
    .argument('[fingerprint]', 'with "revoke": the key’s SHA-256, or its first 8 digits or more')
    .option('--note <text>', 'whose key it is', '')
    .option('--json', 'with "list": as JSON')
    .action((what: string, fingerprint = '', options: { note: string; json?: boolean }) => {
      try {
        const database = resultsDatabase();
        if (what === 'list') listKeys(database, options.json);
        else if (what === 'revoke') revokeKey(database, fingerprint);
        else trustKey(database, what, options.note);
      } finally {
        closeDatabases();
      }
    });
}

function trustKey(database: ResultsDatabase, source: string, note: string): void {
  const publicKey = readPublicKey(source) ?? readPublicKey(textOf(source));
  const trusted = publicKey
    ? trustPublicationKey(database, { publicKey, note }, commandAct())
    : ({ ok: false, reason: 'key-unreadable' } as const);
  if (trusted.ok) say(`trusted from now on: SHA-256 ${trusted.fingerprint}`);
  else refuse(trusted);
}

function listKeys(database: ResultsDatabase, json: boolean | undefined): void {
  const keys = database.trustedKeys.all();
  report(json, keys, () =>
    keys.map(({ fingerprint, note, trustedAt, revokedAt }) => {
      const revoked = revokedAt === null ? [] : [`revoked ${dayOf(revokedAt)}`];
      return [fingerprint, `trusted ${dayOf(trustedAt)}`, ...revoked, note].filter(Boolean).join('  ');
    }),
  );
}

function revokeKey(database: ResultsDatabase, fingerprint: string): void {
  const revoked = revokePublicationKey(database, fingerprint, commandAct());
  if (revoked.ok) say(`revoked: SHA-256 ${revoked.fingerprint}`);
  else refuse(revoked);
}

function sayKey(publicKey: string): void {
  say(...linesOf(publicKey));
}

function linesOf(publicKey: string): string[] {
  return [
    `key ${publicKey}`,
    `SHA-256 ${fingerprintOf(publicKey)}`,
    ...publicKeyPem(publicKey).trimEnd().split('\n'),
  ];
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
