-- What a case ended as is decided by the wave's rule: a questionnaire that was sent may be partial or broken off.
CREATE TABLE cases_by_rule (
  case_id TEXT PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  stratum TEXT NOT NULL,
  district INTEGER NOT NULL,
  draw_rank INTEGER NOT NULL CHECK (draw_rank > 0),
  replicate INTEGER NOT NULL CHECK (replicate >= 0),
  selection_probability REAL NOT NULL CHECK (selection_probability > 0 AND selection_probability <= 1),
  released INTEGER NOT NULL CHECK (released IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('drawn', 'invited', 'started', 'completed', 'partial', 'broke-off', 'screened-out', 'refused', 'ineligible', 'undeliverable', 'withdrawn')),
  FOREIGN KEY (wave_id, stratum) REFERENCES strata (wave_id, stratum)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO cases_by_rule
SELECT case_id, wave_id, stratum, district, draw_rank, replicate, selection_probability, released,
  coalesce((SELECT max(kind) FROM case_events e
            WHERE e.case_id = cases.case_id AND cases.status = 'started' AND kind IN ('partial', 'broke-off')), status)
FROM cases;
--> statement-breakpoint
DROP TABLE cases;
--> statement-breakpoint
ALTER TABLE cases_by_rule RENAME TO cases;
--> statement-breakpoint
CREATE INDEX cases_by_wave ON cases (wave_id, district, status);
--> statement-breakpoint
CREATE INDEX released_cases ON cases (wave_id, released, case_id, stratum);
--> statement-breakpoint
ALTER TABLE waves ADD COLUMN complete_threshold REAL NOT NULL DEFAULT 0.8
  CHECK (complete_threshold >= partial_threshold AND complete_threshold <= 1);
--> statement-breakpoint
-- `closes_at` is when the fieldwork ends or ended; the plan stays beside it
ALTER TABLE waves ADD COLUMN planned_closes_at INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
UPDATE waves SET planned_closes_at = closes_at;
--> statement-breakpoint
CREATE TRIGGER the_planned_end_of_a_wave_is_never_changed BEFORE UPDATE OF planned_closes_at ON waves
WHEN OLD.planned_closes_at <> NEW.planned_closes_at
BEGIN SELECT RAISE(ABORT, 'the planned end of a wave never changes'); END;
--> statement-breakpoint
CREATE TRIGGER the_rule_of_completeness_of_an_opened_wave_is_never_changed
BEFORE UPDATE OF partial_threshold, complete_threshold ON waves
WHEN OLD.status NOT IN ('planned', 'sampled')
  AND (NEW.partial_threshold <> OLD.partial_threshold OR NEW.complete_threshold <> OLD.complete_threshold)
BEGIN SELECT RAISE(ABORT, 'the rule of a wave that has opened never changes'); END;
--> statement-breakpoint
-- Answers belong to the code under which they were begun: a code that replaces it does not open them by itself.
CREATE TABLE drafts_of_codes (
  case_id TEXT PRIMARY KEY REFERENCES cases (case_id),
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  code_hash BLOB NOT NULL REFERENCES access_codes (code_hash),
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO drafts_of_codes
SELECT d.case_id, d.wave_id,
  (SELECT code_hash FROM access_codes a WHERE a.case_id = d.case_id ORDER BY a.status, a.issued_on DESC LIMIT 1), sealed
FROM drafts d WHERE EXISTS (SELECT 1 FROM access_codes a WHERE a.case_id = d.case_id);
--> statement-breakpoint
DROP TABLE drafts;
--> statement-breakpoint
ALTER TABLE drafts_of_codes RENAME TO drafts;
--> statement-breakpoint
CREATE INDEX drafts_by_code ON drafts (code_hash);
--> statement-breakpoint
-- Who was inside types the code again.
DROP TABLE resident_sessions;
--> statement-breakpoint
CREATE TABLE resident_sessions (
  token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  code_hash BLOB NOT NULL REFERENCES access_codes (code_hash),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX resident_sessions_by_end ON resident_sessions (expires_at);
--> statement-breakpoint
CREATE INDEX resident_sessions_by_case ON resident_sessions (case_id);
--> statement-breakpoint
CREATE INDEX resident_sessions_by_code ON resident_sessions (code_hash);
--> statement-breakpoint
CREATE INDEX responses_by_class ON responses (wave_id, stratum, completeness);
