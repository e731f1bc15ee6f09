CREATE TABLE context_series (
  series_id TEXT PRIMARY KEY CHECK (series_id GLOB '[a-z]*' AND length(series_id) <= 60),
  service TEXT NOT NULL CHECK (service IN
    ('police', 'municipal-guard', 'prevention-centre', 'lighting', 'cameras', 'other')),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  name_en TEXT NOT NULL CHECK (length(trim(name_en)) > 0),
  unit TEXT NOT NULL CHECK (length(trim(unit)) > 0),
  unit_en TEXT NOT NULL CHECK (length(trim(unit_en)) > 0),
  geography TEXT NOT NULL CHECK (geography IN ('city', 'district', 'station-area')),
  period TEXT NOT NULL CHECK (period IN ('year', 'half-year', 'quarter', 'month')),
  source TEXT NOT NULL CHECK (length(trim(source)) > 0),
  source_en TEXT NOT NULL CHECK (length(trim(source_en)) > 0),
  url TEXT CHECK (url GLOB 'http*://*'),
  synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE context_states (
  series_id TEXT NOT NULL REFERENCES context_series (series_id),
  state INTEGER NOT NULL CHECK (state > 0),
  standing TEXT NOT NULL CHECK (standing IN ('staged', 'accepted', 'turned-down')),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  note TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  received_by TEXT NOT NULL,
  received_by_name TEXT NOT NULL,
  decided_at INTEGER,
  decided_by_name TEXT,
  PRIMARY KEY (series_id, state),
  CHECK ((standing = 'staged') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_name IS NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE context_values (
  series_id TEXT NOT NULL,
  state INTEGER NOT NULL,
  area TEXT NOT NULL,
  period TEXT NOT NULL,
  value REAL NOT NULL CHECK (value >= 0),
  PRIMARY KEY (series_id, state, area, period),
  FOREIGN KEY (series_id, state) REFERENCES context_states (series_id, state)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER context_series_keep_what_they_count BEFORE UPDATE ON context_series
BEGIN SELECT RAISE(ABORT, 'a series keeps what it counts'); END;
--> statement-breakpoint
CREATE TRIGGER context_series_are_never_deleted BEFORE DELETE ON context_series
BEGIN SELECT RAISE(ABORT, 'a series is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER context_states_are_decided_once BEFORE UPDATE ON context_states
WHEN OLD.standing <> 'staged' OR NEW.standing = 'staged' OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.received_at IS NOT OLD.received_at OR NEW.received_by IS NOT OLD.received_by
BEGIN SELECT RAISE(ABORT, 'a state is decided once'); END;
--> statement-breakpoint
CREATE TRIGGER context_states_are_never_deleted BEFORE DELETE ON context_states
BEGIN SELECT RAISE(ABORT, 'a state is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER context_values_never_change BEFORE UPDATE ON context_values
BEGIN SELECT RAISE(ABORT, 'a figure of a state never changes'); END;
--> statement-breakpoint
CREATE TRIGGER context_values_are_never_deleted BEFORE DELETE ON context_values
BEGIN SELECT RAISE(ABORT, 'a figure of a state is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER context_values_belong_to_a_staged_state BEFORE INSERT ON context_values
WHEN (SELECT standing FROM context_states WHERE series_id = NEW.series_id AND state = NEW.state)
  IS NOT 'staged'
BEGIN SELECT RAISE(ABORT, 'a state takes figures only until it is decided'); END;
