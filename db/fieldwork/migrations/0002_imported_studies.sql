CREATE TABLE imported_studies (
  wave_id TEXT PRIMARY KEY REFERENCES waves (wave_id),
  study TEXT NOT NULL,
  asked_with TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  mapping_sha256 TEXT NOT NULL CHECK (length(mapping_sha256) = 64),
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE mode_effect_runs (
  run_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  -- of the wave that the parallel sample is compared with
  weight_run_id INTEGER NOT NULL REFERENCES weight_runs (run_id),
  method_version TEXT NOT NULL,
  study TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  mapping_sha256 TEXT NOT NULL CHECK (length(mapping_sha256) = 64),
  report TEXT NOT NULL CHECK (json_valid(report)),
  mode_effect TEXT NOT NULL CHECK (json_valid(mode_effect)),
  created_at INTEGER NOT NULL
) STRICT;
