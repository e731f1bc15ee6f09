-- Two seals share a page: without a row number of its own the table gave each a page and a part of another. A
-- number drawn by chance is the row's number, and no order of arrival is kept. Seals of an open wave were
-- packed otherwise and cannot be turned into these by SQL: a database that holds some is refused, as it is.
CREATE TABLE no_wave_has_seals (seals INTEGER NOT NULL CHECK (seals = 0)) STRICT;
--> statement-breakpoint
INSERT INTO no_wave_has_seals SELECT count(*) FROM sealed_responses;
--> statement-breakpoint
DROP TABLE no_wave_has_seals;
--> statement-breakpoint
DROP TABLE sealed_responses;
--> statement-breakpoint
CREATE TABLE sealed_responses (
  response_id INTEGER PRIMARY KEY,
  wave_id TEXT NOT NULL REFERENCES waves (wave_id),
  receipt_hash BLOB NOT NULL UNIQUE CHECK (length(receipt_hash) = 32),
  sealed BLOB NOT NULL
) STRICT;
