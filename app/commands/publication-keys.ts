import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { fingerprintOf, publicKeyPem, readPublicKey } from '#core/publication/signed-file.ts';
import { closeDatabases, resultsDatabase, servesArea } from '../db.server.ts';
import { trustOwnKey } from '../use-cases/hand-over-publication.server.ts';
import { createPublicationKey, currentPublicationKey } from '../use-cases/publication-keys.server.ts';
import { revokePublicationKey, trustPublicationKey } from '../use-cases/trusted-keys.server.ts';
import { commandAct, refuse, report, say, withFieldwork } from './ending.ts';

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
  const trust = publication
    .command('trust')
    .description('firms whose publications are taken in (on the city’s side): trust KEY|FILE, list, revoke');
  trust
    .command('add', { isDefault: true })
    .description('pin a firm’s public key')
    .argument('<key>', 'the key in base64url, or a PEM file')
    .option('--note <text>', 'whose key it is', '')
    .action((source: string, { note }: { note: string }) => {
      const publicKey = readPublicKey(source) ?? readPublicKey(textOf(source));
      if (!publicKey) return refuse({ reason: 'key-unreadable' });
      onResults((database) => {
        const trusted = trustPublicationKey(database, { publicKey, note }, commandAct());
        if (trusted.ok) say(`trusted from now on: SHA-256 ${trusted.fingerprint}`);
        else refuse(trusted);
      });
    });
  trust
    .command('list')
    .description('pinned keys, and those that were revoked')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) => {
      onResults((database) => {
        const keys = database.trustedKeys.all();
        report(json, keys, () =>
          keys.map(({ fingerprint, note, trustedAt, revokedAt }) =>
            [
              fingerprint,
              `trusted ${dayOf(trustedAt)}`,
              revokedAt === null ? '' : `revoked ${dayOf(revokedAt)}`,
              note,
            ]
              .filter(Boolean)
              .join('  '),
          ),
        );
      });
    });
  trust
    .command('revoke')
    .description('take nothing in any more that a key signs; what is received stays')
    .argument('<fingerprint>', 'its SHA-256, or the first 8 digits or more')
    .action((fingerprint: string) => {
      onResults((database) => {
        const revoked = revokePublicationKey(database, fingerprint, commandAct());
        if (revoked.ok) say(`revoked: SHA-256 ${revoked.fingerprint}`);
        else refuse(revoked);
      });
    });
}

function onResults(act: (database: ReturnType<typeof resultsDatabase>) => void): void {
  try {
    act(resultsDatabase());
  } finally {
    closeDatabases();
  }
}

function sayKey(publicKey: string): void {
  say(...linesOf(publicKey));
}

function linesOf(publicKey: string): string[] {
  return [`key ${publicKey}`, `SHA-256 ${fingerprintOf(publicKey)}`, publicKeyPem(publicKey).trimEnd()];
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
