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
