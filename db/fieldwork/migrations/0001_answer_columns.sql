-- Answers were JSON in every row, and figures JSON in a text: neither can be turned into what follows by
-- SQL. A database in which a wave was frozen is refused here, as it is.
CREATE TABLE no_wave_is_frozen (responses INTEGER NOT NULL CHECK (responses = 0)) STRICT;
--> statement-breakpoint
INSERT INTO no_wave_is_frozen SELECT count(*) FROM responses;
--> statement-breakpoint
DROP TABLE no_wave_is_frozen;
--> statement-breakpoint
ALTER TABLE responses DROP COLUMN answers;
--> statement-breakpoint
-- without the answers, a wave's rows are small enough to be counted as they lie
DROP INDEX responses_by_class;
--> statement-breakpoint
-- A frozen wave never changes, and is read by question: each question's answers are one packed column, in
-- the order of the ids of the responses. The one without a name says where answers stand in an order of
-- their own.
CREATE TABLE answer_columns (
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  position INTEGER NOT NULL CHECK (position >= 0),
  variable TEXT NOT NULL,
  packed BLOB NOT NULL,
  PRIMARY KEY (wave_id, position),
  UNIQUE (wave_id, variable)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- deflated: no query looks into them
ALTER TABLE analysis_runs DROP COLUMN analysis;
--> statement-breakpoint
ALTER TABLE analysis_runs ADD COLUMN analysis BLOB NOT NULL;
--> statement-breakpoint
ALTER TABLE publications DROP COLUMN document;
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN document BLOB NOT NULL;
--> statement-breakpoint
ALTER TABLE publications DROP COLUMN exact;
--> statement-breakpoint
ALTER TABLE publications ADD COLUMN exact BLOB NOT NULL;
