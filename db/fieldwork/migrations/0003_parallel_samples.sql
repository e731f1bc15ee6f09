CREATE TABLE parallel_samples (
  run_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  mode TEXT NOT NULL CHECK (mode IN ('web', 'phone', 'paper')),
  study TEXT NOT NULL,
  asked_with TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  mapping_sha256 TEXT NOT NULL CHECK (length(mapping_sha256) = 64),
  method_version TEXT NOT NULL,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  report TEXT NOT NULL CHECK (json_valid(report)),
  input_sha256 TEXT NOT NULL CHECK (length(input_sha256) = 64),
  output_sha256 TEXT NOT NULL CHECK (length(output_sha256) = 64),
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  imported_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX parallel_samples_by_wave ON parallel_samples (wave_id, mode);
--> statement-breakpoint
CREATE TRIGGER parallel_samples_are_never_changed BEFORE UPDATE ON parallel_samples
BEGIN SELECT RAISE(ABORT, 'a run never changes'); END;
--> statement-breakpoint
CREATE TRIGGER parallel_samples_are_never_deleted BEFORE DELETE ON parallel_samples
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;
