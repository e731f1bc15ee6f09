ALTER TABLE imported_studies ADD COLUMN tallies TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(tallies));
--> statement-breakpoint
CREATE TABLE study_designs (
  wave_id TEXT NOT NULL REFERENCES imported_studies (wave_id),
  response_id BLOB NOT NULL CHECK (length(response_id) = 16),
  weight REAL CHECK (weight > 0),
  stratum INTEGER CHECK (stratum >= 0),
  unit INTEGER CHECK (unit >= 0),
  stratum_size REAL CHECK (stratum_size > 0),
  PRIMARY KEY (wave_id, response_id)
) STRICT, WITHOUT ROWID;
