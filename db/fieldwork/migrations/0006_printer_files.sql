-- The file for the print supplier is the only place where codes can be read: it is kept, encrypted, until it has arrived.
CREATE TABLE printer_files (
  file_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  codes INTEGER NOT NULL CHECK (codes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  sealed BLOB,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  received_by TEXT,
  received_at INTEGER,
  CHECK (received_at IS NULL OR sealed IS NULL),
  CHECK ((received_at IS NULL) = (received_by IS NULL))
) STRICT;
--> statement-breakpoint
ALTER TABLE access_codes ADD COLUMN file_id INTEGER REFERENCES printer_files (file_id);
