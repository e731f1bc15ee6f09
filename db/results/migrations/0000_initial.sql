CREATE TABLE trusted_keys (
  public_key TEXT PRIMARY KEY CHECK (length(public_key) = 43),
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
  note TEXT NOT NULL,
  trusted_by TEXT NOT NULL,
  trusted_at INTEGER NOT NULL,
  revoked_by TEXT,
  revoked_at INTEGER,
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER trusted_keys_are_never_deleted BEFORE DELETE ON trusted_keys
BEGIN SELECT RAISE(ABORT, 'a key that was trusted is revoked, not forgotten'); END;
--> statement-breakpoint
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
  public_key TEXT NOT NULL REFERENCES trusted_keys (public_key),
  signature TEXT NOT NULL,
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
CREATE TABLE published_mode_effects (
  publication_id TEXT NOT NULL REFERENCES publications (publication_id),
  indicator TEXT NOT NULL,
  position INTEGER NOT NULL,
  sample TEXT NOT NULL CHECK (json_valid(sample)),
  effect TEXT NOT NULL CHECK (json_valid(effect)),
  PRIMARY KEY (indicator, publication_id, position)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER published_mode_effects_are_never_changed BEFORE UPDATE ON published_mode_effects
BEGIN SELECT RAISE(ABORT, 'a published figure never changes'); END;
--> statement-breakpoint
CREATE TRIGGER published_mode_effects_are_never_deleted BEFORE DELETE ON published_mode_effects
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
  note TEXT NOT NULL,
  -- in Polish and Ukrainian where they differ from `source` and `note`, else empty
  source_pl TEXT NOT NULL,
  note_pl TEXT NOT NULL,
  source_uk TEXT NOT NULL,
  note_uk TEXT NOT NULL
) STRICT;
