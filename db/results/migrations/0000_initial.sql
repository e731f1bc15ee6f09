CREATE TABLE publications (
  publication_id TEXT PRIMARY KEY,
  wave_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  season TEXT NOT NULL CHECK (season IN ('spring', 'autumn')),
  number INTEGER NOT NULL CHECK (number > 0),
  replaces TEXT REFERENCES publications (publication_id),
  correction_note TEXT,
  wave TEXT NOT NULL CHECK (json_valid(wave)),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  received_by TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  UNIQUE (wave_id, number)
) STRICT;
--> statement-breakpoint
CREATE TRIGGER publications_are_never_changed BEFORE UPDATE ON publications
BEGIN SELECT RAISE(ABORT, 'a publication never changes'); END;
--> statement-breakpoint
CREATE TRIGGER publications_are_never_deleted BEFORE DELETE ON publications
BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;
--> statement-breakpoint
CREATE TABLE published_estimates (
  publication_id TEXT NOT NULL REFERENCES publications (publication_id),
  indicator TEXT NOT NULL,
  domain TEXT NOT NULL,
  estimate TEXT NOT NULL CHECK (json_valid(estimate)),
  PRIMARY KEY (publication_id, domain, indicator)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX published_estimates_by_indicator ON published_estimates (indicator, domain);
--> statement-breakpoint
CREATE TRIGGER published_estimates_are_never_changed BEFORE UPDATE ON published_estimates
BEGIN SELECT RAISE(ABORT, 'a published figure never changes'); END;
--> statement-breakpoint
CREATE TRIGGER published_estimates_are_never_deleted BEFORE DELETE ON published_estimates
BEGIN SELECT RAISE(ABORT, 'a published figure is never deleted'); END;
--> statement-breakpoint
CREATE TABLE history_points (
  history_id INTEGER PRIMARY KEY,
  period TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('city', 'district', 'subgroup', 'police_area')),
  district INTEGER,
  area TEXT NOT NULL,
  indicator TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  sample_size INTEGER,
  mode TEXT NOT NULL,
  source TEXT NOT NULL,
  url TEXT NOT NULL,
  verification TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
