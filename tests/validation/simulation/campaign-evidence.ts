import type { CampaignRow, CopiesNeeded } from './campaigns.ts';
import { percent, row, table } from './markdown.ts';

export function neededRow({ target, pins, half, nearlyAll }: CopiesNeeded): string {
  return row([target, pins.toFixed(0), String(half), String(nearlyAll)]);
}

export function campaignRow(row_: CampaignRow): string {
  const { share, corners, copies, raised, found, marked, otherMarks } = row_;
  return row([
    percent(share),
    String(corners),
    copies.toFixed(0),
    percent(raised),
    percent(found),
    share === 0 ? '–' : percent(marked),
    otherMarks.toFixed(2),
  ]);
}

/** The section on campaigns. */
export function campaignSection(needed: readonly CopiesNeeded[], campaigns: readonly CampaignRow[]): string {
  return `The window test counts people, so one person cannot raise a place by repeating it; many people who send the same mention can. ${needed[0]?.maps ?? 0}
maps for each line, of 2,600 people without any unsafe place: how many copies of one mention raise a place that is not there.

${table(['corner', 'pins in its window', 'copies that raise it on half of the maps', 'on 95 % of the maps'], needed.map(neededRow))}

A quiet corner is raised by few people, as it would be by few honest ones. ${campaigns[0]?.maps ?? 0} maps for each line, with the four planted places of the section above, and
copies that make up a part of all unsafe mentions, sent to corners drawn at random: part of these corners that are raised, part of
the planted places that are still found, part of the corners whose copies are marked for the firm's analyst (the same reasons,
times and fix at one spot, beyond chance), and other patterns that are marked on a map, all of them wrongly.

${table(
  [
    'copies of all unsafe mentions',
    'corners',
    'copies for each',
    'corners raised',
    'planted found',
    'copies marked',
    'other marks',
  ],
  campaigns.map(campaignRow),
)}

The test alone does not withstand a campaign: the mark does, and a wave in which a tenth of the people at a spot said the same is
published only after the analyst has accepted the warning by name. Copies that differ in a reason or a time are not marked.`;
}
