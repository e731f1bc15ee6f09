import type { FlagEvidence } from '#app/use-cases/results/flag-evidence.server.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { FlagCard } from './flag-card.tsx';

interface FlagCardsProps {
  flags: readonly FlagEvidence[];
  rule: PublishedMethod['rule'];
  waveId: string;
  heading: 'h3' | 'h4';
  tellsNeed?: boolean;
}

/** Flags of one district as cards. */
export function FlagCards({ flags, rule, waveId, heading, tellsNeed }: FlagCardsProps) {
  return (
    <ul className="flag-cards">
      {flags.map((evidence) => {
        const { kind, indicator, group } = evidence.flag;
        return (
          <li key={`${kind} ${indicator} ${group}`}>
            <FlagCard
              evidence={evidence}
              rule={rule}
              waveId={waveId}
              heading={heading}
              tellsNeed={tellsNeed}
            />
          </li>
        );
      })}
    </ul>
  );
}
