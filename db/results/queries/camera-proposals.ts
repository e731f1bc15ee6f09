import { and, asc, desc, eq, like, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { cameraProposalMeans, cameraProposalSteps, cameraProposals } from '../schema/camera-proposals.ts';

export type CameraProposal = typeof cameraProposals.$inferSelect;
export type ProposalStep = typeof cameraProposalSteps.$inferSelect;
export type ProposalMeans = Omit<typeof cameraProposalMeans.$inferSelect, 'proposalId'>;

export function cameraProposalQueries({ orm }: OpenDatabase) {
  const isProposal = (proposalId: string) => eq(cameraProposals.proposalId, proposalId);
  const ofProposal = (proposalId: string) => eq(cameraProposalSteps.proposalId, proposalId);
  return {
    /** Every proposal, the newest first. */
    all: (): CameraProposal[] =>
      orm
        .select()
        .from(cameraProposals)
        .orderBy(desc(cameraProposals.proposedOn), desc(cameraProposals.proposalId))
        .all(),
    proposal: (proposalId: string): CameraProposal | undefined =>
      orm.select().from(cameraProposals).where(isProposal(proposalId)).get(),
    /** How many proposals a year has. */
    countOfYear: (year: string): number =>
      orm
        .select({ count: sql<number>`count(*)` })
        .from(cameraProposals)
        .where(like(cameraProposals.proposalId, `${year}-%`))
        .get()?.count ?? 0,
    stepsOf: (proposalId: string): ProposalStep[] =>
      orm
        .select()
        .from(cameraProposalSteps)
        .where(ofProposal(proposalId))
        .orderBy(asc(cameraProposalSteps.position))
        .all(),
    /** How many steps of each proposal are confirmed. */
    confirmedSteps: (): Map<string, number> =>
      new Map(
        orm
          .select({
            proposalId: cameraProposalSteps.proposalId,
            confirmed: sql<number>`count(${cameraProposalSteps.confirmedAt})`,
          })
          .from(cameraProposalSteps)
          .groupBy(cameraProposalSteps.proposalId)
          .all()
          .map(({ proposalId, confirmed }) => [proposalId, confirmed]),
      ),
    meansOf: (proposalId: string): ProposalMeans[] =>
      orm
        .select({
          number: cameraProposalMeans.number,
          means: cameraProposalMeans.means,
          since: cameraProposalMeans.since,
          until: cameraProposalMeans.until,
          whyNot: cameraProposalMeans.whyNot,
        })
        .from(cameraProposalMeans)
        .where(eq(cameraProposalMeans.proposalId, proposalId))
        .orderBy(asc(cameraProposalMeans.number))
        .all(),
    /** With its empty steps. Call inside a transaction, as everything below. */
    add(proposal: CameraProposal, steps: readonly ProposalStep[]): void {
      orm.insert(cameraProposals).values(proposal).run();
      for (const step of steps) orm.insert(cameraProposalSteps).values(step).run();
    },
    /** Changes a proposal and counts its revision on. */
    change(proposalId: string, changes: Partial<CameraProposal>): void {
      const set = { ...changes, revision: sql`${cameraProposals.revision} + 1` };
      orm.update(cameraProposals).set(set).where(isProposal(proposalId)).run();
    },
    /** Changes a step and counts its revision on. */
    changeStep(proposalId: string, position: number, changes: Partial<ProposalStep>): void {
      const isStep = and(ofProposal(proposalId), eq(cameraProposalSteps.position, position));
      const set = { ...changes, revision: sql`${cameraProposalSteps.revision} + 1` };
      orm.update(cameraProposalSteps).set(set).where(isStep).run();
    },
    /** Writes the other means anew. */
    putMeans(proposalId: string, means: readonly ProposalMeans[]): void {
      orm.delete(cameraProposalMeans).where(eq(cameraProposalMeans.proposalId, proposalId)).run();
      for (const each of means) {
        orm
          .insert(cameraProposalMeans)
          .values({ proposalId, ...each })
          .run();
      }
    },
  };
}
