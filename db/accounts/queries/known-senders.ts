import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { knownDevices, knownPlaces } from '../schema.ts';

export type KnownDeviceRow = typeof knownDevices.$inferSelect;

/**
 * Devices and places that accounts were signed in on and from. Hashes only: they say nothing to who reads the
 * database.
 */
export function knownSenderQueries({ orm }: OpenDatabase) {
  return {
    /** The one of the devices that is the account's own, if its last sign-in is younger than `after`. */
    device(userId: string, devices: readonly string[], after: number): string | undefined {
      return orm
        .select({ device: knownDevices.device })
        .from(knownDevices)
        .where(
          and(
            eq(knownDevices.userId, userId),
            inArray(knownDevices.device, [...devices]),
            gt(knownDevices.signedInAt, after),
          ),
        )
        .get()?.device;
    },
    hasPlace(place: string, after: number): boolean {
      const found = orm
        .select({ place: knownPlaces.place })
        .from(knownPlaces)
        .where(and(eq(knownPlaces.place, place), gt(knownPlaces.signedInAt, after)))
        .get();
      return found !== undefined;
    },
    addDevice(row: KnownDeviceRow): void {
      orm.insert(knownDevices).values(row).run();
    },
    removeDevice(device: string): void {
      orm.delete(knownDevices).where(eq(knownDevices.device, device)).run();
    },
    putPlace(row: typeof knownPlaces.$inferInsert): void {
      orm
        .insert(knownPlaces)
        .values(row)
        .onConflictDoUpdate({
          target: [knownPlaces.place, knownPlaces.userId],
          set: { signedInAt: row.signedInAt },
        })
        .run();
    },
    /** Of an account's devices and places only the latest stay, and none that is older than `after`. */
    keepLatest(userId: string, most: number, after: number): void {
      const devices = orm
        .select({ device: knownDevices.device })
        .from(knownDevices)
        .where(eq(knownDevices.userId, userId))
        .orderBy(desc(knownDevices.signedInAt), knownDevices.device)
        .all();
      for (const { device } of devices.slice(most)) this.removeDevice(device);
      const places = orm
        .select({ place: knownPlaces.place })
        .from(knownPlaces)
        .where(eq(knownPlaces.userId, userId))
        .orderBy(desc(knownPlaces.signedInAt), knownPlaces.place)
        .all();
      const surplus = places.slice(most).map(({ place }) => place);
      orm
        .delete(knownPlaces)
        .where(and(eq(knownPlaces.userId, userId), inArray(knownPlaces.place, surplus)))
        .run();
      orm.delete(knownDevices).where(lte(knownDevices.signedInAt, after)).run();
      orm.delete(knownPlaces).where(lte(knownPlaces.signedInAt, after)).run();
    },
    forgetAllOf(userId: string): number {
      orm.delete(knownPlaces).where(eq(knownPlaces.userId, userId)).run();
      return orm.delete(knownDevices).where(eq(knownDevices.userId, userId)).run().changes;
    },
    devicesOf: (userId: string): number =>
      orm
        .select({ count: sql<number>`count(*)` })
        .from(knownDevices)
        .where(eq(knownDevices.userId, userId))
        .get()?.count ?? 0,
  };
}
